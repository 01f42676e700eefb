/** Whether a table from codes to integers is that of an <E,M> element, which SIMD instructions decode. */
import { elementFormat, elementInteger, MAX_MANTISSA_BITS } from "../../formats/element.js";
/** Weights of exponent fields are 16-bit integers. */
const MAX_EXPONENT_BITS = 4;
const known = new WeakMap();
/** E and M, or undefined for any other table. A table is looked at once. */
export function elementOf(integers) {
    const found = known.get(integers) ?? { element: findElement(integers) };
    known.set(integers, found);
    return found.element;
}
function findElement(integers) {
    for (let E = 0; E <= MAX_EXPONENT_BITS; E++) {
        const M = Math.log2(integers.length) - 1 - E;
        if (!Number.isInteger(M) || M < 0 || M > MAX_MANTISSA_BITS || E + M < 1)
            continue;
        const format = elementFormat(E, M);
        if (integers.every((integer, code) => integer === elementInteger(format, code)))
            return { E, M };
    }
    return undefined;
}
//# sourceMappingURL=element-table.js.map