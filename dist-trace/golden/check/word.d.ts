/** A word of any width. Where a bit is unknown, `value` has a 0. */
export interface Word {
    readonly value: bigint;
    /** The bits that are x or z. A hexadecimal digit x or z stands for four of them. */
    readonly unknown: bigint;
    /** Those of them that are z. */
    readonly highZ: bigint;
}
/** A word all of whose bits are known. */
export declare function knownWord(value: bigint): Word;
/** @param digits hexadecimal digits, x and z, one or more */
export declare function wordOfHex(digits: string): Word;
/** @param digits binary digits, x and z, one or more */
export declare function wordOfBits(digits: string): Word;
/** Bits [lsb + width - 1 : lsb] of a value. */
export declare function slice(value: bigint, lsb: number, width: number): bigint;
/** Bits [lsb + width - 1 : lsb] of a word. */
export declare function sliceWord({ value, unknown, highZ }: Word, lsb: number, width: number): Word;
/** Hexadecimal digits of a word, as `%h` prints them: a digit with unknown bits is x, or z where all of them are. */
export declare function wordText({ value, unknown, highZ }: Word, width: number): string;
/** The bits that are set, from the lowest on, as ranges: `0, 3..5`. */
export declare function bitRanges(bits: bigint): string;
