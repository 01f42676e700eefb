/** Operators that give the same elements, in the same order, another shape. */
import { InputError } from "../../../bits/check.js";
import { input, inputOfRank, intAttribute, intsMoved, requiredKnownInput } from "../call.js";
import { axesOf, requireDims, showDims } from "../dims.js";
import { INT64 } from "../element-type.js";
/** The tensor with another shape of as many elements. @throws InputError */
function reshaped({ dims: from, type, content }, dims) {
    if (requireDims('output', dims) !== requireDims('input', from))
        throw new InputError(`expected a shape with the elements of ${showDims(from)}, found ${showDims(dims)}`);
    return { dims, type, content };
}
/** A 0 in the shape copies the input's size, unless allowzero is set; a -1 takes what is left. */
export const reshape = (call) => {
    const x = input(call, 0, 'data');
    const shape = requiredKnownInput(call, 1, 'shape');
    const allowZero = intAttribute(call, 'allowzero', 0, 0, 1) === 1;
    const dims = shape.map((size, axis) => {
        if (size !== 0 || allowZero)
            return size;
        if (axis >= x.dims.length)
            throw new InputError(`expected a size to copy for each 0 of the shape, found ${showDims(shape)} for ${showDims(x.dims)}`);
        return x.dims[axis];
    });
    const free = dims.indexOf(-1);
    if (free < 0)
        return [reshaped(x, dims)];
    const rest = requireDims('shape', dims.with(free, 1));
    const count = requireDims('data', x.dims);
    if (rest === 0 || count % rest !== 0)
        throw new InputError(`expected a shape with the elements of ${showDims(x.dims)}, found ${showDims(shape)}`);
    return [reshaped(x, dims.with(free, count / rest))];
};
/** A matrix: the axes before `axis`, and those from it on. */
export const flatten = (call) => {
    const x = input(call, 0, 'input');
    const rank = x.dims.length;
    const axis = intAttribute(call, 'axis', 1, -rank, rank);
    const cut = axis < 0 ? axis + rank : axis;
    return [reshaped(x, [requireDims('input', x.dims.slice(0, cut)), requireDims('input', x.dims.slice(cut))])];
};
/** Without the axes named, or without all of size 1. */
export const squeeze = (call) => {
    const x = input(call, 0, 'data');
    const listed = intsMoved(call, 'axes', 13, 1);
    const axes = listed === undefined ? x.dims.flatMap((size, axis) => (size === 1 ? [axis] : [])) : axesOf('axes', listed, x.dims.length);
    const wide = axes.find((axis) => x.dims[axis] !== 1);
    if (wide !== undefined)
        throw new InputError(`expected axes of size 1, found axis ${wide} of ${showDims(x.dims)}`);
    return [reshaped(x, x.dims.filter((_, axis) => !axes.includes(axis)))];
};
/** With axes of size 1 at the places named, as the output counts them. */
export const unsqueeze = (call) => {
    const x = input(call, 0, 'data');
    const listed = intsMoved(call, 'axes', 13, 1);
    if (listed === undefined)
        throw new InputError('expected axes, found none');
    const rank = x.dims.length + listed.length;
    requireDims('output', [...x.dims, ...listed.map(() => 1)]);
    const axes = new Set(axesOf('axes', listed, rank));
    let next = 0;
    return [reshaped(x, Array.from({ length: rank }, (_, axis) => (axes.has(axis) ? 1 : x.dims[next++])))];
};
/** Channels to space, and back. */
export const depthToSpace = (call) => {
    const { dims, type } = inputOfRank(call, 0, 'input', 4, 4);
    const size = intAttribute(call, 'blocksize', undefined, 1);
    const [n, c, h, w] = dims;
    const out = call.node.operator === 'DepthToSpace' ? [n, c / size / size, h * size, w * size] : [n, c * size * size, h / size, w / size];
    if (!out.every(Number.isInteger))
        throw new InputError(`attribute blocksize: expected one that divides ${showDims(dims)}, found ${size}`);
    requireDims('output', out);
    return [{ dims: out, type, content: undefined }];
};
/** The sizes of the input, from `start` to `end`. */
export const shape = (call) => {
    const { dims } = input(call, 0, 'data');
    const bound = (name, otherwise) => {
        const at = intAttribute(call, name, otherwise);
        return Math.min(dims.length, Math.max(0, at < 0 ? at + dims.length : at));
    };
    return [int64Vector(dims.slice(bound('start', 0), bound('end', dims.length)))];
};
/** The number of elements of the input. */
export const size = (call) => {
    const count = requireDims('data', input(call, 0, 'data').dims);
    return [{ ...int64Vector([count]), dims: [] }];
};
function int64Vector(content) {
    return { dims: [content.length], type: INT64, content };
}
//# sourceMappingURL=reshaping.js.map