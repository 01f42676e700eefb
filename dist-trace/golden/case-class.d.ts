/** Classes of test cases: operands that were chosen to find one kind of mistake. */
import type { CaseRandom } from './case-random.ts';
/** How thorough a set is: 1 for every day, 2 about ten times as large. */
export type Level = 1 | 2;
/** A class of cases, each found by its index. */
export interface CaseClass<Case> {
    readonly name: string;
    /** What it is to find. */
    readonly about: string;
    /** Cases of a full set. */
    readonly size: number;
    /** A case. The index says where in the class it lies; what the class leaves open is random. @param index in [0, size) */
    at(index: number, random: CaseRandom): Case;
}
/**
 * A class as a grid: every combination of the values of its dimensions, the first one outermost, and all of it `repeats` times with other random bits.
 * @param shape how many values each dimension has; a dimension of 0 makes an empty class
 * @param make the case at a place of the grid, one index for each dimension
 */
export declare function gridClass<Case>(name: string, about: string, shape: readonly number[], repeats: number, make: (place: readonly number[], random: CaseRandom) => Case): CaseClass<Case>;
/** A class of operands that only the random words choose. */
export declare function randomClass<Case>(name: string, about: string, size: number, make: (random: CaseRandom) => Case): CaseClass<Case>;
/** A class of listed cases. */
export declare function listClass<Case>(name: string, about: string, cases: readonly Case[]): CaseClass<Case>;
/** Integers from low to high, both included. */
export declare function range(low: number, high: number): number[];
/** All pairs of a first integer and a second one from a range that may depend on it. */
export declare function pairs(firsts: readonly number[], seconds: (first: number) => readonly number[]): (readonly [number, number])[];
