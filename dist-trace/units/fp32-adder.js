/** The binary32 adder of the tree: IEEE 754 addition, nearest-even, on bit patterns: unpack, align, add, normalize, round. */
import { CANONICAL_NAN, Flag, flushOperand, isInfinity, isNaNBits, isSignalingNaN, isZero, roundPack, shiftRightSticky, SIGN_BIT, signedZero, signOf, unpack, } from "../bits/binary32.js";
/** Bits below the significand for guard, round and sticky; with them a significand has 30 bits and a sum at most 31. */
const EXTRA_BITS = 6;
/** Width of the significand that roundPack takes. */
const NORMALIZED_BITS = 31;
/**
 * a + b. A NaN result is 0x7FC00000; (+0) + (-0) and the sum of a number and its opposite are +0.
 * Raises invalid for a signaling NaN and for infinities of opposite signs; overflow with inexact; inexact.
 * @param a, b bit patterns in [0, 2^32)
 */
export function addFp32(a, b, policy) {
    const x = flushOperand(a, policy);
    const y = flushOperand(b, policy);
    return addSpecial(x, y) ?? addFinite(x, y, policy);
}
/** The sums with a NaN, an infinity or two zeros in them. */
function addSpecial(a, b) {
    if (isNaNBits(a) || isNaNBits(b)) {
        return { bits: CANONICAL_NAN, flags: isSignalingNaN(a) || isSignalingNaN(b) ? Flag.invalid : 0 };
    }
    if (isInfinity(a))
        return isInfinity(b) && a !== b ? { bits: CANONICAL_NAN, flags: Flag.invalid } : { bits: a, flags: 0 };
    if (isInfinity(b))
        return { bits: b, flags: 0 };
    if (isZero(a) && isZero(b))
        return { bits: a === b ? a : 0, flags: 0 };
    return undefined;
}
function addFinite(a, b, policy) {
    // Unpack, the larger magnitude first.
    const swap = (a & ~SIGN_BIT) < (b & ~SIGN_BIT);
    const large = unpack(swap ? b : a);
    const small = unpack(swap ? a : b);
    // Align.
    const largeAligned = large.significand << EXTRA_BITS;
    const smallAligned = shiftRightSticky(small.significand << EXTRA_BITS, large.exponent - small.exponent);
    // Add.
    const effectiveSubtraction = signOf(a) !== signOf(b);
    const sum = effectiveSubtraction ? largeAligned - smallAligned : largeAligned + smallAligned;
    if (sum === 0)
        return { bits: signedZero(0), flags: 0 };
    // Normalize.
    const shift = NORMALIZED_BITS - (32 - Math.clz32(sum));
    const exponent = large.exponent + 1 - shift;
    return roundPack(large.sign, exponent, sum << shift, policy);
}
//# sourceMappingURL=fp32-adder.js.map