/** `mlsim width` without data: the worst case of each layer and pass. */
import { elementFormatName } from '../formats/element.ts';
import { PASSES } from '../sim/convolution.ts';
import { worstCaseCsv } from '../report/width-csv.ts';
import { worstCaseJson } from '../report/width-json.ts';
import { capacity, largestProduct } from '../width/bounds.ts';
import { layerPasses, layerWidths, type LayerPass, type WidthFormats } from '../width/layer-widths.ts';
import { judgeChoice, PAPER_CHOICES, passVerdicts } from '../width/paper-choices.ts';
import type { WorstCase } from '../width/worst-case.ts';
import { jsonText, print } from './print.ts';
import { widthSubject, type WidthSubject } from './width-layers.ts';
import type { Subject, WidthFlags } from './width-options.ts';
import { worstCaseText } from './width-text.ts';

/** The formats that the options give. */
export function widthFormats({ element, elementY, scale, scaleY }: WidthFlags): WidthFormats {
  return { x: element, y: elementY ?? element, xScale: scale, yScale: scaleY ?? scale };
}

/** The passes that are asked for, of a subject that may not know its output plane. */
export function subjectPasses({ layers, planeUnknown }: WidthSubject, { pass }: WidthFlags): readonly LayerPass[] {
  const passes = pass === undefined ? PASSES.filter((one) => !(planeUnknown && one === 'weight-grad')) : [pass];
  return layerPasses(layers, passes);
}

export async function runWorstCase(kind: Exclude<Subject, 'weights' | 'data'>, name: string | undefined, flags: WidthFlags): Promise<void> {
  const subject = await widthSubject(kind, name, flags);
  const runs = subjectPasses(subject, flags);
  const formats = widthFormats(flags);
  const widths = layerWidths(runs, formats);
  const found: WorstCase = {
    title: subject.title,
    formats: { x: elementFormatName(formats.x), y: elementFormatName(formats.y) },
    accumulatorWidth: flags.accWidth,
    largestProduct: largestProduct(formats),
    capacity: capacity(formats, flags.accWidth),
    planeUnknown: subject.planeUnknown && flags.pass === undefined,
    widths,
    passes: passVerdicts(widths, flags.accWidth),
    paper: PAPER_CHOICES.map((choice) => judgeChoice(choice, runs)),
  };
  if (flags.csv === true) print(worstCaseCsv(found));
  else if (flags.json === true) print(jsonText(worstCaseJson(found)));
  else print(worstCaseText(found));
}
