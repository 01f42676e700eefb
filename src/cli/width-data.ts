/** `mlsim width --data`: what given operands reach. */
import { InputError } from '../bits/check.ts';
import { elementFormatName } from '../formats/element.ts';
import { openOutput } from '../io/atomic-file.ts';
import { measurementCsv } from '../report/width-csv.ts';
import { measurementHtml } from '../report/width-html.ts';
import { measurementJson } from '../report/width-json.ts';
import { measuring, type Measurement } from '../width/measure.ts';
import { prepareConvolution } from './convolution-job.ts';
import { jsonText, print } from './print.ts';
import { measurementText } from './width-data-text.ts';
import type { WidthFlags } from './width-options.ts';
import { work } from './work.ts';

export async function runData(xPath: string, yPath: string, flags: WidthFlags): Promise<void> {
  const { pass } = flags;
  if (pass === undefined) throw new InputError('--pass: expected forward, input-grad or weight-grad with --data, found none');
  const { conv, x, y } = await prepareConvolution(xPath, yPath, { ...flags, pass });
  const page = flags.html === undefined ? undefined : openOutput(flags.html);
  const measurement: Measurement = await work(
    `width ${pass}`,
    measuring({
      conv,
      x,
      y,
      treeWidth: flags.treeWidth,
      subnormals: { flushToZero: flags.flushToZero === true },
      tensorScale: flags.tensorScale,
      trees: flags.tree === true,
    }),
  );
  const subject = { pass, files: [xPath, yPath], formats: [elementFormatName(x.element), elementFormatName(y.element)], accumulatorWidth: flags.accWidth } as const;
  if (page !== undefined) {
    page.write(Buffer.from(measurementHtml(measurement, subject)));
    page.commit();
  }
  if (flags.csv === true) print(measurementCsv(measurement));
  else if (flags.json === true) print(jsonText(measurementJson(measurement, pass)));
  else print(measurementText(measurement, subject));
}
