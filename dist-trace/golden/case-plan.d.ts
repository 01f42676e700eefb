/** Which cases a set takes, and in what order: the directed classes, then random ones; or every case there is. */
import type { CaseClass, Level } from './case-class.ts';
/** A range of the set's cases that come from one class. */
export interface PlannedRange {
    /** Index into the classes; or all inputs in order; or a mixture of all classes. */
    readonly from: number | 'enumerated' | 'random';
    readonly count: number;
}
/** What is asked for. */
export interface CaseDemand {
    readonly level: Level;
    /** Cases in all; without it, what the level takes. */
    readonly count?: number | undefined;
    /** Bits of all inputs, where every word of them is a legal case. */
    readonly inputBits?: number | undefined;
    /** Without a count, no more cases than this. */
    readonly atMost?: number | undefined;
}
/** Whether a set has all inputs there are. A count that is too small for that samples them instead. */
export declare function isEnumerated({ level, count, inputBits }: CaseDemand): boolean;
/**
 * The ranges of a set, none of them empty. With a count below the number of directed cases every class is thinned in proportion, and keeps at least
 * one case while the count allows; with a larger one random cases fill it up.
 */
export declare function planCases(classes: readonly CaseClass<unknown>[], demand: CaseDemand): PlannedRange[];
/** One index of each of `count` equal parts of a class, so that a thinned class still reaches from its first case to its last. */
export declare function thinnedIndex(size: number, count: number, nth: number, below: (limit: number) => number): number;
