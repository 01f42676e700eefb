/**
 * The random words of test cases: Philox4x32-10 with the seed as its key, and with the class and the case in its counter. So the words of a case
 * depend on seed, class and index alone, and a set that takes only some cases of a class has the very cases of the full one.
 */
import { PhiloxWords } from './philox-words.ts';
/** Where the random words of one case come from; `seek` moves it to another case. */
export declare class CaseRandom extends PhiloxWords {
    /** Goes to the first word of a case. @param stream in [0, 2^32) @param index in [0, 2^53) */
    seek(stream: number, index: number): void;
    /** An integer in [0, limit). @param limit in [1, 2^32] */
    below(limit: number): number;
    /** 0 or 1. */
    bit(): 0 | 1;
    /** One of a list that is not empty. */
    pick<T>(list: readonly T[]): T;
    /** An unsigned integer of some bits, any number of them. */
    wide(bits: number): bigint;
    /** A signed integer of some bits. @param bits at least 1 */
    signed(bits: number): bigint;
}
