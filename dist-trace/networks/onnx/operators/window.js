/** Windows that slide over the spatial axes: kernels of convolutions and poolings, with ONNX's ways to say padding. */
import { InputError } from "../../../bits/check.js";
import { choiceAttribute, intsAttribute } from "../call.js";
import { showDims } from "../dims.js";
const AUTO_PADS = ['NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'];
/** Above what the simulated convolution takes. */
const MAX_STEP = 2 ** 20;
/**
 * The window of a call along each spatial axis.
 * @param sizes of the input's spatial axes @param kernel its sizes @param ceil whether a window that is not whole counts
 * @throws InputError for lists of another length, or a kernel that doesn't fit
 */
export function windowAxes(call, sizes, kernel, ceil = false) {
    const rank = sizes.length;
    const list = (name, low, count, otherwise) => {
        const values = intsAttribute(call, name, low) ?? new Array(count).fill(otherwise);
        if (values.length !== count || values.some((value) => value > MAX_STEP)) {
            throw new InputError(`attribute ${name}: expected ${count} integers from ${low} to ${MAX_STEP}, found ${showDims(values)}`);
        }
        return values;
    };
    if (kernel.length !== rank || kernel.some((size) => size < 1))
        throw new InputError(`expected a kernel of ${rank} sizes, found ${showDims(kernel)}`);
    const strides = list('strides', 1, rank, 1);
    const dilations = list('dilations', 1, rank, 1);
    const autoPad = choiceAttribute(call, 'auto_pad', AUTO_PADS, 'NOTSET');
    const pads = autoPad === 'NOTSET' ? list('pads', 0, 2 * rank, 0) : [];
    return sizes.map((size, axis) => {
        const plain = { input: size, kernel: kernel[axis], stride: strides[axis], dilation: dilations[axis] };
        if (autoPad === 'NOTSET')
            return slide(plain, pads[axis], pads[axis + rank], ceil);
        if (autoPad === 'VALID')
            return slide(plain, 0, 0, ceil);
        const total = samePadding(plain);
        const less = Math.floor(total / 2);
        return autoPad === 'SAME_UPPER' ? slide(plain, less, total - less, ceil) : slide(plain, total - less, less, ceil);
    });
}
const span = ({ kernel, dilation }) => dilation * (kernel - 1) + 1;
/** The padding with which there are ceil(input / stride) outputs. */
function samePadding(axis) {
    return Math.max(0, (Math.ceil(axis.input / axis.stride) - 1) * axis.stride + span(axis) - axis.input);
}
function slide(axis, padBegin, padEnd, ceil) {
    const free = axis.input + padBegin + padEnd - span(axis);
    if (axis.input < 1 || free < 0)
        throw new InputError(`expected a kernel within the padded input's ${axis.input + padBegin + padEnd}, found one that spans ${span(axis)}`);
    let outputs = (ceil ? Math.ceil(free / axis.stride) : Math.floor(free / axis.stride)) + 1;
    // A window that would start in the padding behind the input is left out.
    if (ceil && (outputs - 1) * axis.stride >= axis.input + padBegin)
        outputs--;
    return { ...axis, padBegin, padEnd, outputs };
}
//# sourceMappingURL=window.js.map