/** The two loops that every simulated cycle runs through: the multipliers and the local accumulators of all lanes. */
/** The number of set bits of a 32-bit word. */
export declare function populationCount(word: number): number;
/** The low bits of a word of `width` bits, as a mask. */
export declare function lowBits(width: number): number;
/** product[lane] = x[xBases[lane] + k] times y[yBases[lane] + offset]. */
export declare function multiplyLanes(product: Int32Array, x: Int32Array, xBases: Int32Array, k: number, y: Int32Array, yBases: Int32Array, offset: number, lanes: number): void;
/** `multiplyLanes`, counting the register bits under `mask` that change. */
export declare function multiplyLanesCounting(product: Int32Array, x: Int32Array, xBases: Int32Array, k: number, y: Int32Array, yBases: Int32Array, offset: number, lanes: number, mask: number): number;
/** sum[lane] += product[lane], where no sum can leave the accumulator. */
export declare function addLanes(sum: Int32Array, product: Int32Array, lanes: number): void;
/** sum[lane] = product[lane]. */
export declare function loadLanes(sum: Int32Array, product: Int32Array, lanes: number): void;
/** The sum and bits that change, where no sum can leave the accumulator. @param keep -1 to add, 0 to load */
export declare function addLanesCounting(sum: Int32Array, product: Int32Array, lanes: number, mask: number, keep: number): number;
/** An accumulator of at most 32 bits. */
export interface NarrowAccumulator {
    readonly max: number;
    readonly min: number;
    /** Bits of a 32-bit word that the accumulator has not. */
    readonly unused: number;
    readonly wraps: boolean;
}
/** @param width 4..32 */
export declare function narrowAccumulator(width: number, wraps: boolean): NarrowAccumulator;
/** What a sum outside of an accumulator becomes; equal to the unit's `accumulate`. @param exact old sum + product, an exact double */
export declare function limitSum(exact: number, { max, unused, min, wraps }: NarrowAccumulator): number;
/** The accumulators with their width checked at each step. @returns the register bits that change */
export declare function accumulateLanes(sum: Int32Array, overflow: Uint32Array, product: Int32Array, lanes: number, first: boolean, accumulator: NarrowAccumulator, mask: number): number;
/** The bits of a word of `width` bits above the low 32, as a mask. */
export declare function highBits(width: number): number;
/** Register bits that change in integers of at most 53 bits. @param low, high the masks of `lowBits` and `highBits` */
export declare function scaledSumToggles(before: number, next: number, low: number, high: number): number;
/**
 * sum[lane] = the sum over k of x[xBases[lane] + k] times y[yBases[lane] + base + offsets[k]], where no sum can leave 32 bits.
 */
export declare function sumLanes(sum: Int32Array, lanes: number, groupSize: number, x: Int32Array, xBases: Int32Array, y: Int32Array, yBases: Int32Array, base: number, offsets: Int32Array): void;
