/** Bit patterns of the host's own binary32 numbers, and back: no arithmetic, only a change of view. */
/** The bit pattern of a number that is exact in binary32. */
export declare function binary32Bits(value: number): number;
/** The number with a bit pattern. @param bits in [0, 2^32) */
export declare function binary32Value(bits: number): number;
/** A bit pattern as people read it: 8 hexadecimal digits. */
export declare function hex32(bits: number): string;
