/** Layers from what they follow: channels and sizes are derived, never typed twice. */
import { about } from "../bits/check.js";
import { elementCount } from "../bits/shape.js";
import { outputShape } from "./layer.js";
/** A convolution with a square kernel. */
export function conv(name, from, co, kernel, { stride = 1, padding = 0, groups = 1 } = {}) {
    return {
        name,
        kind: 'conv',
        ci: from.channels,
        co,
        kernel: [kernel, kernel],
        stride: [stride, stride],
        padding: [padding, padding],
        dilation: [1, 1],
        groups,
        input: from.size,
    };
}
/** A fully connected layer. */
export function fullyConnected(name, inputs, outputs) {
    return { ...conv(name, { channels: inputs, size: [1, 1] }, outputs, 1), kind: 'fc' };
}
/** What a layer gives. @throws InputError where its kernel doesn't fit */
export function outputOf(layer) {
    const [, , rows, columns] = about(`${layer.name}, input ${layer.input.join('x')}`, () => outputShape(layer, 1));
    return { channels: layer.co, size: [rows, columns] };
}
/** A feature map after pooling, whose window moves as a depthwise kernel does. */
export function pooled(from, window, { stride = 1, padding = 0, overhang = false }) {
    const { channels, size } = outputOf(conv('pooling', from, from.channels, window, { stride, padding, groups: from.channels }));
    const more = (d) => (overhang && (size[d] - 1) * stride + window < from.size[d] + 2 * padding ? 1 : 0);
    return { channels, size: [size[0] + more(0), size[1] + more(1)] };
}
/** Layers one after another, each built from what the one before gives. */
export function chain(from, ...builders) {
    const layers = [];
    for (const build of builders) {
        const last = layers.at(-1);
        layers.push(build(last === undefined ? from : outputOf(last)));
    }
    return layers;
}
/** How many numbers a feature map of one image has. */
export function elements({ channels, size }) {
    return channels * elementCount(size);
}
/** A colour image. */
export function image(size) {
    return { channels: 3, size };
}
//# sourceMappingURL=build.js.map