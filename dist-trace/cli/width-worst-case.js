/** `mlsim width` without data: the worst case of each layer and pass. */
import { elementFormatName } from "../formats/element.js";
import { PASSES } from "../sim/convolution.js";
import { worstCaseCsv } from "../report/width-csv.js";
import { worstCaseJson } from "../report/width-json.js";
import { capacity, largestProduct } from "../width/bounds.js";
import { layerPasses, layerWidths } from "../width/layer-widths.js";
import { judgeChoice, PAPER_CHOICES, passVerdicts } from "../width/paper-choices.js";
import { jsonText, print } from "./print.js";
import { widthSubject } from "./width-layers.js";
import { worstCaseText } from "./width-text.js";
/** The formats that the options give. */
export function widthFormats({ element, elementY, scale, scaleY }) {
    return { x: element, y: elementY ?? element, xScale: scale, yScale: scaleY ?? scale };
}
/** The passes that are asked for, of a subject that may not know its output plane. */
export function subjectPasses({ layers, planeUnknown }, { pass }) {
    const passes = pass === undefined ? PASSES.filter((one) => !(planeUnknown && one === 'weight-grad')) : [pass];
    return layerPasses(layers, passes);
}
export async function runWorstCase(kind, name, flags) {
    const subject = await widthSubject(kind, name, flags);
    const runs = subjectPasses(subject, flags);
    const formats = widthFormats(flags);
    const widths = layerWidths(runs, formats);
    const found = {
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
    if (flags.csv === true)
        print(worstCaseCsv(found));
    else if (flags.json === true)
        print(jsonText(worstCaseJson(found)));
    else
        print(worstCaseText(found));
}
//# sourceMappingURL=width-worst-case.js.map