/**
 * The element format <E,M> of MLS: one sign bit, E exponent bits, M mantissa bits (paper Sec. 3, Eq. 2-3).
 *
 * A code is `sign << (E+M) | exp << M | man`. With exp = 0 the element is subnormal and its magnitude integer is `man`; otherwise it is
 * normal and its magnitude integer is `(2^M + man) << (exp-1)`. The value is (-1)^sign x magnitude x 2^lsb. There is no infinity and no NaN.
 */
import { requireInteger } from "../bits/check.js";
export const MAX_EXPONENT_BITS = 5;
export const MAX_MANTISSA_BITS = 10;
/** The format <E,M>. @param E 0..5 @param M 0..10, with E + M >= 1 @throws InputError, TypeError */
export function elementFormat(E, M) {
    requireInteger('element format <E,M>: E', E, 0, MAX_EXPONENT_BITS);
    requireInteger('element format <E,M>: M', M, E === 0 ? 1 : 0, MAX_MANTISSA_BITS);
    const emin = 1 - 2 ** E;
    const maxMagnitudeCode = 2 ** (E + M) - 1;
    return {
        E,
        M,
        codeBits: 1 + E + M,
        emin,
        lsb: emin - M,
        maxMagnitudeCode,
        maxMagnitude: magnitudeOfCode(M, maxMagnitudeCode),
        magnitudeBits: M + 2 ** E - 1,
    };
}
/** `<E,M>` as text. */
export function elementFormatName(format) {
    return `<${format.E},${format.M}>`;
}
/** Splits a code into its fields. @param code an integer in [0, 2^codeBits) */
export function elementFields(format, code) {
    return {
        sign: code > format.maxMagnitudeCode ? 1 : 0,
        exp: (code & format.maxMagnitudeCode) >>> format.M,
        man: code & (2 ** format.M - 1),
    };
}
/** The signed magnitude integer of a code, an integer of at most 41 bits and a sign; both zeros give 0. @param code in [0, 2^codeBits) */
export function elementInteger(format, code) {
    const magnitude = magnitudeOfCode(format.M, code & format.maxMagnitudeCode);
    return code > format.maxMagnitudeCode ? 0 - magnitude : magnitude;
}
/** The exact value of a code, with the sign of a zero. @param code in [0, 2^codeBits) */
export function elementValue(format, code) {
    const value = magnitudeOfCode(format.M, code & format.maxMagnitudeCode) * 2 ** format.lsb;
    return code > format.maxMagnitudeCode ? -value : value;
}
function magnitudeOfCode(M, magnitudeCode) {
    const exp = magnitudeCode >>> M;
    const man = magnitudeCode & (2 ** M - 1);
    return exp === 0 ? man : (2 ** M + man) * 2 ** (exp - 1);
}
//# sourceMappingURL=element.js.map