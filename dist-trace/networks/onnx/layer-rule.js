/** What a node that multiplies by weights gives: an output, and the layer as the MAC unit sees it. */
import { InputError } from "../../bits/check.js";
import { elementTypeName, isFloating } from "./element-type.js";
/** @throws InputError for an operand that isn't floating-point: quantized arithmetic has operators of its own */
export function requireFloating(name, { type }) {
    if (!isFloating(type))
        throw new InputError(`expected ${name} of a floating-point type, found ${elementTypeName(type)}`);
}
/** A 1x1 convolution without padding. @param positions at which it is applied */
export function pointwise(ci, co, positions) {
    return {
        kind: positions === 1 ? 'fc' : 'conv',
        ci,
        co,
        kernel: [1, 1],
        stride: [1, 1],
        padding: [0, 0],
        dilation: [1, 1],
        groups: 1,
        input: [1, positions],
    };
}
//# sourceMappingURL=layer-rule.js.map