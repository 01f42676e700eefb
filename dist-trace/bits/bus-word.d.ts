/** Widest bus word, in bits: 1024 lanes of binary32. */
export declare const MAX_BUS_BITS: number;
/**
 * The bytes of a bus word, most significant first, as many as its width takes: `ceil(width / 8)`.
 * @param value in [0, 2^width) @param width in bits, 1..32768 @throws InputError, TypeError
 */
export declare function busWordToBytes(value: bigint, width: number): Uint8Array;
/** The bus word of 1..4096 bytes, most significant first. @throws InputError, TypeError */
export declare function busWordFromBytes(bytes: Uint8Array): bigint;
/** A bus word as `$readmemh` reads and `%h` prints it: `ceil(width / 4)` lower-case hexadecimal digits. @throws InputError, TypeError */
export declare function busWordToHex(value: bigint, width: number): string;
/** The bus word of hexadecimal digits. @param hex digits only, one or more @throws InputError */
export declare function busWordFromHex(hex: string): bigint;
