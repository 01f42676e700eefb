/** Poolings. */
import { InputError } from "../../../bits/check.js";
import { inputOfRank, intAttribute, intsAttribute } from "../call.js";
import { INT64 } from "../element-type.js";
import { tensor } from "../tensor.js";
import { windowAxes } from "./window.js";
/** MaxPool, AveragePool, LpPool; the second output of MaxPool holds indices. */
export const pool = (call) => {
    const { dims, type } = inputOfRank(call, 0, 'X', 3);
    const kernel = intsAttribute(call, 'kernel_shape', 1);
    if (kernel === undefined)
        throw new InputError('attribute kernel_shape: expected a kernel, found none');
    const ceil = intAttribute(call, 'ceil_mode', 0, 0, 1) === 1;
    const out = [dims[0], dims[1], ...windowAxes(call, dims.slice(2), kernel, ceil).map(({ outputs }) => outputs)];
    return [tensor(out, type), tensor(out, INT64)];
};
/** GlobalAveragePool, GlobalMaxPool, GlobalLpPool. */
export const globalPool = (call) => {
    const { dims, type } = inputOfRank(call, 0, 'X', 3);
    return [tensor(dims.map((size, axis) => (axis < 2 ? size : 1)), type)];
};
//# sourceMappingURL=pooling.js.map