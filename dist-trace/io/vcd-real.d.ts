/** The decimal digits of binary32 numbers, several times as fast as the host's conversion of a number to a string. */
export declare const EIGHT_DIGITS = 100000000;
/**
 * For each binary exponent two rows, as its numbers lie on both sides of a power of ten at most: below it, and from it on.
 * A row is the factor that brings a mantissa to 17 digits, truncated to 87 bits: three parts, highest first, whose sum it is.
 */
export declare const FACTORS: Float64Array<ArrayBuffer>;
/** The decimal exponents of the rows. */
export declare const DECIMAL_EXPONENTS: Int8Array<ArrayBuffer>;
/** For each binary exponent the least mantissa that takes the second row. */
export declare const THRESHOLDS: Int32Array<ArrayBuffer>;
/** A number as 17 decimal digits: d.dddddddd dddddddd x 10^exponent. */
export interface Decimal17 {
    /** The first nine digits, from 10^8 on. */
    head: number;
    /** The last eight. */
    tail: number;
    exponent: number;
}
/**
 * A binary32 number to 17 significant digits: as many as tell any two binary64 numbers apart, and the exact value where it has no more.
 * The digits are within 0.5 + 2^-20 units of the last one; a reader gets the same number from any within 0.55.
 * @param magnitude the pattern of a finite number above 0 @returns an object that the next call overwrites
 */
export declare function decimal17(magnitude: number): Decimal17;
