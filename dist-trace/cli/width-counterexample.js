/** `mlsim width --counterexample`: operands that overflow an accumulator, or why there are none. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { elementFormatName } from "../formats/element.js";
import { openOutput } from "../io/atomic-file.js";
import { attempt, fileSubject } from "../io/fs-error.js";
import { writeMlsNpz } from "../io/mls-npz.js";
import { capacity, largestProduct, largestSum } from "../width/bounds.js";
import { smallestCounterexample } from "../width/counterexample.js";
import { layerWidths } from "../width/layer-widths.js";
import { grouped, jsonText, print } from "./print.js";
import { borderless } from "./table.js";
import { prepareFolder } from "./vectors-folder.js";
import { writingSet } from "./vectors-writer.js";
import { widthSubject } from "./width-layers.js";
import { accumulatorVectors } from "./width-vectors.js";
import { subjectPasses, widthFormats } from "./width-worst-case.js";
import { work } from "./work.js";
export async function runCounterexample(kind, name, flags, command) {
    const runs = subjectPasses(await widthSubject(kind, name, flags), flags);
    const formats = widthFormats(flags);
    const width = flags.accWidth;
    const found = smallestCounterexample(runs, formats, width);
    if (found === undefined) {
        const widths = layerWidths(runs, formats);
        const most = widths.reduce((best, one) => (one.nonzero > best.nonzero ? one : best));
        if (flags.json === true)
            print(jsonText({ width, counterexample: null, neededWidth: most.layerWidth, ...proof(most, formats, width) }));
        else
            print(noneText(most, formats, width));
        return;
    }
    const folder = flags.counterexample ?? '.';
    const files = await writeFiles(folder, found, formats, rootOf(command).version() ?? '');
    const call = convCall(found, files);
    const sums = partialSums(found.products);
    if (flags.json === true) {
        const { layer, pass, output, products, limit } = found;
        print(jsonText({ width, counterexample: { layer: layer.name, pass, output, group: 0, product: products.length, products, sums, limit, files, command: call } }));
    }
    else {
        print(`${foundText(found, sums, formats)}\n\nwrote ${files.x}, ${files.y} and, for a design, ${files.vectors}:\n  ${call}`);
    }
}
async function writeFiles(folder, found, formats, version) {
    attempt(fileSubject(folder), 'cannot make the folder', () => mkdirSync(folder, { recursive: true }));
    const files = { x: join(folder, 'X.npz'), y: join(folder, 'Y.npz'), vectors: join(folder, 'vectors') };
    prepareFolder(files.vectors, false);
    const outputs = [openOutput(files.x), openOutput(files.y)];
    writeMlsNpz(outputs[0], found.x);
    writeMlsNpz(outputs[1], found.y);
    outputs.forEach((output) => { output.commit(); });
    const heading = { version, command: `mlsim width --counterexample, ${found.layer.name} ${found.pass}, ${found.width} bits`, level: 1, seed: '0' };
    await work('vectors', writingSet(files.vectors, accumulatorVectors(found, formats), heading, false));
    return files;
}
/** The sums after each product, as no width would limit them. */
function partialSums(products) {
    let sum = 0n;
    return products.map((product) => (sum += product));
}
/** Rows of the table at either end. */
const SHOWN = 4;
function foundText({ width, layer, pass, output, products, limit }, sums, formats) {
    const used = products.filter((product) => product !== 0n).length;
    const row = (k) => [
        String(k + 1),
        grouped(products[k]),
        grouped(k === 0 ? 0n : sums[k - 1]),
        grouped(sums[k]),
        sums[k] > limit ? `above ${grouped(limit)}` : '',
    ];
    const all = products.map((_, k) => k);
    const rows = all.length <= 2 * SHOWN + 1 ? all.map(row) : [...all.slice(0, SHOWN).map(row), ['...', '', '', '', ''], ...all.slice(-SHOWN).map(row)];
    return `${layer.name} ${pass}, cut to one channel and one image: ${elementFormatName(formats.x)} x ${elementFormatName(formats.y)} overflow ${width} bits
${grouped(used)} products are the fewest that can: ${grouped(used - 1)} of the largest, ${grouped(largestProduct(formats))}, still fit. Output [${output.join(',')}], product ${grouped(products.length)}:

${borderless(['product', 'value', 'sum before', 'sum after', ''], 0, rows)}`;
}
/** Why no operands overflow. */
function proof({ nonzero }, formats, width) {
    return {
        products: BigInt(nonzero),
        largestProduct: largestProduct(formats),
        largestSum: largestSum(formats, nonzero),
        limit: (1n << BigInt(width - 1)) - 1n,
        capacity: capacity(formats, width),
    };
}
function noneText(most, formats, width) {
    const { products, largestProduct: product, largestSum: sum, limit } = proof(most, formats, width);
    return `no counterexample: no operands overflow ${width} bits
${most.layer} ${most.pass} sums the most products that can differ from zero, ${grouped(products)}. Each is at most ${grouped(product)}, so that every partial sum lies within
+-${grouped(products)} x ${grouped(product)} = +-${grouped(sum)}, and ${width} bits hold -${grouped(limit + 1n)} to ${grouped(limit)}. ${most.layerWidth} bits are the fewest that do.`;
}
/** The command that shows the overflow. */
function convCall({ layer, pass, width }, { x, y }) {
    const { stride, padding, dilation, input, kernel } = layer;
    const option = (name, value, usual) => (value[0] === usual && value[1] === usual ? [] : [`--${name} ${value.join()}`]);
    return [
        `mlsim conv --pass ${pass} ${quoted(x)} ${quoted(y)} -o ${pass}.npy --acc-width ${width}`,
        ...option('stride', stride, 1),
        ...option('padding', padding, 0),
        ...option('dilation', dilation, 1),
        ...(pass === 'input-grad' ? [`--input-size ${input.join()}`] : []),
        ...(pass === 'weight-grad' ? [`--kernel-size ${kernel.join()}`] : []),
        '--json',
    ].join(' ');
}
/** A path as a shell takes it. */
function quoted(path) {
    return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw `'\''`)}'`;
}
function rootOf(command) {
    return command.parent === null ? command : rootOf(command.parent);
}
//# sourceMappingURL=width-counterexample.js.map