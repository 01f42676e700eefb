/** The operands of one output: groups of element pairs with their scales, and the plain ways of drawing them. */
import type { ElementFormat } from '../../formats/element.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import type { PeParameters } from './parameters.ts';
import type { RandomStream } from './random-stream.ts';
/** G groups of K pairs. */
export interface OutputShape {
    readonly groups: number;
    readonly pairs: number;
}
/** Element codes at g x K + k, scale codes at g. */
export interface OutputOperands {
    readonly x: Uint16Array;
    readonly y: Uint16Array;
    readonly xScale: Uint16Array;
    readonly yScale: Uint16Array;
}
/** Makes the operands of an output. @param output its number in the run, from 0 */
export type OperandMaker = (shape: OutputShape, p: PeParameters, random: RandomStream, output: number) => OutputOperands;
/** Draws an element code. */
type CodeMaker = (format: ElementFormat, random: RandomStream) => number;
/** The exponents of both scales in sum: how far a group is shifted down. The scales' mantissas are drawn besides. */
type ShiftMaker = (g: number) => number;
/** Zeros of either sign, the smallest and largest magnitudes now and then, else any code. */
export declare function mixedCode(format: ElementFormat, random: RandomStream): number;
/** Codes whose magnitude is not zero. */
export declare function nonzeroCode(format: ElementFormat, random: RandomStream): number;
/** The largest shift: both exponents at their largest. */
export declare function maxShift({ scale, scaleY }: PeParameters): number;
/** The shift at which the last bit of a group's sum weighs 2^-149, that of the smallest subnormal; negative for very fine elements. */
export declare function subnormalShift({ element, elementY }: PeParameters): number;
/** A scale code. @param man ignored in a format without a mantissa */
export declare function scaleCode({ Mg }: GroupScaleFormat, exp: number, man: number): number;
/** Operands without values: all codes and scales are zero. */
export declare function emptyOperands({ groups, pairs }: OutputShape): OutputOperands;
/** Fills in the scales of all groups. @param mantissas of group g: x's in bit 0, y's in bit 1; drawn where left out */
export declare function setScales(operands: OutputOperands, p: PeParameters, random: RandomStream, shift: ShiftMaker, mantissas?: (g: number) => number): void;
/** Fills in the codes of all pairs. */
export declare function setCodes(operands: OutputOperands, p: PeParameters, random: RandomStream, code: CodeMaker): void;
/**
 * Mixed codes with shifts in a window: sums of terms so far apart need more than 24 bits, and nearly every addition rounds.
 * @param window how far apart the groups of an output may be, in bits @param base the smallest shift of an output
 */
export declare function windowed(window: (random: RandomStream) => number, base: (p: PeParameters, random: RandomStream) => number, code?: CodeMaker): OperandMaker;
/**
 * Terms of two sizes, so far apart that the small ones end below the last bit of the large ones: where two of them meet, the sum is inexact.
 */
export declare const overlapping: OperandMaker;
/** What most segments use. */
export declare const mixed: OperandMaker;
export {};
