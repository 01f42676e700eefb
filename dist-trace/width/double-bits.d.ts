/** Bits of integers that are exact doubles. */
/** The number of bits of a magnitude; 0 for 0. @param magnitude an integer in [0, 2^53] */
export declare function doubleBitLength(magnitude: number): number;
/** `rangeWidth` for doubles: the smallest width that holds both ends. @param low at most 0 @param high at least 0 */
export declare function doubleRangeWidth(low: number, high: number): number;
/** The number of bits from the first 1 to the last; 0 for 0. @param magnitude an integer in [0, 2^53] */
export declare function doubleSignificantBits(magnitude: number): number;
