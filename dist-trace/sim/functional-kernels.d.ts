/** The inner loops of the functional engine: the local accumulation of one group for a tile of outputs. Exact integers in doubles. */
/** Element of a tap relative to its output's base, in the order k of the group. */
export type TapOffsets = Int32Array;
/**
 * sums[i] = sum over k of weights[k] x source[bases[i] + offsets[k]], where no partial sum can leave the accumulator or a double.
 * Equal to `accumulate` over the products in any order.
 */
export declare function accumulateExact(sums: Float64Array, weights: Float64Array, source: Float64Array, bases: Int32Array, offsets: TapOffsets): void;
/**
 * The same with the accumulator's width at each step, in the order k. Equal to `accumulate`: overflowed[i] is the sticky flag.
 * Needs |old sum + product| <= 2^53.
 */
export declare function accumulateChecked(sums: Float64Array, overflowed: Uint8Array, weights: Float64Array, source: Float64Array, bases: Int32Array, offsets: TapOffsets, accumulator: {
    readonly width: number;
    readonly overflow: 'wrap' | 'saturate';
}): void;
