/** What `mlsim eval` needs to know of a unit. */
import type { Command } from 'commander';
/** Turns the words of one line into the answer's line. @throws InputError */
export type Evaluate = (words: readonly string[]) => string;
/** A unit as a filter. */
export interface EvalUnit {
    readonly name: string;
    readonly summary: string;
    /** The words of a line, and of the answer. */
    readonly lines: string;
    /** A line and its answer, as they would be typed. */
    readonly example: {
        readonly options?: string;
        readonly input: string;
        readonly output: string;
    };
    /** Adds the unit's parameters to its command. */
    addOptions(command: Command): void;
    /** The filter for given parameters: what the options of `addOptions` give. */
    prepare(flags: object): Evaluate;
}
/** Checks how many words a line has. @throws InputError */
export declare function requireWords(words: readonly string[], names: string, low: number, high?: number): void;
