/** The formats and accumulators that the paper chose, and what holds for each. */
import { type ElementFormat } from '../formats/element.ts';
import { type Pass } from '../sim/convolution.ts';
import { type LayerPass, type PassWidth } from './layer-widths.ts';
/** An element format with the accumulator that goes with it. */
export interface AccumulatorChoice {
    readonly element: ElementFormat;
    readonly width: number;
}
/** <2,4> with 32 bits, <2,1> with 16, <1,1> with 8. */
export declare const PAPER_CHOICES: readonly AccumulatorChoice[];
/** How a choice does in one pass of some layers. */
export interface PassVerdict {
    readonly pass: Pass;
    /** Layers that have the pass. */
    readonly layers: number;
    /** Those that some operands overflow. */
    readonly overflowing: number;
    /** The pass that needs the most. */
    readonly widest: PassWidth;
}
/** What holds for a choice. */
export interface ChoiceVerdict extends AccumulatorChoice {
    /** The most products that never overflow it. */
    readonly capacity: bigint;
    readonly passes: readonly PassVerdict[];
}
/** What holds for a choice in the passes of layers. */
export declare function judgeChoice(choice: AccumulatorChoice, runs: readonly LayerPass[]): ChoiceVerdict;
/** What holds for a width, pass by pass. */
export declare function passVerdicts(widths: readonly PassWidth[], width: number): readonly PassVerdict[];
