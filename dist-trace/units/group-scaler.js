/**
 * The group-wise shift-adder (paper Eq. 8): a group's sum times the group scales of both operands, without a multiplier.
 *
 * The exponents only move the binary point. The mantissas {1, 1.5} x {1, 1.5} are 4/4, 6/4 or 9/4: a shift, or two shifts and an addition.
 */
import { MAX_EXPONENT_BITS, MAX_MANTISSA_BITS, elementFormat } from "../formats/element.js";
import { MAX_SCALE_EXPONENT_BITS, scaleExp, scaleMan } from "../formats/group-scale.js";
/** Whether the mantissas take two fraction bits: only without any mantissa is the sum passed on as it is. */
function hasMantissa(x, y) {
    return x.Mg + y.Mg > 0;
}
/** Width of q for an A-bit sum: |q| <= 9 x 2^(A-1) < 2^(A+3), so A + 4 bits; A when neither scale has a mantissa. */
export function scaledSumBits(width, x, y) {
    return hasMantissa(x, y) ? width + 4 : width;
}
/** Width of the signed exponent `lsb`: it lies in [-594, -2], which 11 bits hold. */
export const LSB_EXPONENT_BITS = (() => {
    const lowestElement = elementFormat(MAX_EXPONENT_BITS, MAX_MANTISSA_BITS).lsb;
    const lowest = 2 * lowestElement - 2 * (2 ** MAX_SCALE_EXPONENT_BITS - 1) - 2;
    return Math.ceil(Math.log2(-lowest)) + 1;
})();
/**
 * Scales a group's sum.
 * @param sum the local accumulator's output
 * @param elementLsb exponent of the sum's least significant bit: lsb_x + lsb_y of the element formats
 */
export function scaleGroup(sum, elementLsb, x, y) {
    const exponent = elementLsb - scaleExp(x.format, x.code) - scaleExp(y.format, y.code);
    if (!hasMantissa(x.format, y.format))
        return { q: sum, lsb: exponent };
    return { q: shiftAdd(sum, scaleMan(x.format, x.code) + scaleMan(y.format, y.code)), lsb: exponent - 2 };
}
/** Four times the product of sum and both mantissas. @param mantissas how many of the two scales are 1.5 x a power of two: 0, 1 or 2 */
function shiftAdd(sum, mantissas) {
    switch (mantissas) {
        case 0:
            return sum << 2n;
        case 1:
            return (sum << 2n) + (sum << 1n);
        default:
            return (sum << 3n) + sum;
    }
}
//# sourceMappingURL=group-scaler.js.map