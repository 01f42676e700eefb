/** `mlsim width --weights`: what given weights need, whatever they meet. */
import { elementFormatName } from "../formats/element.js";
import { knownCsv } from "../report/width-csv.js";
import { knownJson } from "../report/width-json.js";
import { percentText, thousands } from "../report/width-words.js";
import { convolution, PLAIN_CONVOLUTION } from "../sim/convolution.js";
import { neededWidth } from "../width/bounds.js";
import { knownOperandBounds } from "../width/known-operand.js";
import { readOperand } from "./operand-file.js";
import { requireStochastic } from "./options.js";
import { jsonText, print } from "./print.js";
import { borderless } from "./table.js";
export async function runWeights(path, flags) {
    requireStochastic('--seed', flags.seed !== undefined, flags.rounding);
    const { element, scale, group, rounding, mantissaOverflow, randomBits, seed = 0n } = flags;
    const x = await readOperand(path, { element, scaleFormat: scale, grouping: group, rounding, mantissaOverflow, randomBits, random: { seed, stream: 0 } });
    const y = flags.elementY ?? x.element;
    // One output whose taps all meet elements.
    const [, channels, height, width] = x.shape;
    const conv = convolution('forward', x.shape, [1, channels, height, width], PLAIN_CONVOLUTION);
    const known = knownOperandBounds(conv, x, y.maxMagnitude);
    const any = neededWidth({ x: x.element, y }, conv.groupSize);
    if (flags.csv === true) {
        print(knownCsv(known));
    }
    else if (flags.json === true) {
        print(jsonText(knownJson(known, any)));
    }
    else {
        const fit = known.widths.filter(([of]) => of <= flags.accWidth).reduce((sum, [, groups]) => sum + groups, 0);
        const rows = known.widths.map(([of, groups]) => [String(of), thousands(groups), percentText(groups / known.groups.length)]);
        print(`${path} [${x.shape.join(',')}] ${elementFormatName(x.element)} with any second operand ${elementFormatName(y)}: ${thousands(known.groups.length)} groups of ${conv.groupSize} products
any weights need ${any} bits, these ${known.width}: no sum is larger than ${thousands(known.largestSum)}
${flags.accWidth} bits: ${fit === known.groups.length ? 'no group can overflow' : `${thousands(known.groups.length - fit)} groups can overflow`}

${borderless(['bits', 'groups', 'share'], 0, rows)}`);
    }
}
//# sourceMappingURL=width-weights.js.map