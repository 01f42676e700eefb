export declare const MAX_SCALE_EXPONENT_BITS = 8;
/** An <Eg,Mg> format and all that follows from it. */
export interface GroupScaleFormat {
    /** Exponent bits, 1..8. */
    readonly Eg: number;
    /** Mantissa bits, 0 or 1. */
    readonly Mg: number;
    /** Width of a code: Eg + Mg bits. */
    readonly codeBits: number;
    /** The largest exponent field, 2^Eg - 1, that of the smallest scale. */
    readonly maxExp: number;
}
/** The format <Eg,Mg>. @param Eg 1..8 @param Mg 0 or 1 @throws InputError, TypeError */
export declare function groupScaleFormat(Eg: number, Mg: number): GroupScaleFormat;
/** The exponent field of a code. @param code in [0, 2^codeBits) */
export declare function scaleExp(format: GroupScaleFormat, code: number): number;
/** The mantissa field of a code, 0 or 1; always 0 when Mg = 0. @param code in [0, 2^codeBits) */
export declare function scaleMan(format: GroupScaleFormat, code: number): number;
/** The exact value of a code, in (0, 1.5]. @param code in [0, 2^codeBits) */
export declare function scaleValue(format: GroupScaleFormat, code: number): number;
