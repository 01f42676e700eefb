import type { CaseRandom } from '../case-random.ts';
import { type Tail } from './tails.ts';
/** Bit patterns of both operands. */
export type OperandPair = readonly [number, number];
/** The operands of one addition, or of a subtraction of magnitudes. */
export interface Aligned {
    /** Exponent fields are `exponent` and `exponent - distance`, both of normal numbers. */
    readonly exponent: number;
    readonly distance: number;
    /** Significands with the hidden bit. */
    readonly large: number;
    readonly small: number;
    readonly subtract: boolean;
}
/** The pair with any sign and in any order: both are the rounder's affair in no design, and a mistake there shows in half of the cases. */
export declare function operandsOf({ exponent, distance, large, small, subtract }: Aligned, random: CaseRandom): OperandPair;
/** An exponent for which an operand at `distance` below is normal, and a carry does not overflow. */
export declare function exponentAbove(distance: number, random: CaseRandom): number;
/** A significand that ends in a tail, random above it. A tail as long as the significand must have the hidden bit as its half. */
export declare function significandWith(tail: Tail, random: CaseRandom): number;
