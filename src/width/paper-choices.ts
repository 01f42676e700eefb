/** The formats and accumulators that the paper chose, and what holds for each. */
import { elementFormat, type ElementFormat } from '../formats/element.ts';
import { groupScaleFormat } from '../formats/group-scale.ts';
import { PASSES, type Pass } from '../sim/convolution.ts';
import { capacity } from './bounds.ts';
import { layerWidths, type LayerPass, type PassWidth } from './layer-widths.ts';

/** An element format with the accumulator that goes with it. */
export interface AccumulatorChoice {
  readonly element: ElementFormat;
  readonly width: number;
}

/** <2,4> with 32 bits, <2,1> with 16, <1,1> with 8. */
export const PAPER_CHOICES: readonly AccumulatorChoice[] = [
  { element: elementFormat(2, 4), width: 32 },
  { element: elementFormat(2, 1), width: 16 },
  { element: elementFormat(1, 1), width: 8 },
];

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

const SCALE = groupScaleFormat(8, 1);

/** What holds for a choice in the passes of layers. */
export function judgeChoice(choice: AccumulatorChoice, runs: readonly LayerPass[]): ChoiceVerdict {
  const { element, width } = choice;
  const formats = { x: element, y: element, xScale: SCALE, yScale: SCALE };
  return { ...choice, capacity: capacity(formats, width), passes: passVerdicts(layerWidths(runs, formats), width) };
}

/** What holds for a width, pass by pass. */
export function passVerdicts(widths: readonly PassWidth[], width: number): readonly PassVerdict[] {
  return PASSES.flatMap((pass) => {
    const of = widths.filter((one) => one.pass === pass);
    if (of.length === 0) return [];
    const overflowing = of.filter(({ layerWidth }) => layerWidth > width).length;
    return [{ pass, layers: of.length, overflowing, widest: of.reduce((most, one) => (one.layerWidth > most.layerWidth ? one : most)) }];
  });
}
