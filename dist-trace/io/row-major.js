/** Orders of storage: Fortran's (first index fastest) into row-major (last index fastest). */
import { elementCount } from "../bits/shape.js";
/** The row-major copy of a tensor stored in Fortran order. @param data elementCount(shape) elements */
export function toRowMajor(data, shape) {
    if (data.length === 0)
        return data;
    const out = data.slice();
    // Dimensions of size 1 don't move anything; without them the walk is no deeper than log2 of the elements.
    const axes = shape.map((size, axis) => ({ size, stride: elementCount(shape.slice(0, axis)) })).filter(({ size }) => size > 1);
    copyInOrder(data, out, axes);
    return out;
}
/**
 * The indices of the element stored at `position`, such as `[0,3,1,2]`.
 * @param position in [0, elementCount(shape)) @param fortranOrder whether the first index is the fastest
 */
export function indicesAt(position, shape, fortranOrder) {
    const indices = shape.map(() => 0);
    const axes = shape.map((_, axis) => axis);
    let rest = position;
    for (const axis of fortranOrder ? axes : axes.reverse()) {
        indices[axis] = rest % shape[axis];
        rest = Math.floor(rest / shape[axis]);
    }
    return `[${indices.join(',')}]`;
}
function copyInOrder(from, to, axes) {
    let next = 0;
    const walk = (depth, start) => {
        if (depth === axes.length) {
            to[next++] = from[start];
            return;
        }
        const { size, stride } = axes[depth];
        if (depth === axes.length - 1)
            for (let i = 0; i < size; i++)
                to[next++] = from[start + i * stride];
        else
            for (let i = 0; i < size; i++)
                walk(depth + 1, start + i * stride);
    };
    walk(0, 0);
}
//# sourceMappingURL=row-major.js.map