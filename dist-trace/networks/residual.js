/** Stages of residual blocks (He et al., 2016): convolutions beside a shortcut, and an addition where they meet. */
import { chain, conv, elements, outputOf } from "./build.js";
/** Two 3x3 convolutions (Fig. 5, left). */
export const BASIC_BLOCK = {
    expansion: 1,
    convolutions: (name, from, channels, stride) => chain(from, (m) => conv(`${name}.conv1`, m, channels, 3, { stride, padding: 1 }), (m) => conv(`${name}.conv2`, m, channels, 3, { padding: 1 })),
};
/** A 3x3 convolution between two 1x1 ones (Fig. 5, right). The 3x3 one has the stride, as in torchvision; in the paper it is the first. */
export const BOTTLENECK = {
    expansion: 4,
    convolutions: (name, from, channels, stride) => chain(from, (m) => conv(`${name}.conv1`, m, channels, 1), (m) => conv(`${name}.conv2`, m, channels, 3, { stride, padding: 1 }), (m) => conv(`${name}.conv3`, m, channels * BOTTLENECK.expansion, 1)),
};
/** The stages, one after another. */
export function residualStages(from, stages, block, shortcut) {
    const layers = [];
    const additions = [];
    let map = from;
    for (const { name, channels, blocks, stride } of stages) {
        for (let i = 0; i < blocks; i++) {
            const entry = map;
            const step = i === 0 ? stride : 1;
            const at = `${name}.${i}`;
            const convolutions = block.convolutions(at, entry, channels, step);
            map = outputOf(convolutions[convolutions.length - 1]);
            layers.push(...convolutions);
            const reshapes = step !== 1 || entry.channels !== map.channels;
            if (shortcut === 'projection-everywhere' || (shortcut === 'projection' && reshapes)) {
                layers.push(conv(`${at}.downsample`, entry, map.channels, 1, { stride: step }));
            }
            additions.push({ name: `${at}.add`, outputs: elements(map), inputs: elements(entry) });
        }
    }
    return { layers, additions, output: map };
}
//# sourceMappingURL=residual.js.map