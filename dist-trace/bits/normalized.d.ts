/** Positive binary32 numbers, subnormal ones too, with a full 24-bit significand. */
/** A positive binary32 number as significand x 2^exponent with significand in [2^23, 2^24). */
export interface Normalized {
    readonly significand: number;
    readonly exponent: number;
}
/** @param magnitudeBits pattern of a positive finite binary32 number */
export declare function normalize(magnitudeBits: number): Normalized;
