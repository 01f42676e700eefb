import { chain, conv, fullyConnected, image, outputOf, pooled } from "./build.js";
import { network } from "./network.js";
import { topology } from "./topology.js";
const inception = (name, ...[point, reduce3, wide3, reduce5, wide5, pool]) => ({
    name,
    point,
    reduce3,
    wide3,
    reduce5,
    wide5,
    pool,
});
/** Modules at one size of the feature maps; a pooling that halves it follows all but the last. */
const STAGES = [
    [inception('3a', 64, 96, 128, 16, 32, 32), inception('3b', 128, 128, 192, 32, 96, 64)],
    [
        inception('4a', 192, 96, 208, 16, 48, 64),
        inception('4b', 160, 112, 224, 24, 64, 64),
        inception('4c', 128, 128, 256, 24, 64, 64),
        inception('4d', 112, 144, 288, 32, 64, 64),
        inception('4e', 256, 160, 320, 32, 128, 128),
    ],
    [inception('5a', 256, 160, 320, 32, 128, 128), inception('5b', 384, 192, 384, 48, 128, 128)],
];
/** A window that overhangs the far edge still gives an output (ceil mode). */
const POOLING = { stride: 2, overhang: true };
export const googlenet = network({
    name: 'googlenet',
    title: 'GoogLeNet for ImageNet, 5x5 convolutions (torchvision has 3x3 there), batch normalization, no auxiliary classifiers',
    source: 'Szegedy et al., "Going Deeper with Convolutions", CVPR 2015, Tab. 1; batch normalization as torchvision has it, and as the MLS paper counts it',
    inputSize: [224, 224],
    topology: (inputSize) => googlenetTopology(inputSize, 5),
});
/** @param wide kernel of the wide branch: 5 in the paper, 3 in torchvision */
export function googlenetTopology(inputSize, wide) {
    const stem = chain(image(inputSize), (m) => conv('conv1', m, 64, 7, { stride: 2, padding: 3 }), (m) => conv('conv2', pooled(m, 3, POOLING), 64, 1), (m) => conv('conv3', m, 192, 3, { padding: 1 }));
    const layers = [...stem];
    let map = outputOf(stem[2]);
    for (const stage of STAGES) {
        map = pooled(map, 3, POOLING);
        for (const module of stage) {
            layers.push(...inceptionLayers(module, map, wide));
            map = { channels: module.point + module.wide3 + module.wide5 + module.pool, size: map.size };
        }
    }
    return topology('googlenet', [...layers, fullyConnected('fc', map.channels, 1000)], { normalized: true, bias: false });
}
function inceptionLayers({ name, point, reduce3, wide3, reduce5, wide5, pool }, from, wide) {
    const at = `inception${name}`;
    return [
        conv(`${at}.1x1`, from, point, 1),
        ...chain(from, (m) => conv(`${at}.3x3_reduce`, m, reduce3, 1), (m) => conv(`${at}.3x3`, m, wide3, 3, { padding: 1 })),
        ...chain(from, (m) => conv(`${at}.5x5_reduce`, m, reduce5, 1), (m) => conv(`${at}.5x5`, m, wide5, wide, { padding: (wide - 1) / 2 })),
        // After a 3x3 pooling that keeps the size.
        conv(`${at}.pool_proj`, from, pool, 1),
    ];
}
//# sourceMappingURL=googlenet.js.map