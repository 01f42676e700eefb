/** The choice of kernels: from shapes and what the operands hold, to the fastest that is exact. */
import type { IntegerForm } from '../datapath.ts';
import type { FoldLimits } from './folding.ts';
import type { MatrixForm } from './matrix-form.ts';
/** What the choice depends on, beside shapes. */
export interface OperandRanges {
    /** The largest magnitude integers that occur. */
    readonly xMax: number;
    readonly yMax: number;
    /** The largest sum of magnitudes over a plane of X. */
    readonly xPlaneSum: number;
    /** The factors of the scale codes that occur, of groups of zeros left out. */
    readonly xFactors: readonly number[];
    readonly yFactors: readonly number[];
    /** Whether X's codes are those of an <E,M> element, which SIMD instructions decode. */
    readonly decodes: boolean;
    /** The larger multipliers that pairs of groups need to be folded: a sample, empty where there are no pairs. */
    readonly xMultipliers: readonly number[];
    readonly yMultipliers: readonly number[];
}
export interface FastPlan {
    /** Sums of a group: in 32 bits where no operands can overflow the accumulator, else with its width at each step. */
    readonly sums: 'exact' | 'checked';
    /**
     * Sums to terms: an exact product in binary32; the same 2^100 times as large, rounded as subnormal numbers are; or by way of binary64.
     */
    readonly terms: 'exact' | 'scaled' | 'binary64';
    /** Whether groups have one tap and both sides are scaled beforehand, so that a term is one binary32 product. */
    readonly single: boolean;
    /** Whether all of a full chunk of 16 groups is one kernel, in which only nodes of the tree are stored. */
    readonly fused: boolean;
    /** Whether neighbouring groups are folded into one integer sum where their scales allow it; with 3x3 taps by Winograd's way. */
    readonly folding: 'none' | 'direct' | 'winograd';
    /** The lines of seven taps of a kernel, where two neighbouring outputs are summed at once by Winograd's F(2, 3); else 0. */
    readonly lines: number;
    /** The largest multipliers of folded pairs. */
    readonly limits: FoldLimits;
    /** Whether the tree has to flush subnormal numbers: some may occur. */
    readonly flush: boolean;
    /** X planes side by side: 4, or 1 where there is but one. */
    readonly lanes: 1 | 4;
    /** Why, in words: one line for each choice. */
    readonly reasons: readonly string[];
}
/** Lanes of a tree whose chunks are one kernel. */
export declare const FUSED_WIDTH = 16;
/** The plan, or why there is none. */
export declare function planFast(form: MatrixForm, datapath: IntegerForm, ranges: OperandRanges): FastPlan | {
    readonly refused: string;
};
export interface FactorRange {
    /** The least power of two that all factors are multiples of. */
    readonly lowest: number;
    /** The largest odd factor: 1 or 3. */
    readonly significand: number;
    /** The exponent of the largest, rounded up. */
    readonly top: number;
}
/** The range of factors that are more than 0. */
export declare function factorRange(factors: readonly number[]): FactorRange;
