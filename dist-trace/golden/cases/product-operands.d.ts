import type { CaseRandom } from '../case-random.ts';
import type { OperandPair } from './adder-operands.ts';
/** Two significands in [2^23, 2^24). */
export type Significands = readonly [number, number];
/** Whether a product is in [2^47, 2^48), where the normalizer shifts. */
export declare function isAbove2([a, b]: Significands): boolean;
/** Which half of [1, 4) a product is to lie in, and whether what it keeps is odd. */
export interface ProductWish {
    readonly above2: boolean;
    readonly odd: number;
}
/** Bits of a product below the ones it keeps. */
export declare function droppedBits(above2: boolean): number;
/** Significands whose product has a tail. @param tail in [1, 2^23), or [1, 2^24) above 2 */
export declare function withTail(tail: number, { above2, odd }: ProductWish, random: CaseRandom): Significands;
/** Significands whose product is half way between two: their trailing zeros add up to those of the tail. @param zeros of the first, 0..22 or 0..23 above 2 */
export declare function withTie(zeros: number, { above2, odd }: ProductWish, random: CaseRandom): Significands;
/**
 * Significands whose product is `distance` below a multiple of 2^bits, or above it where `over`, with a distance in [0, limit], 0 only by chance.
 * @param bits 23..47
 */
export declare function nearMultiple(bits: number, over: boolean, limit: number, above2: boolean, random: CaseRandom): Significands;
/**
 * Operands with these significands in any order, and exponents that give the product an exponent.
 * @param exponent of the product, as a field; below 1 the product is subnormal
 */
export declare function operandsOfProduct(significands: Significands, exponent: number, random: CaseRandom): OperandPair;
/** An exponent field at which nothing overflows or is subnormal. */
export declare function anyExponent(random: CaseRandom): number;
