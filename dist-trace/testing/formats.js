/** Arbitrary number formats and codes. */
import fc from 'fast-check';
import { elementFormat, MAX_EXPONENT_BITS, MAX_MANTISSA_BITS } from "../formats/element.js";
import { groupScaleFormat, MAX_SCALE_EXPONENT_BITS } from "../formats/group-scale.js";
/** Element formats <E,M>, shrinking to few bits. */
export function elementFormats({ E = MAX_EXPONENT_BITS, M = MAX_MANTISSA_BITS } = {}) {
    elementFormat(E, M);
    return fc
        .tuple(fc.nat(E), fc.nat(M))
        .filter(([e, m]) => e + m >= 1)
        .map(([e, m]) => elementFormat(e, m));
}
/** Group scale formats <Eg,Mg>. */
export function groupScaleFormats() {
    return fc.tuple(fc.integer({ min: 1, max: MAX_SCALE_EXPONENT_BITS }), fc.nat(1)).map(([Eg, Mg]) => groupScaleFormat(Eg, Mg));
}
/** The codes where arithmetic goes wrong: both zeros, the largest magnitude of both signs, and both sides of the step from subnormal to normal. */
export function extremeCodes({ E, M, maxMagnitudeCode }) {
    const sign = maxMagnitudeCode + 1;
    const edge = E === 0 ? [] : [2 ** M - 1, 2 ** M];
    return [...new Set([0, maxMagnitudeCode, 1, ...edge].flatMap((magnitude) => [magnitude, sign + magnitude]))];
}
/** Codes of a format, extreme ones half of the time, shrinking to 0. */
export function elementCodes(format) {
    return fc.oneof(fc.nat(2 ** format.codeBits - 1), fc.constantFrom(...extremeCodes(format)));
}
//# sourceMappingURL=formats.js.map