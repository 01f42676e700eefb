/** What the reports of `mlsim width --data` say in words and figures. */
import type { Pass } from '../sim/convolution.ts';
import type { Effect } from '../width/effects.ts';
import type { Measurement } from '../width/measure.ts';
/** What was measured. */
export interface MeasuredSubject {
    readonly pass: Pass;
    /** X and Y. */
    readonly files: readonly [string, string];
    /** Names of their element formats. */
    readonly formats: readonly [string, string];
    /** A, the accumulator that the user asks about. */
    readonly accumulatorWidth: number;
}
/** An integer in groups of three digits: 1 234 567. */
export declare function thousands(value: number | bigint): string;
/** A share in percent; one that is not 0 never looks like 0, and one below 1 never like 1. */
export declare function percentText(share: number): string;
/** Decibels; nothing where no output changed. */
export declare function sqnrText(effect: Effect | undefined): string;
/** The three bounds, each tighter than the one before. */
export declare function boundRows({ worst, known, needs }: Measurement): readonly {
    readonly what: string;
    readonly width: number;
    readonly sum: bigint;
}[];
/** Whether the accumulator that the user asks about is wide enough. */
export declare function answerText({ worst, known, needs }: Measurement, width: number): string;
/** Where the largest partial sum is. */
export declare function peakText({ needs, peakOutput }: Measurement): string;
/** What the converter behind the group scaler does. */
export declare function scalerText({ scaler: { groups, exact, rounded, underflowed, significantBits } }: Measurement): string;
