/** Random choices for stimulus: a Philox stream for each segment, so that a change to one segment leaves the others as they are. */
import { PhiloxWords } from '../philox-words.ts';
export declare class RandomStream extends PhiloxWords {
    /** @param seed in [0, 2^64) @param stream in [0, 2^32) */
    constructor(seed: bigint, stream: number);
    /** An integer in [0, limit). @param limit 1..2^32 */
    below(limit: number): number;
    /** An integer in [low, high]. */
    between(low: number, high: number): number;
    /** True with a probability. */
    chance(probability: number): boolean;
    pick<T>(choices: readonly T[]): T;
}
