/**
 * The low-bit multiplier (MUL of the paper's Fig. 1b; Appendix B for its width): two element codes to a signed integer product.
 *
 * The value of the product is the integer x 2^(lsb_x + lsb_y). The formats of the operands may differ.
 */
import { elementFields } from "../formats/element.js";
/** Width of the signed product: both magnitudes' bits (2M + 2^(E+1) - 2 when the formats are the same) and a sign bit. */
export function productBits(x, y) {
    return x.magnitudeBits + y.magnitudeBits + 1;
}
function significand(format, code) {
    const { sign, exp, man } = elementFields(format, code);
    const isNormal = exp > 0;
    return { negative: sign === 1, fraction: isNormal ? man + 2 ** format.M : man, shift: isNormal ? exp - 1 : 0 };
}
/**
 * The exact product of two elements as a signed integer of `productBits(xFormat, yFormat)` bits.
 * @param x, y codes below 2^codeBits of their formats
 */
export function multiply(xFormat, x, yFormat, y) {
    const a = significand(xFormat, x);
    const b = significand(yFormat, y);
    const fractions = BigInt(Math.imul(a.fraction, b.fraction));
    const magnitude = fractions << BigInt(a.shift + b.shift);
    return a.negative !== b.negative ? -magnitude : magnitude;
}
//# sourceMappingURL=multiplier.js.map