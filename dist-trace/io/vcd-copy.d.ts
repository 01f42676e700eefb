import type { SignalBank } from './vcd.ts';
/** A memory as words and as pairs of words: two are copied as fast as one. */
export interface WordsAndPairs {
    readonly words: Int32Array;
    readonly pairs: BigInt64Array;
}
export declare class BankCopy {
    #private;
    /** @param bank of at most MAX_FORMATTED_WIDTH bits @param index its own */
    constructor(bank: SignalBank, index: number);
    /**
     * Writes the bank's index and its values. Words as they are, doubles as two words; whether they fit their width is not looked at but where they
     * must be converted.
     * @param at index of a word @returns the index behind the values @throws RangeError for a value that its width does not hold
     */
    write(target: WordsAndPairs, at: number): number;
}
