/**
 * IEEE 754 binary32 on bit patterns: fields, exception flags, and the one place where a result is rounded and packed.
 *
 * A bit pattern is an unsigned integer in [0, 2^32). Integers only: no host floating-point operation decides a bit here.
 */
export const SIGN_BIT = 0x8000_0000;
export const POSITIVE_INFINITY = 0x7f80_0000;
/** The NaN that every operation returns. */
export const CANONICAL_NAN = 0x7fc0_0000;
/** Set in a quiet NaN, clear in a signaling one. */
export const QUIET_BIT = 0x0040_0000;
export const FRACTION_BITS = 23;
export const HIDDEN_BIT = 0x0080_0000;
export const FRACTION_MASK = 0x007f_ffff;
export const EXPONENT_BIAS = 127;
/** Exponent of the smallest normal number; subnormals share it. */
export const MIN_EXPONENT = -126;
export const MAX_EXPONENT = 127;
/** The five IEEE 754 exception flags, as bits in the order of Berkeley SoftFloat and TestFloat. */
export const Flag = { inexact: 1, underflow: 2, overflow: 4, divideByZero: 8, invalid: 16 };
export const GRADUAL_UNDERFLOW = { flushToZero: false };
export function signOf(bits) {
    return bits >>> 31 === 1 ? 1 : 0;
}
export function isNaNBits(bits) {
    return (bits & ~SIGN_BIT) > POSITIVE_INFINITY;
}
export function isSignalingNaN(bits) {
    return isNaNBits(bits) && (bits & QUIET_BIT) === 0;
}
export function isInfinity(bits) {
    return (bits & ~SIGN_BIT) === POSITIVE_INFINITY;
}
export function isZero(bits) {
    return (bits & ~SIGN_BIT) === 0;
}
/** The zero of a sign. */
export function signedZero(sign) {
    return sign === 1 ? SIGN_BIT : 0;
}
/** The infinity of a sign. */
export function signedInfinity(sign) {
    return (signedZero(sign) | POSITIVE_INFINITY) >>> 0;
}
/** An operand as an operation sees it: with flush-to-zero a subnormal is the zero of its sign. */
export function flushOperand(bits, policy) {
    const isSubnormalOrZero = (bits & POSITIVE_INFINITY) === 0;
    return policy.flushToZero && isSubnormalOrZero ? (bits & SIGN_BIT) >>> 0 : bits;
}
/** Takes a finite number apart. @param bits neither an infinity nor a NaN */
export function unpack(bits) {
    const biased = (bits >>> FRACTION_BITS) & 0xff;
    const fraction = bits & FRACTION_MASK;
    return biased === 0
        ? { sign: signOf(bits), exponent: MIN_EXPONENT, significand: fraction }
        : { sign: signOf(bits), exponent: biased - EXPONENT_BIAS, significand: HIDDEN_BIT | fraction };
}
/**
 * Logical right shift that keeps a sticky bit: bit 0 of the result is set if any bit was shifted out.
 * @param word in [0, 2^31) @param distance at least 0, without upper limit
 */
export function shiftRightSticky(word, distance) {
    if (distance === 0)
        return word;
    if (distance >= 31)
        return word === 0 ? 0 : 1;
    const lost = word & ((1 << distance) - 1);
    return (word >>> distance) | (lost === 0 ? 0 : 1);
}
/** Bits of a normalized significand below the 24 that binary32 keeps. */
const ROUND_BITS = 7;
const ROUND_MASK = (1 << ROUND_BITS) - 1;
const ROUND_HALF = 1 << (ROUND_BITS - 1);
/**
 * Rounds to nearest, ties to even, and packs: the value is (-1)^sign x (significand / 2^30) x 2^exponent.
 *
 * Gradual underflow, overflow to infinity; tininess is detected after rounding. With flush-to-zero a result that is subnormal after
 * rounding becomes the zero of its sign, with underflow and inexact raised.
 * @param significand normalized, in [2^30, 2^31), bit 0 sticky
 * @param exponent any integer
 */
export function roundPack(sign, exponent, significand, policy) {
    // Tiny: below 2^-126 even when rounded to 24 bits with an unbounded exponent.
    const carriesOut = significand >= 0x8000_0000 - ROUND_HALF;
    const tiny = exponent < MIN_EXPONENT - 1 || (exponent === MIN_EXPONENT - 1 && !carriesOut);
    const denormalShift = Math.max(0, MIN_EXPONENT - exponent);
    const aligned = shiftRightSticky(significand, denormalShift);
    const roundBits = aligned & ROUND_MASK;
    const kept = aligned >>> ROUND_BITS;
    const roundUp = roundBits > ROUND_HALF || (roundBits === ROUND_HALF && (kept & 1) === 1);
    const rounded = kept + (roundUp ? 1 : 0);
    // The hidden bit adds one to the exponent field, and so does a carry out of the fraction.
    const magnitude = (Math.max(exponent, MIN_EXPONENT) - MIN_EXPONENT) * HIDDEN_BIT + rounded;
    if (magnitude >= POSITIVE_INFINITY)
        return { bits: signedInfinity(sign), flags: Flag.overflow | Flag.inexact };
    if (policy.flushToZero && magnitude < HIDDEN_BIT)
        return { bits: signedZero(sign), flags: Flag.underflow | Flag.inexact };
    const inexact = roundBits === 0 ? 0 : tiny ? Flag.inexact | Flag.underflow : Flag.inexact;
    return { bits: (signedZero(sign) | magnitude) >>> 0, flags: inexact };
}
//# sourceMappingURL=binary32.js.map