/** The inner loops of the analysis on data: the local accumulation of one group for a tile of outputs. Exact integers in doubles. */
/** What the loops read: taps, and where each output meets them. */
export interface GroupSource {
    readonly weights: Float64Array;
    readonly source: Float64Array;
    readonly bases: Int32Array;
    readonly offsets: Int32Array;
}
/**
 * The sum of each output's group, and the lowest and the highest partial sum on the way, in the order k; 0 is always among them.
 * @param sums, lows, highs one for each output
 */
export declare function accumulateTracked(sums: Float64Array, lows: Float64Array, highs: Float64Array, { weights, source, bases, offsets }: GroupSource): void;
/**
 * Sums of groups that overflow, in an accumulator that saturates at each step, in the place of their exact sums.
 * @param needs the width that each group needs @param width A
 */
export declare function saturateSums(sums: Float64Array, needs: Uint8Array, { weights, source, bases, offsets }: GroupSource, width: number): void;
/** Exact sums modulo 2^A, as signed words. @param sums integers of at most 52 bits; those that fit stay as they are */
export declare function wrapSums(sums: Float64Array, count: number, width: number): void;
