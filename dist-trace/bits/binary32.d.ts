/**
 * IEEE 754 binary32 on bit patterns: fields, exception flags, and the one place where a result is rounded and packed.
 *
 * A bit pattern is an unsigned integer in [0, 2^32). Integers only: no host floating-point operation decides a bit here.
 */
export declare const SIGN_BIT = 2147483648;
export declare const POSITIVE_INFINITY = 2139095040;
/** The NaN that every operation returns. */
export declare const CANONICAL_NAN = 2143289344;
/** Set in a quiet NaN, clear in a signaling one. */
export declare const QUIET_BIT = 4194304;
export declare const FRACTION_BITS = 23;
export declare const HIDDEN_BIT = 8388608;
export declare const FRACTION_MASK = 8388607;
export declare const EXPONENT_BIAS = 127;
/** Exponent of the smallest normal number; subnormals share it. */
export declare const MIN_EXPONENT = -126;
export declare const MAX_EXPONENT = 127;
/** The five IEEE 754 exception flags, as bits in the order of Berkeley SoftFloat and TestFloat. */
export declare const Flag: {
    readonly inexact: 1;
    readonly underflow: 2;
    readonly overflow: 4;
    readonly divideByZero: 8;
    readonly invalid: 16;
};
/** A bit pattern with the exceptions that its computation raised. */
export interface Rounded {
    readonly bits: number;
    /** A sum of `Flag` values. */
    readonly flags: number;
}
/** What subnormal numbers do: `flush` makes subnormal operands and results zeros of their sign. */
export interface SubnormalPolicy {
    readonly flushToZero: boolean;
}
export declare const GRADUAL_UNDERFLOW: SubnormalPolicy;
/** A finite number taken apart: its value is (-1)^sign x significand x 2^(exponent - 23). */
export interface Unpacked {
    readonly sign: 0 | 1;
    /** In [-126, 127]; -126 for zeros and subnormals. */
    readonly exponent: number;
    /** In [0, 2^24); at least 2^23 exactly when the number is normal. */
    readonly significand: number;
}
export declare function signOf(bits: number): 0 | 1;
export declare function isNaNBits(bits: number): boolean;
export declare function isSignalingNaN(bits: number): boolean;
export declare function isInfinity(bits: number): boolean;
export declare function isZero(bits: number): boolean;
/** The zero of a sign. */
export declare function signedZero(sign: 0 | 1): number;
/** The infinity of a sign. */
export declare function signedInfinity(sign: 0 | 1): number;
/** An operand as an operation sees it: with flush-to-zero a subnormal is the zero of its sign. */
export declare function flushOperand(bits: number, policy: SubnormalPolicy): number;
/** Takes a finite number apart. @param bits neither an infinity nor a NaN */
export declare function unpack(bits: number): Unpacked;
/**
 * Logical right shift that keeps a sticky bit: bit 0 of the result is set if any bit was shifted out.
 * @param word in [0, 2^31) @param distance at least 0, without upper limit
 */
export declare function shiftRightSticky(word: number, distance: number): number;
/**
 * Rounds to nearest, ties to even, and packs: the value is (-1)^sign x (significand / 2^30) x 2^exponent.
 *
 * Gradual underflow, overflow to infinity; tininess is detected after rounding. With flush-to-zero a result that is subnormal after
 * rounding becomes the zero of its sign, with underflow and inexact raised.
 * @param significand normalized, in [2^30, 2^31), bit 0 sticky
 * @param exponent any integer
 */
export declare function roundPack(sign: 0 | 1, exponent: number, significand: number, policy: SubnormalPolicy): Rounded;
