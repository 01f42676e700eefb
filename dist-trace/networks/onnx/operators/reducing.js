/** Reductions along axes. */
import { input, intAttribute, intsMoved } from "../call.js";
import { axesOf, axisOf } from "../dims.js";
import { INT64 } from "../element-type.js";
import { tensor } from "../tensor.js";
import { moved } from "./positions.js";
/**
 * The axes become 1, or go away without keepdims; without axes all do, or none with noop_with_empty_axes.
 * @param since the opset from which the axes are an input @param combine two elements, for constants
 */
export function reduce(since, combine) {
    return (call) => {
        const x = input(call, 0, 'data');
        const listed = intsMoved(call, 'axes', since, 1) ?? [];
        const noop = listed.length === 0 && intAttribute(call, 'noop_with_empty_axes', 0, 0, 1) === 1;
        if (noop)
            return [tensor(x.dims, x.type)];
        const axes = listed.length === 0 ? x.dims.map((_, axis) => axis) : axesOf('axes', listed, x.dims.length);
        const keep = intAttribute(call, 'keepdims', 1, 0, 1) === 1;
        const dims = x.dims.flatMap((size, axis) => (axes.includes(axis) ? (keep ? [1] : []) : [size]));
        const toOne = axes.length === x.dims.length && combine !== undefined && (x.content?.length ?? 0) > 0;
        return [tensor(dims, x.type, () => (toOne ? moved([(x.content ?? []).reduce(combine)], dims, () => 0) : undefined))];
    };
}
/** The index of the largest or smallest element along an axis. */
export const arg = (call) => {
    const { dims } = input(call, 0, 'data');
    const axis = axisOf('attribute axis', intAttribute(call, 'axis', 0), dims.length);
    return [tensor(intAttribute(call, 'keepdims', 1, 0, 1) === 1 ? dims.with(axis, 1) : dims.toSpliced(axis, 1), INT64)];
};
//# sourceMappingURL=reducing.js.map