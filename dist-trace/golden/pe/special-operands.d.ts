import { type OperandMaker } from './operands.ts';
import type { PeParameters } from './parameters.ts';
/** The largest magnitudes: all products positive, all negative, alternating, or of any sign. */
export declare const extremeCodes: OperandMaker;
/** All pairs of scale mantissas, in every lane, on sums that use all their bits. */
export declare const mantissaPairs: OperandMaker;
/** The smallest, middle and largest exponents side by side in a chunk. */
export declare const scaleExponents: OperandMaker;
/** Terms a little above and below the smallest normal number, and down to where they vanish. */
export declare const subnormalTerms: OperandMaker;
/** Whether scales reach down to subnormal terms. */
export declare function reachesSubnormals(p: PeParameters): boolean;
/** Nonzero sums of either sign that round or flush to zero, more negative ones than positive, and a real term here and there. */
export declare const vanishingTerms: OperandMaker;
/** Whether a group's sum can be too small for binary32. */
export declare function reachesZero(p: PeParameters): boolean;
/** Products that are zero, by zeros of either sign in x, in y or in both; now and then a group that is not. */
export declare const zeroProducts: OperandMaker;
/**
 * Groups that cancel: group g with the bit set is the negative of the one without it, so that level log2(bit) + 1 of the tree gives zero, or, with
 * bit = T, the running sum does. In every other output one pair in four differs in a code, and what is left is small.
 */
export declare function cancelling(bit: number): OperandMaker;
