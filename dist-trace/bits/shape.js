/** Shapes and indices of 4-d tensors, stored row-major. */
import { InputError } from "./check.js";
/** `value` if it is a 4-d shape of positive safe-integer sizes whose product is a safe integer. @throws TypeError, InputError */
export function requireShape4(subject, value, names = 'd0,d1,d2,d3') {
    if (!Array.isArray(value))
        throw new TypeError(`${subject}: expected a shape, found ${typeof value}`);
    if (value.length !== 4)
        throw new InputError(`${subject}: expected 4 dimensions [${names}], found [${value.join(',')}]`);
    for (const size of value) {
        if (!Number.isSafeInteger(size) || size < 1) {
            throw new InputError(`${subject}: expected every dimension to be at least 1, found [${value.join(',')}]`);
        }
    }
    if (!Number.isSafeInteger(elementCount(value)))
        throw new InputError(`${subject}: too many elements, found [${value.join(',')}]`);
    return [value[0], value[1], value[2], value[3]];
}
/** The number of elements of a shape. */
export function elementCount(shape) {
    return shape.reduce((product, size) => product * size, 1);
}
/** The 4-d index of a row-major position. */
export function indexOf(shape, position) {
    const d3 = position % shape[3];
    const rest3 = Math.floor(position / shape[3]);
    const d2 = rest3 % shape[2];
    const rest2 = Math.floor(rest3 / shape[2]);
    return [Math.floor(rest2 / shape[1]), rest2 % shape[1], d2, d3];
}
//# sourceMappingURL=shape.js.map