import { type PeInputs } from './inputs.ts';
import { type PeParameters } from './parameters.ts';
import { type Segment } from './segment.ts';
export interface PeOptions {
    readonly level: 1 | 2;
    /** In [0, 2^64). */
    readonly seed: bigint;
    /**
     * Cycles of stimulus wanted, 1..10^8: the set ends with the first segment at whose end so many have passed (and the last drain). Below the
     * level's own number the runs of directed segments get fewer outputs, in proportion but at least one; where even that is too long,
     * the last classes are missing. Without it a set has all directed segments and a number of random ones.
     */
    readonly count?: number | undefined;
}
/** The cycles of a set without a count; directed segments alone may take more. */
export declare const LEVEL_CYCLES: {
    readonly 1: 3000;
    readonly 2: 30000;
};
/** The options, checked. @throws InputError, TypeError */
export declare function requirePeOptions(options: PeOptions): PeOptions;
/** The cycles that a set aims at. */
export declare function cyclesWanted({ level, count }: PeOptions): number;
/** Every cycle of a set with the segment that it belongs to; the end belongs to the last one. @param played the cycles so far, at each moment */
export declare function cycles(p: PeParameters, options: PeOptions, played: () => number): Generator<{
    readonly segment: Segment;
    readonly inputs: PeInputs;
}, void>;
