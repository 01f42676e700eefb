/** Result by result: what matches, what doesn't and why, and what all failures have in common. */
import type { Field } from '../fields.ts';
import type { ClassRange } from '../manifest.ts';
import { type NanPolicy } from './difference.ts';
import type { FoundSource } from './found-source.ts';
import type { GoldenResults } from './golden-results.ts';
import type { Failure } from './outcome.ts';
import { Tally } from './tally.ts';
/** How results are compared, and what is said about them. */
export interface ResultOptions {
    readonly nan: NanPolicy;
    /** How many failures are explained. */
    readonly errors: number;
    /** In order of their first case or cycle. */
    readonly classes: readonly ClassRange[];
    /** What a result is called: case or output. */
    readonly noun: 'case' | 'output';
    /** The fields of the whole golden word that are operands. */
    readonly operands: readonly Field[];
    /** A stamp from here on is of another run. */
    readonly stampLimit: number;
    /** Cycles from the issue of what an output's class is decided by until it is visible; 0 for a unit. */
    readonly latency: number;
}
export declare class ResultComparison {
    #private;
    readonly failures: Failure[];
    readonly tally: Tally;
    /** Whether the golden results are on one that is to come. */
    due: boolean;
    constructor(found: FoundSource, golden: GoldenResults, options: ResultOptions);
    /** Goes on to the next golden result. */
    advance(): void;
    /** Takes note of a stamped result. */
    given(stamp: number): void;
    /** What all failures have in common, and where to look next. */
    facts(): string[];
    matched(): void;
    /** Of a result whose text is not the expected one. */
    compare(): void;
    missing(): void;
    leftOver(): void;
}
