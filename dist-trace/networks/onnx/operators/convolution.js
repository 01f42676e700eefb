/** Conv and ConvTranspose. */
import { InputError } from "../../../bits/check.js";
import { choiceAttribute, inputOfRank, intAttribute, intsAttribute } from "../call.js";
import { sameDims, showDims } from "../dims.js";
import { requireFloating } from "../layer-rule.js";
import { tensor } from "../tensor.js";
import { windowAxes } from "./window.js";
/** A convolution of one or two spatial axes. Along one axis it is two-dimensional with a height of 1. */
export function conv(call) {
    const { x, w, groups, kernel } = operands(call);
    const [co, ciOfGroup] = w.dims;
    if (ciOfGroup * groups !== x.dims[1]) {
        throw new InputError(`expected X with ${ciOfGroup} channels x ${groups} groups = ${ciOfGroup * groups}, found ${x.dims[1]}`);
    }
    if (co % groups !== 0)
        throw new InputError(`attribute group: expected a divisor of the ${co} output channels, found ${groups}`);
    requireBias(call, co);
    const axes = windowAxes(call, x.dims.slice(2), kernel);
    const output = tensor([x.dims[0], co, ...axes.map(({ outputs }) => outputs)], x.type);
    const { layer, note } = convolutionLayer(x.dims[1], co, groups, axes);
    return { output, layer: isLayer(call, x) ? layer : undefined, parameters: [1, 2], products: 0, ...(note === undefined ? {} : { note }) };
}
/**
 * A transposed convolution whose kernel is as large as its stride, without padding: every output has one tap, so it is a 1x1 convolution
 * to co x kh x kw channels, which are then laid out in space. Anything else would overlap, and isn't a convolution of this geometry.
 */
export function convTranspose(call) {
    const { x, w, groups, kernel } = operands(call);
    const [ci, coOfGroup] = w.dims;
    if (ci !== x.dims[1])
        throw new InputError(`expected X with ${ci} channels, found ${x.dims[1]}`);
    if (ci % groups !== 0)
        throw new InputError(`attribute group: expected a divisor of the ${ci} input channels, found ${groups}`);
    requireBias(call, coOfGroup * groups);
    const sizes = x.dims.slice(2).map((size, axis) => size * kernel[axis]);
    requireDisjoint(call, kernel, sizes);
    const co = coOfGroup * groups * kernel.reduce((product, size) => product * size, 1);
    const output = tensor([x.dims[0], coOfGroup * groups, ...sizes], x.type);
    const layer = { kind: 'conv', ci, co, kernel: [1, 1], stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups, input: asPair(x.dims.slice(2), 1) };
    const note = 'transposed convolution without overlap, counted as the 1x1 convolution to co x kh x kw channels that it is';
    return { output, layer: isLayer(call, x) ? layer : undefined, parameters: [1, 2], products: 0, note };
}
function operands(call) {
    const x = inputOfRank(call, 0, 'X', 3);
    const spatial = x.dims.length - 2;
    if (spatial > 2)
        throw new InputError(`expected a convolution along 1 or 2 axes, found one along ${spatial}`);
    const w = inputOfRank(call, 1, 'W', x.dims.length, x.dims.length);
    requireFloating('X', x);
    requireFloating('W', w);
    if (w.dims.includes(0) || x.dims.includes(0))
        throw new InputError(`expected operands with elements, found X ${showDims(x.dims)} and W ${showDims(w.dims)}`);
    const kernel = w.dims.slice(2);
    const stated = intsAttribute(call, 'kernel_shape', 1);
    if (stated !== undefined && !sameDims(stated, kernel))
        throw new InputError(`attribute kernel_shape: expected W's ${showDims(kernel)}, found ${showDims(stated)}`);
    return { x, w, groups: intAttribute(call, 'group', 1, 1), kernel };
}
function requireBias(call, co) {
    const bias = call.inputs.at(2);
    if (bias !== undefined && !sameDims(bias.dims, [co]))
        throw new InputError(`expected B of [${co}], found ${showDims(bias.dims)}`);
}
/** Whether it is a layer of the network, not arithmetic on constants. @throws InputError for weights that aren't constant */
function isLayer(call, x) {
    if (call.isActivation[1])
        throw new InputError('expected constant weights, found weights that follow from the network\'s input');
    if (call.isActivation[0] && x.dims[0] !== call.batch) {
        throw new InputError(`expected X with the input's ${call.batch === 1 ? 'one image' : `${call.batch} images`}, found ${x.dims[0]}`);
    }
    return call.isActivation[0];
}
function requireDisjoint(call, kernel, sizes) {
    const strides = intsAttribute(call, 'strides', 1) ?? kernel.map(() => 1);
    const zero = (name) => (intsAttribute(call, name) ?? []).every((value) => value === 0);
    const shape = intsAttribute(call, 'output_shape');
    const padding = choiceAttribute(call, 'auto_pad', ['NOTSET', 'VALID', 'SAME_UPPER', 'SAME_LOWER'], 'NOTSET');
    const plain = sameDims(strides, kernel) &&
        (intsAttribute(call, 'dilations') ?? []).every((value, axis) => value === 1 || kernel[axis] === 1) &&
        (padding !== 'NOTSET' || zero('pads')) &&
        zero('output_padding') &&
        (shape === undefined || sameDims(shape.slice(-sizes.length), sizes));
    if (!plain) {
        const found = `kernel ${showDims(kernel)} and stride ${showDims(strides)}`;
        throw new InputError(`expected a transposed convolution whose stride is its kernel, without padding, found ${found}: its cost isn't counted`);
    }
}
/**
 * The layer of a window. Its padding is symmetric. Counts depend on sizes alone, so a padding that isn't becomes the smallest symmetric one
 * with as many outputs; where there is none, the input counts as padded already.
 */
function convolutionLayer(ci, co, groups, axes) {
    const symmetric = axes.map(symmetricPadding);
    const pick = (of, otherwise) => asPair(axes.map(of), otherwise);
    const layer = {
        kind: 'conv',
        ci,
        co,
        groups,
        kernel: pick(({ kernel }) => kernel, 1),
        stride: pick(({ stride }) => stride, 1),
        dilation: pick(({ dilation }) => dilation, 1),
        padding: pick((_, i) => symmetric[i] ?? 0, 0),
        input: pick(({ input: size, padBegin, padEnd }, i) => (symmetric[i] === undefined ? size + padBegin + padEnd : size), 1),
    };
    if (axes.every(({ padBegin, padEnd }) => padBegin === padEnd))
        return { layer };
    const how = symmetric.includes(undefined) ? 'with the padding counted as part of the input' : 'as symmetric padding of the same output size';
    return { layer, note: `asymmetric padding, counted ${how}` };
}
/** The padding on both sides with which there are as many outputs, if any. */
function symmetricPadding({ input: size, kernel, stride, dilation, padBegin, padEnd, outputs }) {
    if (padBegin === padEnd)
        return padBegin;
    const padding = Math.max(0, Math.ceil(((outputs - 1) * stride + dilation * (kernel - 1) + 1 - size) / 2));
    const found = Math.floor((size + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
    return found === outputs ? padding : undefined;
}
/** [h, w] of one or two sizes. */
function asPair(sizes, otherwise) {
    return sizes.length === 1 ? [otherwise, sizes[0]] : [sizes[0], sizes[1]];
}
//# sourceMappingURL=convolution.js.map