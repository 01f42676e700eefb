/** `mlsim width --data`: what given operands reach. */
import { InputError } from "../bits/check.js";
import { elementFormatName } from "../formats/element.js";
import { openOutput } from "../io/atomic-file.js";
import { measurementCsv } from "../report/width-csv.js";
import { measurementHtml } from "../report/width-html.js";
import { measurementJson } from "../report/width-json.js";
import { measuring } from "../width/measure.js";
import { prepareConvolution } from "./convolution-job.js";
import { jsonText, print } from "./print.js";
import { measurementText } from "./width-data-text.js";
import { work } from "./work.js";
export async function runData(xPath, yPath, flags) {
    const { pass } = flags;
    if (pass === undefined)
        throw new InputError('--pass: expected forward, input-grad or weight-grad with --data, found none');
    const { conv, x, y } = await prepareConvolution(xPath, yPath, { ...flags, pass });
    const page = flags.html === undefined ? undefined : openOutput(flags.html);
    const measurement = await work(`width ${pass}`, measuring({
        conv,
        x,
        y,
        treeWidth: flags.treeWidth,
        subnormals: { flushToZero: flags.flushToZero === true },
        tensorScale: flags.tensorScale,
        trees: flags.tree === true,
    }));
    const subject = { pass, files: [xPath, yPath], formats: [elementFormatName(x.element), elementFormatName(y.element)], accumulatorWidth: flags.accWidth };
    if (page !== undefined) {
        page.write(Buffer.from(measurementHtml(measurement, subject)));
        page.commit();
    }
    if (flags.csv === true)
        print(measurementCsv(measurement));
    else if (flags.json === true)
        print(jsonText(measurementJson(measurement, pass)));
    else
        print(measurementText(measurement, subject));
}
//# sourceMappingURL=width-data.js.map