/** Counts of what fails, in all and by class. */
import type { ClassRange } from '../manifest.ts';
import type { ClassCounts, ClassName, Counts, Verdict } from './outcome.ts';
type Counted = {
    -readonly [Key in keyof Counts]: Counts[Key];
};
export declare class Tally {
    #private;
    readonly counts: Counted;
    /** @param classes in order of their first case or cycle */
    constructor(classes: readonly ClassRange[]);
    /** Counts a failure. @param at the case or cycle that decides its class, or undefined for none @returns its class */
    fail(verdict: Verdict, at: number | undefined): ClassName | null;
    /** The classes with failures, in order. */
    classes(): ClassCounts[];
    /** Whether nothing failed. */
    get matches(): boolean;
}
export {};
