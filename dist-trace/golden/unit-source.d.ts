import type { Level } from './case-class.ts';
import type { UnitCases } from './unit-cases.ts';
import type { VectorSource } from './vector-source.ts';
/** How large a set is, and which. */
export interface SetOptions {
    readonly level: Level;
    /** In [0, 2^64). */
    readonly seed: bigint;
    /** Cases in all, at least 1; without it, what the level takes. */
    readonly count?: number | undefined;
}
export declare const MAX_COUNT = 1000000000;
/** The vector set of a unit. @throws InputError for a count out of range */
export declare function unitSource<Case>(cases: UnitCases<Case>, { level, seed, count }: SetOptions): VectorSource;
