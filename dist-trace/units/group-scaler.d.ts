import { type GroupScaleFormat } from '../formats/group-scale.ts';
/** A scaled sum: its value is q x 2^lsb. */
export interface ScaledSum {
    /** A signed integer of `scaledSumBits` bits. */
    readonly q: bigint;
    /** Exponent of q's least significant bit. */
    readonly lsb: number;
}
/** A group scale as it reaches the unit. */
export interface ScaleOperand {
    readonly format: GroupScaleFormat;
    /** In [0, 2^codeBits). */
    readonly code: number;
}
/** Width of q for an A-bit sum: |q| <= 9 x 2^(A-1) < 2^(A+3), so A + 4 bits; A when neither scale has a mantissa. */
export declare function scaledSumBits(width: number, x: GroupScaleFormat, y: GroupScaleFormat): number;
/** Width of the signed exponent `lsb`: it lies in [-594, -2], which 11 bits hold. */
export declare const LSB_EXPONENT_BITS: number;
/**
 * Scales a group's sum.
 * @param sum the local accumulator's output
 * @param elementLsb exponent of the sum's least significant bit: lsb_x + lsb_y of the element formats
 */
export declare function scaleGroup(sum: bigint, elementLsb: number, x: ScaleOperand, y: ScaleOperand): ScaledSum;
