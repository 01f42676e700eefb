/**
 * Tighter bounds where the first operand is known, as weights are in the forward pass: a group sums to at most sum |w| x max |a|, and a second operand
 * with the signs of the weights reaches it.
 */
import { type ElementFormat } from '../formats/element.ts';
import type { Convolution } from '../sim/convolution.ts';
/** The first operand. */
export interface KnownOperand {
    /** Element codes, row-major; a plane holds the taps of a group. */
    readonly codes: Uint16Array;
    readonly element: ElementFormat;
}
/** What the groups of a known first operand need, whatever the second one is. */
export interface KnownBounds {
    /** The largest magnitude that the sum over each plane of the first operand can have. */
    readonly groups: readonly bigint[];
    /** Their largest. */
    readonly largestSum: bigint;
    /** The smallest width that none of them overflows. */
    readonly width: number;
    /** How many groups need each width: [width, groups], ascending. */
    readonly widths: readonly (readonly [number, number])[];
}
/**
 * The bounds of every plane of X. Exact for the pass: only taps that meet elements at the same output count together.
 * @param largestY the largest magnitude integer of the second operand
 */
export declare function knownOperandBounds(conv: Convolution, { codes, element }: KnownOperand, largestY: number): KnownBounds;
