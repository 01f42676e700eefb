/** Elements of small tensors by index: how moved and broadcast elements are followed. */
import { elementCount } from "../../../bits/shape.js";
/** Elements between neighbours along each axis, in row-major order. */
export function strides(dims) {
    const result = new Array(dims.length);
    let step = 1;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
        result[axis] = step;
        step *= dims[axis];
    }
    return result;
}
/** Where the element at a position of a tensor of shape `to` is in one of shape `from` that is broadcast to it. */
export function positionsIn(from, to) {
    const steps = strides(from);
    const lead = to.length - from.length;
    const outer = strides(to);
    return (position) => from.reduce((sum, size, axis) => sum + (size === 1 ? 0 : (Math.floor(position / outer[axis + lead]) % to[axis + lead]) * steps[axis]), 0);
}
/** The elements of a tensor of shape `to`, each taken from where `source` says for its index. */
export function moved(content, to, source) {
    if (content === undefined)
        return undefined;
    const steps = strides(to);
    return Array.from({ length: to.includes(0) ? 0 : elementCount(to) }, (_, at) => content[source(to.map((size, axis) => Math.floor(at / steps[axis]) % size))]);
}
/** The position of an index. */
export function positionOf(steps, index) {
    return index.reduce((sum, at, axis) => sum + at * steps[axis], 0);
}
//# sourceMappingURL=positions.js.map