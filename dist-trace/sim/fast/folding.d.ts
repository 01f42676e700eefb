/**
 * Groups side by side as one: the tree adds their terms in pairs, and rounds each sum once. Where the sums below a node are integers times the same power of two, and
 * exact in binary32, the node is that of one integer sum over the taps of all of its groups, rounded once. So scales become multipliers of elements: each is brought to the
 * smallest unit of the node's, and what it has more than that unit goes to the 16-bit integers of its group.
 */
/** The word of a scale that only groups of zeros have. */
export declare const NO_SCALE: number;
/** A scale in an integer: (exponent << 2) | odd for odd x 2^exponent, with 1 or 3 as its odd part. @param factor of at most two significant bits, or 0 where terms are 0 with any */
export declare function scaleWord(factor: number): number;
/** The exponent of the largest power of two that a scale is a multiple of. */
export declare function exponentOf(word: number): number;
/** The exponent of the largest power of two that all of a node's scales are multiples of. @param first, count of the node's words */
export declare function unitExponent(words: Int32Array, first: number, count: number): number;
/** A scale over the unit of its node, 0 for groups of zeros; from 2^28 on, any number as large. */
export declare function multiplierOf(word: number, unit: number): number;
/** A unit over a smaller one; from 2^28 on, or where it is that of groups of zeros alone, 2^28. */
export declare function unitRatio(unit: number, smaller: number): number;
/** The unit itself; 1 for that of groups of zeros alone. */
export declare function unitFactor(unit: number): number;
/** What folding has to keep to. */
export interface FoldLimits {
    /** The largest multiplier of X with which any of its elements fit 16 bits. */
    readonly x: number;
    /** The same of Y; and any sum of one group in which only Y has a multiplier fits 32 bits. */
    readonly y: number;
    /** The largest magnitudes of X and Y, at least 1. */
    readonly xElements: number;
    readonly yElements: number;
    /** Whether sums are bounded by norms, which kernels know of small elements. */
    readonly norms: boolean;
    /** What a node's sum may be, over Y's largest magnitude: one of 32 bits, and one that is exact in binary32. */
    readonly sums: number;
    readonly exact: number;
}
/** @param xMax, yMax the largest magnitudes of element integers @param taps of a group @returns 0 for one of the multipliers where nothing fits */
export declare function foldLimits(xMax: number, yMax: number, taps: number, winograd: boolean): FoldLimits;
/**
 * The larger multipliers of pairs of groups, of all or of some spread over them.
 * @param words of scales by code @param planeOf the plane of a row and a group
 */
export declare function sampledMultipliers(rows: number, groups: number, words: Int32Array, codes: Uint16Array, planeOf: (row: number, group: number) => number): readonly number[];
