/**
 * The three convolutions of training as grouped dot products (paper Eq. 6): for each output, G groups of K1 x K2 products.
 *
 * All three have one shape. The planes of X hold the taps; the planes of Y are the source that the taps slide over. An output is at
 * (row, column) of its plane, a tap at (a, b), and along each axis the source position is output x outputStep + tap x tapStep - offset.
 */
import { InputError, requireInteger } from "../bits/check.js";
import { elementCount, requireShape4 } from "../bits/shape.js";
export const PASSES = ['forward', 'input-grad', 'weight-grad'];
export const PLAIN_CONVOLUTION = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 };
/** The index in the source that a tap meets, or -1 in the padding and between strides. */
export function sourceIndex(axis, output, tap) {
    const position = output * axis.outputStep + tap * axis.tapStep - axis.offset;
    if (position < 0 || position % axis.spacing !== 0)
        return -1;
    const index = position / axis.spacing;
    return index < axis.source ? index : -1;
}
/** The operands' index names, for messages and help. */
export const OPERAND_NAMES = {
    forward: { x: 'W [co,ci,i,j]', y: 'A [n,ci,h,w]', output: 'Z [n,co,y,x]' },
    'input-grad': { x: 'W [co,ci,i,j]', y: 'E [n,co,y,x]', output: '[n,ci,h,w]' },
    'weight-grad': { x: 'E [n,co,y,x]', y: 'A [n,ci,h,w]', output: 'G [co,ci,i,j]' },
};
const MAX_STEP = 2 ** 20;
/** What a typed array of binary32 outputs can hold everywhere. */
const MAX_OUTPUTS = 2 ** 31 - 1;
/** The pass over operands of given shapes. @throws InputError where shapes and options don't fit together; TypeError */
export function convolution(pass, xShape, yShape, options) {
    const x = requireShape4('first operand', xShape);
    const y = requireShape4('second operand', yShape);
    requirePair('stride', options.stride, 1);
    requirePair('padding', options.padding, 0);
    requirePair('dilation', options.dilation, 1);
    requireInteger('groups', options.groups, 1, MAX_STEP);
    const planned = { forward, 'input-grad': inputGradient, 'weight-grad': weightGradient }[pass](x, y, options);
    const outputs = elementCount(planned.outputShape);
    if (outputs > MAX_OUTPUTS) {
        throw new InputError(`output: expected at most ${MAX_OUTPUTS} elements, found [${planned.outputShape.join(',')}]`);
    }
    return planned;
}
/** W[co,ci,i,j] and A[n,ci,h,w] to Z[n,co,y,x]; groups run over the input channels. */
function forward(w, a, options) {
    rejectPair('input size', options.inputSize, 'input-grad');
    rejectPair('kernel size', options.kernelSize, 'weight-grad');
    const [co, perGroup, kh, kw] = w;
    const [n, ci, h, wide] = a;
    requireDivisible('output channels', co, options.groups);
    if (ci !== perGroup * options.groups) {
        throw new InputError(`operands: expected A to have ${perGroup} channels x ${options.groups} groups = ${perGroup * options.groups}, found ${ci}`);
    }
    const axis = (taps, source, d) => ({
        outputs: outputSize(source, taps, d, options),
        taps,
        source,
        outputStep: options.stride[d],
        tapStep: options.dilation[d],
        offset: options.padding[d],
        spacing: 1,
    });
    const coPerGroup = co / options.groups;
    return {
        ...grid('forward', [n, co], axis(kh, h, 0), axis(kw, wide, 1), perGroup, options),
        xPlane: (_image, channel, g) => channel * perGroup + g,
        yPlane: (image, channel, g) => image * ci + Math.floor(channel / coPerGroup) * perGroup + g,
    };
}
/** W[co,ci,i,j] and E[n,co,y,x] to the gradient of A, [n,ci,h,w]; groups run over the output channels. */
function inputGradient(w, e, options) {
    rejectPair('kernel size', options.kernelSize, 'weight-grad');
    const [co, perGroup, kh, kw] = w;
    const [n, channels, eh, ew] = e;
    requireDivisible('output channels', co, options.groups);
    if (channels !== co)
        throw new InputError(`operands: expected E to have ${co} channels as W has, found ${channels}`);
    const inputSize = options.inputSize ?? defaultInputSize([kh, kw], [eh, ew], options);
    requirePair('input size', inputSize, 1);
    requireForwardSize(inputSize, [kh, kw], [eh, ew], options, 'input size');
    const axis = (taps, source, d) => ({
        outputs: inputSize[d],
        taps,
        source,
        outputStep: 1,
        tapStep: -options.dilation[d],
        offset: -options.padding[d],
        spacing: options.stride[d],
    });
    const coPerGroup = co / options.groups;
    const firstOutputChannel = (channel) => Math.floor(channel / perGroup) * coPerGroup;
    return {
        ...grid('input-grad', [n, perGroup * options.groups], axis(kh, eh, 0), axis(kw, ew, 1), coPerGroup, options),
        xPlane: (_image, channel, g) => (firstOutputChannel(channel) + g) * perGroup + (channel % perGroup),
        yPlane: (image, channel, g) => image * co + firstOutputChannel(channel) + g,
    };
}
/** E[n,co,y,x] and A[n,ci,h,w] to G[co,ci,i,j]; groups run over the images, and each sums over the whole output plane. */
function weightGradient(e, a, options) {
    rejectPair('input size', options.inputSize, 'input-grad');
    const [n, co, eh, ew] = e;
    const [images, ci, h, w] = a;
    if (images !== n)
        throw new InputError(`operands: expected A to have ${n} images as E has, found ${images}`);
    requireDivisible('output channels', co, options.groups);
    requireDivisible('input channels', ci, options.groups);
    const kernelSize = options.kernelSize ?? defaultKernelSize([h, w], [eh, ew], options);
    requirePair('kernel size', kernelSize, 1);
    requireForwardSize([h, w], kernelSize, [eh, ew], options, 'kernel size');
    const axis = (taps, source, d) => ({
        outputs: kernelSize[d],
        taps,
        source,
        outputStep: options.dilation[d],
        tapStep: options.stride[d],
        offset: options.padding[d],
        spacing: 1,
    });
    const ciPerGroup = ci / options.groups;
    const coPerGroup = co / options.groups;
    return {
        ...grid('weight-grad', [co, ciPerGroup], axis(eh, h, 0), axis(ew, w, 1), n, options),
        xPlane: (channel, _ci, image) => image * co + channel,
        yPlane: (channel, inGroup, image) => image * ci + Math.floor(channel / coPerGroup) * ciPerGroup + inGroup,
    };
}
function grid(pass, [o0, o1], rows, columns, groupCount, { groups }) {
    const groupSize = rows.taps * columns.taps;
    return { pass, outputShape: [o0, o1, rows.outputs, columns.outputs], groupCount, groupSize, channelGroups: groups, rows, columns };
}
/** Outputs of the forward convolution along an axis, below 1 where the kernel does not fit. */
function forwardSize(input, kernel, d, { stride, padding, dilation }) {
    return Math.floor((input + 2 * padding[d] - dilation[d] * (kernel - 1) - 1) / stride[d]) + 1;
}
function outputSize(input, kernel, d, options) {
    const size = forwardSize(input, kernel, d, options);
    if (size < 1) {
        const padded = input + 2 * options.padding[d];
        const span = options.dilation[d] * (kernel - 1) + 1;
        throw new InputError(`operands: expected a kernel within the padded input's ${padded} ${d === 0 ? 'rows' : 'columns'}, found one that spans ${span}`);
    }
    return size;
}
function defaultInputSize(kernel, e, options) {
    if (options.stride[0] > 1 || options.stride[1] > 1) {
        throw new InputError('input size: needed for the input gradient where the stride is above 1 (--input-size h,w)');
    }
    const size = (d) => e[d] - 2 * options.padding[d] + options.dilation[d] * (kernel[d] - 1);
    return requireDerived('input', [size(0), size(1)]);
}
function defaultKernelSize(input, e, options) {
    if (options.stride.some((s) => s > 1) || options.dilation.some((s) => s > 1)) {
        throw new InputError('kernel size: needed for the weight gradient where stride or dilation is above 1 (--kernel-size kh,kw)');
    }
    const size = (d) => input[d] + 2 * options.padding[d] - e[d] + 1;
    return requireDerived('kernel', [size(0), size(1)]);
}
function requireDerived(subject, size) {
    if (size[0] < 1 || size[1] < 1) {
        throw new InputError(`operands: expected shapes that leave a ${subject} of at least 1x1, found ${size[0]}x${size[1]}`);
    }
    return size;
}
function requireForwardSize(input, kernel, e, options, subject) {
    const size = [0, 1].map((d) => forwardSize(input[d], kernel[d], d, options));
    if (size[0] !== e[0] || size[1] !== e[1]) {
        const found = `${input.join('x')} input and ${kernel.join('x')} kernel that give ${Math.max(0, size[0])}x${Math.max(0, size[1])}`;
        throw new InputError(`${subject}: expected one whose forward pass gives E's ${e.join('x')}, found a ${found}`);
    }
}
function requirePair(subject, pair, low) {
    requireInteger(subject, pair[0], low, MAX_STEP);
    requireInteger(subject, pair[1], low, MAX_STEP);
}
function rejectPair(subject, pair, pass) {
    if (pair !== undefined)
        throw new InputError(`${subject}: only the ${pass} pass takes one`);
}
function requireDivisible(subject, channels, groups) {
    if (channels % groups !== 0)
        throw new InputError(`groups: expected a divisor of the ${channels} ${subject}, found ${groups}`);
}
//# sourceMappingURL=convolution.js.map