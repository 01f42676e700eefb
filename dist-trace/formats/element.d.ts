export declare const MAX_EXPONENT_BITS = 5;
export declare const MAX_MANTISSA_BITS = 10;
/** An <E,M> format and all that follows from E and M. */
export interface ElementFormat {
    /** Exponent bits, 0..5. With E = 0 every code is subnormal: a fixed-point fraction man / 2^M. */
    readonly E: number;
    /** Mantissa bits, 0..10. */
    readonly M: number;
    /** Width of a code: 1 + E + M bits. */
    readonly codeBits: number;
    /** Exponent of the smallest normal value, 1 - 2^E: that of 2^emin. */
    readonly emin: number;
    /** Exponent of the least significant bit of the magnitude integer: emin - M. */
    readonly lsb: number;
    /** The largest magnitude code (a code without its sign bit): 2^(E+M) - 1. */
    readonly maxMagnitudeCode: number;
    /** The largest magnitude integer, below 2^magnitudeBits. */
    readonly maxMagnitude: number;
    /** Width of the magnitude integer: M + 2^E - 1 bits, at most 41 (Appendix B has twice that for the product). */
    readonly magnitudeBits: number;
}
/** The format <E,M>. @param E 0..5 @param M 0..10, with E + M >= 1 @throws InputError, TypeError */
export declare function elementFormat(E: number, M: number): ElementFormat;
/** `<E,M>` as text. */
export declare function elementFormatName(format: ElementFormat): string;
/** The fields of an element. */
export interface ElementFields {
    /** 1 for negative. */
    readonly sign: 0 | 1;
    readonly exp: number;
    readonly man: number;
}
/** Splits a code into its fields. @param code an integer in [0, 2^codeBits) */
export declare function elementFields(format: ElementFormat, code: number): ElementFields;
/** The signed magnitude integer of a code, an integer of at most 41 bits and a sign; both zeros give 0. @param code in [0, 2^codeBits) */
export declare function elementInteger(format: ElementFormat, code: number): number;
/** The exact value of a code, with the sign of a zero. @param code in [0, 2^codeBits) */
export declare function elementValue(format: ElementFormat, code: number): number;
