export declare const ACCUMULATOR_OVERFLOWS: readonly ["wrap", "saturate"];
/** What a sum outside of A bits becomes: itself modulo 2^A, or the nearest limit. */
export type AccumulatorOverflow = (typeof ACCUMULATOR_OVERFLOWS)[number];
export declare const MIN_ACCUMULATOR_WIDTH = 4;
export declare const MAX_ACCUMULATOR_WIDTH = 64;
/** The parameters of an accumulator. */
export interface AccumulatorFormat {
    /** A, in bits, 4..64. */
    readonly width: number;
    readonly overflow: AccumulatorOverflow;
}
/** The register and its sticky flag. */
export interface AccumulatorState {
    /** A partial sum in [-2^(A-1), 2^(A-1)). */
    readonly sum: bigint;
    /** Set once a step of this group left A bits. */
    readonly overflow: boolean;
}
/** Checks the parameters. @throws InputError, TypeError */
export declare function accumulatorFormat(width: number, overflow: AccumulatorOverflow): AccumulatorFormat;
/**
 * The state after one product. The sum of old and product is formed exactly, then wraps or saturates once; a load is a step too, so the
 * first product of a group can overflow.
 * @param product any signed integer, wider than A bits or not
 */
export declare function accumulate(format: AccumulatorFormat, old: AccumulatorState, product: bigint, first: boolean): AccumulatorState;
/** The state before a group's first product. */
export declare const EMPTY_ACCUMULATOR: AccumulatorState;
