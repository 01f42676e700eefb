/** The lines of a VCD file, gathered in a buffer of bytes: strings would cost more than all the rest. */
import type { OutputFile } from './atomic-file.ts';
/** Codes are packed: up to three characters, lowest first, and a line feed. */
export declare class VcdText {
    #private;
    constructor(out: OutputFile);
    /** Writes all lines so far. @throws InputError */
    flush(): void;
    /** A simulation command, with its line feed. */
    keyword(text: string): void;
    /** @param time an integer in [0, 2^53) */
    time(time: number): void;
    /** @param bit 0 or 1 */
    scalar(bit: number, code: number): void;
    /** A binary value without leading zeros, which readers put back. @param word in [0, 2^32) */
    vector(word: number, code: number): void;
    /**
     * The lines of all signals of a bank whose words have changed: `vector` for each, in one straight loop without a call. Stops at a word that the
     * width does not hold.
     * @param words in two's complement @param written what was written last; updated @param unused 32 less the width @param signed whether a word
     * is sign-extended
     * @returns the index of a word that does not fit, or -1
     */
    changedVectors(words: Int32Array, written: Int32Array, codes: Uint32Array, unused: number, signed: boolean): number;
    /** A binary value of more than 32 bits, high x 2^32 + low. @param high in [1, 2^32) @param low in [0, 2^32) */
    longVector(high: number, low: number, code: number): void;
    /** A binary value. @param digits up to MAX_SIGNAL_WIDTH digits */
    digits(digits: string, code: number): void;
    /** The exact value of a binary32 pattern, in the digits that give it back when read as binary64. Infinities and NaN as C writes and reads them. */
    real(pattern: number, code: number): void;
}
