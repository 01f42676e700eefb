import type { ElementFormat } from './element.ts';
import { type GroupScaleFormat } from './group-scale.ts';
export declare const ROUNDINGS: readonly ["nearest", "stochastic", "truncate"];
export type Rounding = (typeof ROUNDINGS)[number];
export declare const MANTISSA_OVERFLOWS: readonly ["clip", "carry"];
/** What a mantissa that rounds up to the next power of two does: stays below it (Alg. 1 line 13) or moves to the next exponent (IEEE 754). */
export type MantissaOverflow = (typeof MANTISSA_OVERFLOWS)[number];
export declare const MAX_RANDOM_BITS = 24;
/** How one element is rounded to its code. */
export interface ElementRounding {
    readonly rounding: Rounding;
    readonly mantissaOverflow: MantissaOverflow;
    /** k, the width of a random integer, 1..24. */
    readonly randomBits: number;
}
/** A function from an element's binary32 pattern (and random integer) to its code. */
export type ElementQuantizer = (bits: number, random: number) => number;
/**
 * The quantizer of one group: x = |X| / (S_g x S_t) to a code (Alg. 1 lines 9-14).
 * The result of the returned function is -1 when |X| is above S_g x S_t: outside of the format.
 * @param tensorScale bit pattern of a positive finite binary32 number
 */
export declare function elementQuantizer(format: ElementFormat, scaleFormat: GroupScaleFormat, scaleCode: number, tensorScale: number, { rounding, mantissaOverflow, randomBits }: ElementRounding): ElementQuantizer;
