/** The binary32 multiplier of the tensor scale: IEEE 754 multiplication, nearest-even, on bit patterns: unpack, multiply, normalize, round. */
import { CANONICAL_NAN, Flag, flushOperand, FRACTION_BITS, isInfinity, isNaNBits, isSignalingNaN, isZero, roundPack, signedInfinity, signedZero, signOf, unpack, } from "../bits/binary32.js";
/** roundPack's significand has its leading one here. */
const LEADING_BIT = 0x4000_0000;
/**
 * a x b. A NaN result is 0x7FC00000.
 * Raises invalid for a signaling NaN and for zero times infinity; overflow with inexact; underflow (tiny after rounding and inexact); inexact.
 * @param a, b bit patterns in [0, 2^32)
 */
export function multiplyFp32(a, b, policy) {
    const x = flushOperand(a, policy);
    const y = flushOperand(b, policy);
    return multiplySpecial(x, y) ?? multiplyFinite(x, y, policy);
}
/** The products with a NaN, an infinity or a zero in them. */
function multiplySpecial(a, b) {
    if (isNaNBits(a) || isNaNBits(b)) {
        return { bits: CANONICAL_NAN, flags: isSignalingNaN(a) || isSignalingNaN(b) ? Flag.invalid : 0 };
    }
    const sign = productSign(a, b);
    if (isInfinity(a) || isInfinity(b)) {
        return isZero(a) || isZero(b) ? { bits: CANONICAL_NAN, flags: Flag.invalid } : { bits: signedInfinity(sign), flags: 0 };
    }
    if (isZero(a) || isZero(b))
        return { bits: signedZero(sign), flags: 0 };
    return undefined;
}
function multiplyFinite(a, b, policy) {
    const x = normalized(unpack(a));
    const y = normalized(unpack(b));
    // 24 x 24 bits: 47 or 48, of which the upper 31 are kept with the rest as a sticky bit.
    const product = multiplySignificands(x.significand, y.significand);
    const exponent = x.exponent + y.exponent;
    return product >= LEADING_BIT
        ? roundPack(productSign(a, b), exponent + 1, product, policy)
        : roundPack(productSign(a, b), exponent, product << 1, policy);
}
function productSign(a, b) {
    return signOf(a) === signOf(b) ? 0 : 1;
}
/** A nonzero number with its leading one in bit 23, subnormal or not. */
function normalized({ sign, exponent, significand }) {
    const shift = FRACTION_BITS + 1 - (32 - Math.clz32(significand));
    return { sign, exponent: exponent - shift, significand: significand << shift };
}
const HALF_BITS = 12;
const HALF_MASK = (1 << HALF_BITS) - 1;
/**
 * floor(a x b / 2^17) with a sticky bit for what is below, from four 12-bit products.
 * @param a, b in [2^23, 2^24) @returns an integer in [2^29, 2^31)
 */
function multiplySignificands(a, b) {
    const aHigh = a >>> HALF_BITS;
    const aLow = a & HALF_MASK;
    const bHigh = b >>> HALF_BITS;
    const bLow = b & HALF_MASK;
    const middle = Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh);
    const low = ((middle & HALF_MASK) << HALF_BITS) + Math.imul(aLow, bLow);
    const high = Math.imul(aHigh, bHigh) + (middle >>> HALF_BITS) + (low >>> 24);
    const sticky = (low & 0x1_ffff) === 0 ? 0 : 1;
    return (high << 7) | ((low & 0xff_ffff) >>> 17) | sticky;
}
//# sourceMappingURL=fp32-multiplier.js.map