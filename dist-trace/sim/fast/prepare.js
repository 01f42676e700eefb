import { paddedAxis, tapOffsets } from "../functional-planes.js";
import { elementOf } from "./element-table.js";
import { applyNorms, foldColumns } from "./fold-columns.js";
import { foldAll, layScaleTable } from "./fold-rows.js";
import { imageCount } from "./matrix-form.js";
import { scaleWords } from "./ranges.js";
/** @param squares whether columns are squares of 2x2 outputs */
export function sourceGeometry({ rows, columns }, squares) {
    const rowElements = paddedAxis(columns).length;
    const step = squares ? 2 : 1;
    return {
        planeElements: paddedAxis(rows).length * rowElements,
        rowElements,
        outputRows: rows.outputs,
        outputColumns: columns.outputs,
        columnStep: columns.outputStep * step,
        rowStep: rows.outputStep * step,
    };
}
/** Brings X into memory, or where units fold it themselves only what they need for that. @param scratch of `foldScratchBytes` */
export function prepareRows(x, scales, datapath, run, kernels, scratch) {
    if (run.plan.folding === 'none')
        layRows(x, scales, datapath, run, kernels);
    else if (run.blocking.late)
        layScaleTable(scales, run, kernels);
    else
        foldAll(x, scales, run, kernels, scratch);
}
/** Brings Y into memory image by image, and first what depends on shapes and scales alone. Yields how many images are there. */
export function* preparingColumns(conv, datapath, y, scales, run, kernels) {
    const G_=globalThis; G_.PP=[['start',performance.now()]]; const mk=(n)=>G_.PP.push([n,performance.now()]); G_.mk_=mk; layOffsets(conv, run, kernels); mk('offsets');
    layColumnFactors(y, scales, run, kernels); mk('colfactors');
    const multipliers = new Uint16Array(kernels.memory.buffer, run.shared.multipliers, y.scales.length).fill(1);
    const words = scaleWords(scales);
    mk('words'); const images = imageCount(run.form);
    for (let image = 0; image < images; image++) {
        if (run.plan.folding !== 'none')
            foldColumns(y, words, image, run, kernels, multipliers); mk('foldColumns');
        laySource(conv, y, datapath, planesOf(image, images, y.scales.length), run, kernels, multipliers);
        mk('pad'); if (run.plan.limits.norms)
            applyNorms(image, run, kernels, multipliers);
        mk('norms'); yield image + 1;
    }
}
function planesOf(image, images, planes) {
    return { first: (image * planes) / images, count: planes / images };
}
/** Both elements of each word: two taps, where a missing second one is the first again, whose weight is 0; or folded, a tap of two groups. */
function layOffsets(conv, { form, plan, blocking, shared, source }, { memory }) {
    if (plan.folding === 'winograd' || plan.lines > 0)
        return;
    const words = new Int32Array(memory.buffer, shared.offsets, 2 * blocking.pairs);
    const offsets = tapOffsets(conv.rows, conv.columns);
    for (let i = 0; i < words.length; i++) {
        words[i] = plan.folding === 'direct' ? 2 * (offsets[i >> 1] + (i & 1) * source.planeElements) : 2 * offsets[Math.min(i, form.taps - 1)];
    }
}
/** X as 16-bit integers and the factors of its scales, in blocks of rows. */
function layRows(x, xScales, datapath, { form, plan, blocking, shared }, kernels) {
    const { buffer } = kernels.memory;
    const blockBytes = 4 * plan.lanes * blocking.pairs * blocking.groups;
    const factorBlock = shared.factorBytes * plan.lanes * blocking.groups;
    const bytes = 2 * form.taps;
    const forEachBlock = (lay) => {
        for (let channelGroup = 0; channelGroup < form.channelGroups; channelGroup++) {
            for (let block = 0; block < blocking.blocks; block++) {
                const row = block * plan.lanes;
                const plane = channelGroup * form.x.ofChannelGroup + row * form.x.ofRow;
                lay(plane, Math.min(plan.lanes, form.rows - row), channelGroup, block);
            }
        }
    };
    if (blocking.groups > form.groups) {
        kernels.clear(shared.rows, shared.rowsBytes);
        kernels.clear(shared.factors, factorBlock * blocking.blocks * form.channelGroups);
    }
    new Uint16Array(buffer, shared.outputs, x.codes.length).set(x.codes);
    if (plan.lines > 0)
        decode(datapath.xIntegers, shared.outputs, 2 * x.codes.length, shared.table, kernels);
    const element = plan.lanes === 4 ? elementOf(datapath.xIntegers) : undefined;
    // A chunk that is one kernel has its rows in one piece.
    const chunk = plan.fused ? blocking.chunk : blocking.groups;
    const chunkBytes = 4 * plan.lanes * blocking.pairs * chunk;
    forEachBlock((plane, valid, channelGroup, block) => {
        const from = shared.outputs + bytes * plane;
        const [rowStep, groupStep] = [bytes * form.x.ofRow, bytes * form.x.ofGroup];
        const to = shared.rows + channelGroup * blocking.blocks * blockBytes + block * chunkBytes;
        if (plan.lines > 0)
            kernels.packLineRows(from, rowStep, groupStep, plan.lines, form.groups, valid, to);
        else if (element)
            kernels.packIntegers(from, rowStep, groupStep, form.taps, form.groups, valid, to, chunk, blocking.blocks * chunkBytes, element.E, element.M);
        else
            packCodes(kernels, form, plan.lanes, from, valid, to, chunk, blocking);
    });
    if (!element && plan.lines === 0)
        decode(datapath.xIntegers, shared.rows, shared.rowsBytes, shared.table, kernels);
    new Uint16Array(buffer, shared.outputs, x.scales.length).set(x.scales);
    const table = new Float64Array(buffer, shared.table, 2 ** 16);
    for (const [code, factor] of xScales.factors)
        table[code] = factor;
    forEachBlock((plane, valid, channelGroup, block) => {
        const chunkFactors = shared.factorBytes * plan.lanes * chunk;
        const to = shared.factors + channelGroup * blocking.blocks * factorBlock + block * chunkFactors;
        const [rowStep, groupStep] = [2 * form.x.ofRow, 2 * form.x.ofGroup];
        const [step, double] = [blocking.blocks * chunkFactors, shared.factorBytes === 8];
        kernels.packFactors(shared.outputs + 2 * plane, rowStep, groupStep, form.groups, valid, plan.lanes, shared.table, to, chunk, step, double);
    });
    if (plan.single)
        kernels.scaleRows(shared.rows, shared.factors, shared.rowsBytes / 4);
}
/** The codes of a block of rows, chunk by chunk. */
function packCodes(kernels, form, lanes, from, valid, to, chunk, { pairs, blocks }) {
    const [rowStep, groupStep] = [2 * form.taps * form.x.ofRow, 2 * form.taps * form.x.ofGroup];
    for (let first = 0; first < form.groups; first += chunk) {
        const at = to + (first / chunk) * blocks * 4 * lanes * pairs * chunk;
        kernels.packRows(from + first * groupStep, rowStep, groupStep, form.taps, Math.min(chunk, form.groups - first), valid, lanes, at);
    }
}
/** Bytes behind the planes that are looked at with them. */
const BEHIND_SOURCE = 32;
/** Some planes of Y as 16-bit integers times their multipliers, with zeros in the padding and between strides. */
function laySource(conv, y, datapath, { first, count }, { shared, source }, kernels, multipliers) {
    const { buffer } = kernels.memory;
    const [, , height, width] = y.shape;
    const [planeBytes, toPlane] = [2 * height * width, 2 * source.planeElements];
    const start = shared.source + toPlane * first;
    new Uint16Array(buffer, shared.columnCodes, count * height * width).set(y.codes.subarray(first * height * width, (first + count) * height * width)); globalThis.mk_('copy');
    // What lies behind these planes is cleared before the next ones are there.
    kernels.clear(start, toPlane * count + BEHIND_SOURCE); globalThis.mk_('clear');
    const rows = placed(conv.rows, height);
    const columns = placed(conv.columns, width);
    if (rows.count <= 0 || columns.count <= 0)
        return;
    const element = conv.columns.spacing === 1 ? elementOf(datapath.yIntegers) : undefined;
    const toRow = 2 * source.rowElements * conv.rows.spacing;
    const from = shared.columnCodes + 2 * (rows.first * width + columns.first);
    const to = start + 2 * (rows.at * source.rowElements + columns.at);
    if (element) {
        kernels.padIntegers(from, planeBytes, 2 * width, rows.count, columns.count, to, toPlane, toRow, element.E, element.M, shared.multipliers + 2 * first, count);
        return;
    }
    for (let plane = 0; plane < count; plane++) {
        kernels.padPlane(from + planeBytes * plane, 2 * width, rows.count, columns.count, to + toPlane * plane, toRow, conv.columns.spacing);
    }
    decode(datapath.yIntegers, start, toPlane * count, shared.table, kernels);
    for (let plane = 0; plane < count; plane++) {
        const multiplier = multipliers[first + plane];
        if (multiplier > 1)
            kernels.scaleIntegers(start + toPlane * plane, source.planeElements, multiplier);
    }
}
/** The elements of an axis that land in a padded one: the first, how many, and where the first one lands. */
function placed(axis, size) {
    const { start, length } = paddedAxis(axis);
    const first = Math.max(0, Math.ceil(-start / axis.spacing));
    const last = Math.min(size - 1, Math.floor((length - 1 - start) / axis.spacing));
    return { first, count: last - first + 1, at: start + first * axis.spacing };
}
/** What sums of lines are of the group's. */
const DOUBLE = 2;
function layColumnFactors(y, { factors }, { plan, shared, blocking }, { memory }) {
    const doubles = new Float64Array(memory.buffer, shared.yDoubles, y.scales.length + blocking.chunk).fill(0);
    const singles = new Float32Array(memory.buffer, shared.ySingles, y.scales.length + blocking.chunk).fill(0);
    const table = new Float64Array(memory.buffer, shared.table, 2 ** 16);
    for (const [code, factor] of factors)
        table[code] = factor;
    for (let plane = 0; plane < y.scales.length; plane++) {
        const factor = table[y.scales[plane]];
        doubles[plane] = factor;
        singles[plane] = plan.lines > 0 ? factor / DOUBLE : factor;
    }
}
function decode(integers, at, bytes, table, kernels) {
    const element = elementOf(integers);
    if (element) {
        kernels.decode(at, bytes / 2, element.E, element.M);
    }
    else {
        new Int16Array(kernels.memory.buffer, table, integers.length).set(integers);
        kernels.decodeByTable(at, bytes / 2, table);
    }
}
//# sourceMappingURL=prepare.js.map