export declare class PackedWord {
    private readonly limbs;
    private readonly bytes;
    private readonly digits;
    /** All zeros. @param bits at least 1 */
    constructor(bits: number);
    /** Replaces bits lsb .. lsb + width - 1. @param width 1..32 @param value its low `width` bits are taken */
    put(lsb: number, width: number, value: number): void;
    /** The same for any width and any integer, in two's complement. */
    putInteger(lsb: number, width: number, value: bigint): void;
    /** Lower-case hexadecimal digits, the top one first. */
    hex(): string;
}
