/** The layers that a worst case of `mlsim width` is about. */
import { about, InputError } from "../bits/check.js";
import { outputShape } from "../networks/layer.js";
import { sourcedTopology } from "./energy-source.js";
/** @throws InputError for a name that is none, and for sizes that don't fit together */
export async function widthSubject(subject, name, flags) {
    switch (subject) {
        case 'network': {
            const { topology, inputSize } = await sourcedTopology(name ?? '', { inputSize: flags.inputSize });
            return { title: `${topology.name} at ${inputSize.join('x')}`, layers: topology.layers, planeUnknown: false };
        }
        case 'kernel':
            return kernelSubject(flags.kernel ?? [1, 1], flags);
        case 'layer':
            return layerSubject(flags.layer, flags);
    }
}
function kernelSubject(kernel, { stride, padding, dilation, inputSize }) {
    // Without an input, one that is large enough for an output and an input position whose taps all meet elements.
    const span = (d) => dilation[d] * (kernel[d] - 1) + 1;
    const side = (d) => span(d) + (span(d) - 1) * stride[d];
    const input = inputSize ?? [side(0), side(1)];
    const name = `kernel ${kernel.join('x')}`;
    const layer = { name, kind: 'conv', ci: 1, co: 1, kernel, stride, padding, dilation, groups: 1, input };
    const title = inputSize === undefined ? `a ${kernel.join('x')} kernel` : `a ${kernel.join('x')} kernel on ${input.join('x')}`;
    return { title, layers: [placed('--kernel', layer)], planeUnknown: inputSize === undefined };
}
function layerSubject(sizes, { stride, padding, dilation, groups }) {
    if (sizes === undefined)
        throw new TypeError('layer: expected sizes, found none');
    for (const [what, channels] of [['input', sizes.ci], ['output', sizes.co]]) {
        if (channels % groups !== 0)
            throw new InputError(`--groups: expected a divisor of the ${channels} ${what} channels, found ${groups}`);
    }
    const layer = { name: 'layer', kind: 'conv', ...sizes, stride, padding, dilation, groups };
    const title = `a layer of ${sizes.ci} to ${sizes.co} channels, ${sizes.kernel.join('x')} on ${sizes.input.join('x')}`;
    return { title, layers: [placed('--layer', layer)], planeUnknown: false };
}
/** @throws InputError where the kernel doesn't fit */
function placed(option, layer) {
    about(option, () => outputShape(layer, 1));
    return { ...layer, fromInput: false };
}
//# sourceMappingURL=width-layers.js.map