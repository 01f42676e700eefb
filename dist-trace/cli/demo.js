/** `mlsim demo`: real weights against a real photograph. What `npm start` runs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { requireShape4 } from "../bits/shape.js";
import { elementFormatName } from "../formats/element.js";
import { readFloat32 } from "../io/npy.js";
import { reportLayer } from "../report/layer-report.js";
import { mlsDescription } from "../sim/mls-datapath.js";
import { DEFAULT_ELEMENT, DEFAULT_SCALE } from "./options.js";
import { duration, grouped, jsonText, print } from "./print.js";
import { borderless } from "./table.js";
const FOLDER = new URL('../../vectors/real/', import.meta.url);
const OPTIONS = {
    element: DEFAULT_ELEMENT,
    scaleFormat: DEFAULT_SCALE,
    grouping: 'nc',
    rounding: 'nearest',
    mantissaOverflow: 'clip',
    randomBits: 16,
    random: { seed: 0n, stream: 0 },
};
export function demoCommand() {
    return new Command('demo')
        .description("Run trained weights against a photograph's feature maps: three layers, three passes, with counts and errors.")
        .option('--json', 'print the figures')
        .action((flags) => {
        const manifest = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8'));
        if (flags.json !== true)
            print(introduction(manifest));
        const reports = manifest.layers.map((entry) => {
            const report = reportLayer(readLayer(entry), OPTIONS, () => performance.now());
            if (flags.json !== true)
                print(`\n${layerText(report)}`);
            return report;
        });
        print(flags.json === true ? jsonText(reports.map(layerFigures)) : `\n${closing(reports)}`);
    });
}
function readLayer({ name, kind, stride, padding, dilation, groups, weights, activations }) {
    const options = { stride: [stride, stride], padding: [padding, padding], dilation: [dilation, dilation], groups };
    return { name, kind, options, weights: readTensor(weights.file), activations: readTensor(activations.file) };
}
function readTensor(file) {
    const { shape, data } = readFloat32(fileURLToPath(new URL(file, FOLDER)));
    return { shape: requireShape4(file, shape), data };
}
function introduction({ model, photograph }) {
    const { localAccumulation, tree } = mlsDescription;
    return `mlsim: three trained convolutions on the simulated MLS unit, bit by bit
  weights     ${model.title}
  input       the network's own feature maps of a photograph (${photograph.title})
  elements    ${elementFormatName(OPTIONS.element)}, group scales <${OPTIONS.scaleFormat.Eg},${OPTIONS.scaleFormat.Mg}> by ${OPTIONS.grouping}, rounded to nearest
  unit        ${localAccumulation.width.default}-bit accumulators that wrap, adder tree of ${tree.width.default} lanes, tensor scale on`;
}
const HEAD = ['pass', 'output', 'mul', 'localAcc', 'groupScale', 'treeAdd', 'overflowed', 'SQNR', 'rel. error', 'time'];
function layerText({ layer, operandErrors, passes }) {
    const { options, weights, activations } = layer;
    const percent = (error) => `${(100 * error).toFixed(2)} %`;
    const rows = passes.map(({ pass, result, ...quality }) => {
        const { mul, localAcc, groupScale, treeAdd } = result.counts;
        return [
            pass,
            `[${result.shape.join(',')}]`,
            ...[mul, localAcc, groupScale, treeAdd].map(grouped),
            grouped(result.overflow.groups),
            `${quality.sqnr.toFixed(1)} dB`,
            percent(quality.averageRelativeError),
            duration(quality.milliseconds),
        ];
    });
    const groups = options.groups === 1 ? '' : `, ${options.groups} channel groups`;
    return `${layer.name}: ${layer.kind}, stride ${options.stride[0]}, padding ${options.padding[0]}${groups}
  W [${weights.shape.join(',')}] quantized with an average relative error of ${percent(operandErrors.W)}, A [${activations.shape.join(',')}] ${percent(operandErrors.A)}, E ${percent(operandErrors.E)}
${borderless(HEAD, 2, rows)}`;
}
function closing(reports) {
    const passes = reports.flatMap((report) => report.passes);
    const products = passes.reduce((sum, { result }) => sum + result.counts.mul, 0);
    const milliseconds = passes.reduce((sum, pass) => sum + pass.milliseconds, 0);
    return `${grouped(products)} products in ${duration(milliseconds)}, every output bit as the unit makes it.
SQNR and relative error (sum |z - q| / sum |z|) compare with the same convolution of the unquantized operands in binary64. E is the output
less its channel means, the gradient of half its variance: an inference network comes without a training loss.
Next: mlsim --help, docs/commands.md, docs/arithmetic.md.`;
}
function layerFigures({ layer, operandErrors, passes }) {
    return {
        layer: layer.name,
        kind: layer.kind,
        operandErrors,
        passes: passes.map(({ pass, result: { shape, counts, overflow }, sqnr, averageRelativeError, milliseconds }) => ({
            pass,
            shape,
            counts,
            overflow,
            sqnr,
            averageRelativeError,
            milliseconds,
        })),
    };
}
//# sourceMappingURL=demo.js.map