/** MobileNetV2: inverted residual blocks around depthwise convolutions. */
import { chain, conv, elements, fullyConnected, image, outputOf } from "./build.js";
import { network } from "./network.js";
import { topology } from "./topology.js";
/** Table 2 of the paper: expansion, output channels, blocks, stride of the first block. */
const STAGES = [
    { expansion: 1, channels: 16, blocks: 1, stride: 1 },
    { expansion: 6, channels: 24, blocks: 2, stride: 2 },
    { expansion: 6, channels: 32, blocks: 3, stride: 2 },
    { expansion: 6, channels: 64, blocks: 4, stride: 2 },
    { expansion: 6, channels: 96, blocks: 3, stride: 1 },
    { expansion: 6, channels: 160, blocks: 3, stride: 2 },
    { expansion: 6, channels: 320, blocks: 1, stride: 1 },
];
const LAST_CHANNELS = 1280;
export const mobilenetV2 = network({
    name: 'mobilenet-v2',
    title: 'MobileNetV2 for ImageNet, width 1.0',
    source: 'Sandler, Howard, Zhu, Zhmoginov, Chen, "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018, Tab. 2',
    inputSize: [224, 224],
    topology: (inputSize) => {
        const first = conv('conv1', image(inputSize), 32, 3, { stride: 2, padding: 1 });
        const layers = [first];
        const additions = [];
        let map = outputOf(first);
        let number = 0;
        for (const { expansion, channels, blocks, stride } of STAGES) {
            for (let block = 0; block < blocks; block++) {
                const name = `block${++number}`;
                const step = block === 0 ? stride : 1;
                const added = invertedResidual(name, map, expansion, channels, step);
                layers.push(...added);
                const entry = map;
                map = outputOf(added[added.length - 1]);
                if (step === 1 && entry.channels === channels)
                    additions.push({ name: `${name}.add`, outputs: elements(map), inputs: elements(entry) });
            }
        }
        const all = [...layers, conv('conv_last', map, LAST_CHANNELS, 1), fullyConnected('fc', LAST_CHANNELS, 1000)];
        return topology('mobilenet-v2', all, { normalized: true, bias: false }, additions);
    },
});
/** Expand by a 1x1 convolution, filter each channel, project by a 1x1 convolution; an expansion by 1 is left out. */
function invertedResidual(name, from, expansion, channels, stride) {
    const hidden = from.channels * expansion;
    const expand = expansion === 1 ? [] : [(m) => conv(`${name}.expand`, m, hidden, 1)];
    return chain(from, ...expand, (m) => conv(`${name}.depthwise`, m, hidden, 3, { stride, padding: 1, groups: hidden }), (m) => conv(`${name}.project`, m, channels, 1));
}
//# sourceMappingURL=mobilenet-v2.js.map