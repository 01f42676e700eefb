/** A stretch of outputs with the sums of all their groups, whatever arithmetic they were found with. */
import type { AccumulatorFormat } from '../units/local-accumulator.ts';
import type { ScalerTally } from './scaler-tally.ts';
/** The largest magnitude that a partial sum reached, and where first. */
export interface Peak {
    readonly magnitude: bigint;
    /** Row-major output index. */
    readonly output: number;
    readonly group: number;
}
/** Consecutive outputs. */
export interface Tile {
    readonly firstOutput: number;
    readonly count: number;
    readonly groupCount: number;
    /** The smallest width that the group's partial sums fit in, each of them in order: group g of output i at g x count + i. */
    readonly needs: Uint8Array;
    readonly peak: Peak;
    /**
     * The scaled sums of a group for each output, before their conversion to binary32, as `out[i] x` the returned factor: an exact double.
     * @param limit the accumulator, or undefined for one that is wide enough
     */
    scaledSums(g: number, out: Float64Array, limit?: AccumulatorFormat): number;
    /** Counts the scaler's outputs of wide accumulators. */
    tallyScaler(tally: ScalerTally): void;
}
