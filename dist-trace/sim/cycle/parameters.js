/** The parameters of the clocked unit. */
import { requireInteger } from "../../bits/check.js";
import { requireTreeWidth } from "../../units/adder-tree.js";
export const MAX_ARRAY_SIDE = 1024;
export const MAX_LATENCY = 64;
export const MAX_INTERLEAVE = 1024;
export const DEFAULT_ARRAY = {
    rows: 1,
    cols: 1,
    treeWidth: 16,
    fpAddLatency: 3,
    fpMulLatency: 3,
    interleave: 1,
    tensorScale: true,
};
/** The parameters, checked. @throws InputError, TypeError */
export function requireArrayParameters(parameters) {
    requireInteger('rows', parameters.rows, 1, MAX_ARRAY_SIDE);
    requireInteger('cols', parameters.cols, 1, MAX_ARRAY_SIDE);
    requireTreeWidth(parameters.treeWidth);
    requireInteger('fp-add latency', parameters.fpAddLatency, 1, MAX_LATENCY);
    requireInteger('fp-mul latency', parameters.fpMulLatency, 1, MAX_LATENCY);
    requireInteger('interleave', parameters.interleave, 1, MAX_INTERLEAVE);
    return parameters;
}
//# sourceMappingURL=parameters.js.map