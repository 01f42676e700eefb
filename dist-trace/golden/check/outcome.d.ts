/** What a check found out: the data that text, JSON and HTML are made of. */
import type { Difference } from './difference.ts';
import type { Reading } from './reading.ts';
export type Verdict = 'mismatched' | 'unknown' | 'missing' | 'left over';
export interface Counts {
    /** What there is to compare: cases, outputs, or cycles of registers. */
    readonly total: number;
    readonly matched: number;
    readonly mismatched: number;
    /** With x or z in a compared field. */
    readonly unknown: number;
    readonly missing: number;
    /** Given beyond those that were expected; not in `total`. */
    readonly leftOver: number;
    /** Of the matched ones, those that match because `--nan any` takes every NaN. */
    readonly nansAccepted: number;
}
/** A class of cases in which something is wrong. */
export interface ClassCounts {
    readonly name: string;
    readonly about: string;
    /** Its cases (of the element: its cycles). */
    readonly count: number;
    readonly mismatched: number;
    readonly unknown: number;
    readonly missing: number;
}
export interface ClassName {
    readonly name: string;
    readonly about: string;
}
/** A result that is wrong, missing or too many. */
export interface Failure {
    readonly verdict: Verdict;
    /** The case or the output, from 0; null where nothing is known of it. */
    readonly index: number | null;
    /** Of the element. */
    readonly cycle: number | null;
    readonly class: ClassName | null;
    /** Where it is in the dump; empty for what is missing. */
    readonly place: string;
    readonly operands: readonly Reading[];
    /** The result's fields. */
    readonly results: readonly Difference[];
}
/** A register of the element that does not hold what it should. */
export interface RegisterFailure {
    readonly verdict: 'mismatched' | 'unknown';
    readonly cycle: number;
    /** M, A, S, C, T, R or Z. */
    readonly letter: string;
    /** The stage as a path, such as `T.level2.stage0`. */
    readonly stage: string;
    /** The register as in the manifest, such as `A.sum`. */
    readonly register: string;
    /** What `index` counts: lanes, nodes, stages or contexts; empty for a single register. */
    readonly indexName: 'lane' | 'node' | 'stage' | 'context' | '';
    readonly index: number;
    readonly place: string;
    readonly difference: Difference;
    /** What it was loaded from: golden values in the cycle before. */
    readonly inputs: readonly Reading[];
    /** The cycle in which what the stage holds was issued; negative before the run. */
    readonly issueCycle: number;
    readonly class: ClassName | null;
}
/** How far a difference has spread: a stage with something wrong. */
export interface StageSpread {
    readonly letter: string;
    readonly stage: string;
    readonly firstCycle: number;
    /** The first register there that was wrong, with its index. */
    readonly first: string;
    /** Wrong registers in all cycles. */
    readonly wrong: number;
    /** Which ones they are, as far as they are not too many. */
    readonly registers: readonly RegisterPlace[];
}
/** A register of a bank. */
export interface RegisterPlace {
    readonly register: string;
    readonly indexName: RegisterFailure['indexName'];
    readonly index: number;
}
export interface OutputPlace {
    readonly index: number;
    readonly cycle: number;
}
/** What is only there for registers. */
export interface RegisterOutcome {
    /** `valid`: those that were just loaded; `all`: every register in every cycle. */
    readonly compare: CompareMode;
    /** The registers that the dump has. */
    readonly compared: readonly string[];
    /** Wrong registers in all cycles. */
    readonly wrong: number;
    /** The earliest, whether or not any are to be explained: where a design first goes its own way. */
    readonly first: RegisterFailure | null;
    /** The first ones, that one included, by cycle, then by stage, then by lane. */
    readonly failures: readonly RegisterFailure[];
    /** By stage, in the order of the pipeline. */
    readonly spread: readonly StageSpread[];
    readonly firstWrongOutput: OutputPlace | null;
}
export declare const COMPARE_MODES: readonly ["valid", "all"];
export type CompareMode = (typeof COMPARE_MODES)[number];
export interface Outcome {
    /** Whether all there is to compare matches. */
    readonly matches: boolean;
    /** What was compared. */
    readonly kind: 'results' | 'outputs' | 'registers';
    readonly counts: Counts;
    readonly classes: readonly ClassCounts[];
    readonly hints: readonly string[];
    /** The first results that fail, in the order of the dump; empty for registers. */
    readonly failures: readonly Failure[];
    /** Null but for registers. */
    readonly registers: RegisterOutcome | null;
}
