/** Operators that move elements. */
import { InputError } from "../../../bits/check.js";
import { input, inputOfRank, intAttribute, intsAttribute, intsMoved, knownInput, knownScalar, requiredKnownInput } from "../call.js";
import { axesOf, axisOf, broadcast, sameDims, showDims } from "../dims.js";
import { INT64 } from "../element-type.js";
import { tensor } from "../tensor.js";
import { moved, positionOf, positionsIn, strides } from "./positions.js";
/** The axes in another order, reversed where none is said. */
export const transpose = (call) => {
    const x = input(call, 0, 'data');
    const order = intsAttribute(call, 'perm') ?? x.dims.map((_, axis) => x.dims.length - 1 - axis);
    if (order.length !== x.dims.length || axesOf('attribute perm', order, order.length).some((axis, i) => axis !== order[i])) {
        throw new InputError(`attribute perm: expected each of ${x.dims.length} axes once, found ${showDims(order)}`);
    }
    const steps = strides(x.dims);
    const dims = order.map((axis) => x.dims[axis]);
    return [tensor(dims, x.type, () => moved(x.content, dims, (index) => index.reduce((sum, at, i) => sum + at * steps[order[i]], 0)))];
};
/** Tensors one behind another along an axis. */
export const concat = (call) => {
    const parts = call.inputs.map((_, i) => inputOfRank(call, i, `input ${i + 1}`, 1));
    if (parts.length === 0)
        throw new InputError('expected inputs, found none');
    const [first] = parts;
    const axis = axisOf('attribute axis', intAttribute(call, 'axis'), first.dims.length);
    for (const { dims } of parts) {
        if (dims.length !== first.dims.length || !sameDims(dims.with(axis, 0), first.dims.with(axis, 0))) {
            throw new InputError(`expected inputs that differ along axis ${axis} alone, found ${showDims(first.dims)} and ${showDims(dims)}`);
        }
    }
    const dims = first.dims.with(axis, parts.reduce((sum, part) => sum + part.dims[axis], 0));
    return [tensor(dims, first.type, () => concatenated(parts, axis))];
};
function concatenated(parts, axis) {
    if (parts.some(({ content }) => content === undefined))
        return undefined;
    const [{ dims }] = parts;
    const outer = dims.slice(0, axis).reduce((product, size) => product * size, 1);
    const inner = dims.slice(axis + 1).reduce((product, size) => product * size, 1);
    return Array.from({ length: outer }, (_, o) => parts.flatMap(({ dims: of, content }) => (content ?? []).slice(o * of[axis] * inner, (o + 1) * of[axis] * inner))).flat();
}
/** Parts along an axis, of the sizes given, or as equal as they can be. */
export const split = (call) => {
    const x = inputOfRank(call, 0, 'input', 1);
    const axis = axisOf('attribute axis', intAttribute(call, 'axis', 0), x.dims.length);
    const parts = call.node.outputs.length;
    const sizes = intsMoved(call, 'split', 13, 1) ?? equalParts(x.dims[axis], parts);
    const stated = call.model.opset < 18 ? parts : intAttribute(call, 'num_outputs', parts);
    if (stated !== parts)
        throw new InputError(`attribute num_outputs: expected the node's ${parts}, found ${stated}`);
    if (sizes.some((size) => !(size >= 0)) || sizes.reduce((sum, size) => sum + size, 0) !== x.dims[axis]) {
        throw new InputError(`expected parts of the ${x.dims[axis]} along axis ${axis}, found ${showDims(sizes)}`);
    }
    if (sizes.length !== parts)
        throw new InputError(`expected ${parts} parts, found ${sizes.length}`);
    const steps = strides(x.dims);
    let start = 0;
    return sizes.map((size) => {
        const from = start;
        start += size;
        const dims = x.dims.with(axis, size);
        return tensor(dims, x.type, () => moved(x.content, dims, (index) => positionOf(steps, index) + from * steps[axis]));
    });
};
/** Equal parts, the last one smaller where they can't be. */
function equalParts(size, parts) {
    const each = Math.ceil(size / parts);
    return Array.from({ length: parts }, (_, i) => Math.max(0, Math.min(each, size - i * each)));
}
/** From start to end in steps, along the axes given. */
export const slice = (call) => {
    const x = input(call, 0, 'data');
    const listed = call.model.opset < 10;
    const required = (name, index) => {
        const values = listed ? intsAttribute(call, name) : requiredKnownInput(call, index, name);
        if (values === undefined)
            throw new InputError(`attribute ${name}: expected a list, found none`);
        return values;
    };
    const starts = required('starts', 1);
    const ends = required('ends', 2);
    const axes = axesOf('axes', (listed ? intsAttribute(call, 'axes') : knownInput(call, 3, 'axes')) ?? starts.map((_, i) => i), x.dims.length);
    const steps = (listed ? undefined : knownInput(call, 4, 'steps')) ?? starts.map(() => 1);
    if ([starts, ends, axes, steps].some(({ length }) => length !== starts.length)) {
        throw new InputError(`expected as many starts as ends, axes and steps, found ${starts.length}, ${ends.length}, ${axes.length} and ${steps.length}`);
    }
    const from = x.dims.map(() => 0);
    const by = x.dims.map(() => 1);
    const dims = [...x.dims];
    axes.forEach((axis, i) => {
        if (steps[i] === 0)
            throw new InputError('steps: expected none of 0, found one');
        [from[axis], dims[axis]] = sliced(x.dims[axis], starts[i], ends[i], steps[i]);
        by[axis] = steps[i];
    });
    const inner = strides(x.dims);
    return [tensor(dims, x.type, () => moved(x.content, dims, (index) => positionOf(inner, index.map((at, axis) => from[axis] + at * by[axis]))))];
};
/** The first index and the number of indices of a slice along an axis. Bounds count from the end where negative, and are clamped. */
function sliced(size, start, end, step) {
    const bound = (at, low, high) => Math.min(high, Math.max(low, at < 0 ? at + size : at));
    const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
    const from = bound(start, Math.max(low, 0), high);
    const to = bound(end, low, high);
    return [from, Math.max(0, Math.ceil((to - from) / step))];
}
/** Elements along an axis, by index. */
export const gather = (call) => {
    const x = inputOfRank(call, 0, 'data', 1);
    const indices = input(call, 1, 'indices');
    const axis = axisOf('attribute axis', intAttribute(call, 'axis', 0), x.dims.length);
    const dims = [...x.dims.slice(0, axis), ...indices.dims, ...x.dims.slice(axis + 1)];
    const steps = strides(x.dims);
    const indexSteps = strides(indices.dims);
    const rank = indices.dims.length;
    const wanted = indices.content;
    const wrong = wanted?.find((at) => !(at >= -x.dims[axis] && at < x.dims[axis]));
    if (wrong !== undefined)
        throw new InputError(`expected indices from ${-x.dims[axis]} to ${x.dims[axis] - 1}, found ${wrong}`);
    const source = (index) => {
        const at = (wanted ?? [])[positionOf(indexSteps, index.slice(axis, axis + rank))];
        return positionOf(steps, [...index.slice(0, axis), at < 0 ? at + x.dims[axis] : at, ...index.slice(axis + rank)]);
    };
    return [tensor(dims, x.type, () => (wanted === undefined ? undefined : moved(x.content, dims, source)))];
};
/** As large as the indices. */
export const gatherElements = (call) => [tensor(input(call, 1, 'indices').dims, input(call, 0, 'data').type)];
/** The last axis of the indices chooses along the axes behind the batch's. */
export const gatherND = (call) => {
    const x = inputOfRank(call, 0, 'data', 1);
    const indices = inputOfRank(call, 1, 'indices', 1);
    const chosen = (indices.dims.at(-1) ?? 0) + intAttribute(call, 'batch_dims', 0, 0, x.dims.length);
    if (chosen > x.dims.length)
        throw new InputError(`expected indices into ${showDims(x.dims)}, found ${showDims(indices.dims)}`);
    return [tensor([...indices.dims.slice(0, -1), ...x.dims.slice(chosen)], x.type)];
};
/** Broadcast to a shape. */
export const expand = (call) => {
    const x = input(call, 0, 'input');
    const dims = broadcast([x.dims, requiredKnownInput(call, 1, 'shape')]);
    return [tensor(dims, x.type, () => spread(x, dims))];
};
function spread(x, dims) {
    const at = positionsIn(x.dims, dims);
    const steps = strides(dims);
    return moved(x.content, dims, (index) => at(positionOf(steps, index)));
}
/** Repeated along each axis. */
export const tile = (call) => {
    const x = input(call, 0, 'input');
    const repeats = requiredKnownInput(call, 1, 'repeats');
    if (repeats.length !== x.dims.length)
        throw new InputError(`expected repeats for ${x.dims.length} axes, found ${repeats.length}`);
    const dims = x.dims.map((size, axis) => size * repeats[axis]);
    const steps = strides(x.dims);
    return [tensor(dims, x.type, () => moved(x.content, dims, (index) => positionOf(steps, index.map((at, axis) => at % x.dims[axis]))))];
};
/** Wider by the pads, or narrower where they are negative. */
export const pad = (call) => {
    const x = input(call, 0, 'data');
    const pads = intsMoved(call, 'pads', 11, 1);
    const listed = call.model.opset >= 18 ? knownInput(call, 3, 'axes') : undefined;
    const axes = listed === undefined ? x.dims.map((_, axis) => axis) : axesOf('axes', listed, x.dims.length);
    if (pads?.length !== 2 * axes.length)
        throw new InputError(`expected ${2 * axes.length} pads, found ${pads?.length ?? 'none'}`);
    const dims = [...x.dims];
    axes.forEach((axis, i) => {
        dims[axis] += pads[i] + pads[i + axes.length];
    });
    return [tensor(dims, x.type)];
};
/** The k largest along an axis, and where they were. */
export const topK = (call) => {
    const x = inputOfRank(call, 0, 'X', 1);
    const k = call.model.opset < 10 ? intAttribute(call, 'k') : (knownScalar(call, 1, 'K') ?? NaN);
    const axis = axisOf('attribute axis', intAttribute(call, 'axis', -1), x.dims.length);
    if (!(k <= x.dims[axis]))
        throw new InputError(`expected K up to ${x.dims[axis]}, found ${k}`);
    return [tensor(x.dims.with(axis, k), x.type), tensor(x.dims.with(axis, k), INT64)];
};
//# sourceMappingURL=moving.js.map