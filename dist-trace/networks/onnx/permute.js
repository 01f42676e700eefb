/** Tensors with their axes in another order. */
import { InputError } from "../../bits/check.js";
import { axesOf, showDims } from "./dims.js";
import { strides } from "./operators/positions.js";
/** @param order which axis comes at each place; undefined: reversed @throws InputError where it isn't each axis once */
export function permuted(subject, { dims, data }, order) {
    const axes = order ?? dims.map((_, axis) => dims.length - 1 - axis);
    if (axes.length !== dims.length || axesOf(subject, axes, dims.length).some((axis, i) => axis !== axes[i])) {
        throw new InputError(`${subject}: expected each of ${dims.length} axes once, found ${showDims(axes)}`);
    }
    if (axes.every((axis, i) => axis === i))
        return { dims, data };
    const sizes = axes.map((axis) => dims[axis]);
    const steps = axes.map((axis) => strides(dims)[axis]);
    const out = new Float32Array(data.length);
    const index = new Array(sizes.length).fill(0);
    let source = 0;
    for (let i = 0; i < out.length; i++) {
        out[i] = data[source];
        // Counts the output's index up, and moves the source with it.
        for (let axis = sizes.length - 1; axis >= 0; axis--) {
            source += steps[axis];
            if (++index[axis] < sizes[axis])
                break;
            source -= index[axis] * steps[axis];
            index[axis] = 0;
        }
    }
    return { dims: sizes, data: out };
}
//# sourceMappingURL=permute.js.map