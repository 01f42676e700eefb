import type { CaseRandom } from '../case-random.ts';
/** Significand bits, with the hidden one. */
export declare const SIGNIFICAND_BITS: number;
/** The largest significand, all ones. */
export declare const ALL_ONES: number;
/** The largest exponent field of a finite number. */
export declare const TOP_EXPONENT = 254;
/** A pattern from its fields. @param sign its lowest bit @param exponent field, 0..255 @param significand its lowest 23 bits: a hidden bit is dropped */
export declare function pattern(sign: number, exponent: number, significand: number): number;
/** A pattern with its sign turned where `sign` is 1. */
export declare function signed(sign: number, bits: number): number;
/** A magnitude at the boundaries of every kind of number: zero, subnormal, normal, infinite, NaN. */
export declare const SPECIAL_MAGNITUDES: readonly number[];
/** Both signs of the special magnitudes. */
export declare const SPECIALS: readonly number[];
/** A NaN of every kind: each fraction bit alone, and each beside the quiet bit. @param kind in [0, 2 x 23) */
export declare function nan(sign: number, kind: number): number;
export declare const NAN_KINDS: number;
/** A finite number of an exponent field, the rest random. @param exponent 0..254 */
export declare function finite(exponent: number, random: CaseRandom): number;
/** A subnormal number whose leading one is at a place. @param place 0..22 */
export declare function subnormal(sign: number, place: number, random: CaseRandom): number;
/** A fraction whose low bits are zeros, as many as it happens. */
export declare function shortFraction(random: CaseRandom): number;
/** A number of every kind, from a list of kinds as long as `OTHER_KINDS`. */
export declare function numberOfKind(kind: number, random: CaseRandom): number;
export declare const OTHER_KINDS: readonly ["zero", "subnormal", "normal", "infinity", "nan"];
