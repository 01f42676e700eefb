/** Binary32 patterns to make operands from. */
import { FRACTION_BITS, FRACTION_MASK, HIDDEN_BIT, POSITIVE_INFINITY, QUIET_BIT, SIGN_BIT } from "../../bits/binary32.js";
/** Significand bits, with the hidden one. */
export const SIGNIFICAND_BITS = FRACTION_BITS + 1;
/** The largest significand, all ones. */
export const ALL_ONES = 2 * HIDDEN_BIT - 1;
/** The largest exponent field of a finite number. */
export const TOP_EXPONENT = 254;
/** A pattern from its fields. @param sign its lowest bit @param exponent field, 0..255 @param significand its lowest 23 bits: a hidden bit is dropped */
export function pattern(sign, exponent, significand) {
    return ((sign << 31) | (exponent << FRACTION_BITS) | (significand & FRACTION_MASK)) >>> 0;
}
/** A pattern with its sign turned where `sign` is 1. */
export function signed(sign, bits) {
    return (bits ^ (sign << 31)) >>> 0;
}
/** A magnitude at the boundaries of every kind of number: zero, subnormal, normal, infinite, NaN. */
export const SPECIAL_MAGNITUDES = [
    0,
    1,
    2,
    FRACTION_MASK,
    HIDDEN_BIT,
    HIDDEN_BIT + 1,
    pattern(0, 1, ALL_ONES),
    pattern(0, 2, 0),
    pattern(0, 103, 0),
    pattern(0, 126, ALL_ONES),
    pattern(0, 127, 0),
    pattern(0, 127, 1),
    pattern(0, 150, 0),
    pattern(0, 151, 0),
    pattern(0, 253, ALL_ONES),
    pattern(0, TOP_EXPONENT, 0),
    pattern(0, TOP_EXPONENT, ALL_ONES),
    POSITIVE_INFINITY,
    POSITIVE_INFINITY + 1,
    POSITIVE_INFINITY + QUIET_BIT - 1,
    POSITIVE_INFINITY + QUIET_BIT,
    SIGN_BIT - 1,
];
/** Both signs of the special magnitudes. */
export const SPECIALS = SPECIAL_MAGNITUDES.flatMap((magnitude) => [magnitude, signed(1, magnitude)]);
/** A NaN of every kind: each fraction bit alone, and each beside the quiet bit. @param kind in [0, 2 x 23) */
export function nan(sign, kind) {
    const bit = 1 << (kind % FRACTION_BITS);
    return pattern(sign, 255, kind < FRACTION_BITS ? bit : bit | QUIET_BIT);
}
export const NAN_KINDS = 2 * FRACTION_BITS;
/** A finite number of an exponent field, the rest random. @param exponent 0..254 */
export function finite(exponent, random) {
    return pattern(random.bit(), exponent, random.word());
}
/** A subnormal number whose leading one is at a place. @param place 0..22 */
export function subnormal(sign, place, random) {
    return pattern(sign, 0, (1 << place) | random.bits(place));
}
/** A fraction whose low bits are zeros, as many as it happens. */
export function shortFraction(random) {
    return random.bits(FRACTION_BITS) & ~((1 << random.below(SIGNIFICAND_BITS)) - 1);
}
/** A number of every kind, from a list of kinds as long as `OTHER_KINDS`. */
export function numberOfKind(kind, random) {
    const sign = random.bit();
    switch (OTHER_KINDS[kind]) {
        case 'zero':
            return pattern(sign, 0, 0);
        case 'subnormal':
            return subnormal(sign, random.below(FRACTION_BITS), random);
        case 'normal':
            return pattern(sign, 1 + random.below(TOP_EXPONENT), random.word());
        case 'infinity':
            return pattern(sign, 255, 0);
        case 'nan':
            return nan(sign, random.below(NAN_KINDS));
    }
}
export const OTHER_KINDS = ['zero', 'subnormal', 'normal', 'infinity', 'nan'];
//# sourceMappingURL=patterns.js.map