/** Shapes of any rank, and the checks that keep them within integers. */
import { InputError, show } from "../../bits/check.js";
import { elementCount } from "../../bits/shape.js";
import { MAX_RANK, MAX_SIZE } from "./limits.js";
/** The number of elements of a shape; 0 where a dimension is. @throws InputError for a size that no tensor has, or too many elements */
export function requireDims(subject, dims) {
    if (dims.length > MAX_RANK)
        throw new InputError(`${subject}: expected at most ${MAX_RANK} dimensions, found ${dims.length}`);
    for (const size of dims) {
        if (!Number.isInteger(size) || size < 0 || size > MAX_SIZE) {
            throw new InputError(`${subject}: expected every dimension from 0 to ${MAX_SIZE}, found ${showDims(dims)}`);
        }
    }
    const count = dims.includes(0) ? 0 : elementCount(dims);
    if (!Number.isSafeInteger(count))
        throw new InputError(`${subject}: expected fewer than 2^53 elements, found ${showDims(dims)}`);
    return count;
}
export function showDims(dims) {
    const text = dims.slice(0, 8).map((size) => show(size)).join(',');
    return `[${text}${dims.length > 8 ? ',...' : ''}]`;
}
export function sameDims(a, b) {
    return a.length === b.length && a.every((size, i) => size === b[i]);
}
/** An axis counted from the front. @param rank of the tensor that it is an axis of @throws InputError */
export function axisOf(subject, axis, rank) {
    if (!Number.isInteger(axis) || axis < -rank || axis >= rank) {
        throw new InputError(`${subject}: expected an axis from ${-rank} to ${rank - 1}, found ${show(axis)}`);
    }
    return axis < 0 ? axis + rank : axis;
}
/** Axes counted from the front, each once. @throws InputError */
export function axesOf(subject, axes, rank) {
    const found = axes.map((axis) => axisOf(subject, axis, rank));
    if (new Set(found).size !== found.length)
        throw new InputError(`${subject}: expected each axis once, found ${showDims(axes)}`);
    return found;
}
/** The shape of tensors that meet element by element (multidirectional broadcasting). @throws InputError where they don't */
export function broadcast(shapes) {
    const rank = shapes.reduce((most, dims) => Math.max(most, dims.length), 0);
    const result = new Array(rank).fill(1);
    for (const dims of shapes) {
        dims.forEach((size, i) => {
            const at = i + rank - dims.length;
            if (size === 1 || result[at] === size)
                return;
            if (result[at] !== 1)
                throw new InputError(`operands: expected shapes that broadcast, found ${shapes.slice(0, 4).map(showDims).join(' and ')}`);
            result[at] = size;
        });
    }
    return result;
}
//# sourceMappingURL=dims.js.map