/** A named field of a line. */
export interface Field {
    readonly name: string;
    /** In bits. */
    readonly width: number;
}
/** An unsigned word of at most 32 bits. @throws InputError */
export declare function parseWord(text: string, field: Field): number;
/** An unsigned word of any width. @throws InputError */
export declare function parseWideWord(text: string, field: Field): bigint;
/** A two's complement word of any width. @throws InputError */
export declare function parseSigned(text: string, field: Field): bigint;
/** A word of at most 32 bits in all its digits. */
export declare function wordText(value: number, width: number): string;
/** A signed value as the two's complement word that `%h` prints. */
export declare function signedText(value: bigint, width: number): string;
