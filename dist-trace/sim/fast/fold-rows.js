import { firstPlane } from "./matrix-form.js";
/** Codes of X that all come into memory, plane by plane. @param awaitPlanes waits until so many are there */
export function sharedRows({ form, shared }, awaitPlanes) {
    return (part) => {
        const plane = firstPlane(form, part);
        awaitPlanes(planesUpTo(form, part, plane));
        return { codes: shared.codes + 2 * form.taps * plane, scales: shared.scaleCodes + 2 * plane };
    };
}
/** Codes of X that are copied part by part, each in place of the one before: so they stay near. Those of a part should lie together. */
export function copiedRows(x, { form, shared }, { memory }) {
    return (part) => {
        const plane = firstPlane(form, part);
        const end = planesUpTo(form, part, plane);
        new Uint16Array(memory.buffer, shared.codes, (end - plane) * form.taps).set(x.codes.subarray(plane * form.taps, end * form.taps));
        new Uint16Array(memory.buffer, shared.scaleCodes, end - plane).set(x.scales.subarray(plane, end));
        return { codes: shared.codes, scales: shared.scaleCodes };
    };
}
/** The end of a part's planes. @param first of them */
function planesUpTo({ x }, { rows, groups }, first) {
    return first + (rows - 1) * x.ofRow + (groups - 1) * x.ofGroup + 1;
}
/** Codes that are copied between two looks at how many are there. */
const COPIED_CODES = 2 ** 15;
/** Brings all codes of X into memory. @param copied is told how many planes are there, again and again */
export function copyRows({ codes, scales }, { form, shared }, { memory }, copied) {
    new Uint16Array(memory.buffer, shared.scaleCodes, scales.length).set(scales);
    const to = new Uint16Array(memory.buffer, shared.codes, codes.length);
    const step = Math.ceil(COPIED_CODES / form.taps);
    for (let plane = 0; plane < scales.length; plane += step) {
        to.set(codes.subarray(plane * form.taps, (plane + step) * form.taps), plane * form.taps);
        copied(Math.min(plane + step, scales.length));
    }
}
/** What is kept of a chunk for four rows, for the choice of nodes. */
export const NOTES_BYTES = 400;
/** What a block of a chunk takes of words and of factors. */
export function foldedBytes({ plan, blocking }) {
    return { rows: (4 * plan.lanes * blocking.pairs * blocking.chunk) / blocking.stepGroups, factors: 4 * plan.lanes * blocking.chunk };
}
/** @param scratch of `foldScratchBytes` */
export function foldPart(run, kernels, part, source, scratch, to) {
    const { form, plan, shared, element } = run;
    const { rows, groups } = part;
    if (!element)
        throw new Error('only <E,M> elements are folded');
    const { xElements, norms } = plan.limits;
    const from = source(part);
    kernels.foldRows(from.codes, 2 * form.taps * form.x.ofRow, 2 * form.taps * form.x.ofGroup, from.scales, 2 * form.x.ofRow, 2 * form.x.ofGroup, form.taps, groups, rows, element.E, element.M, shared.scaleTable, xElements, norms, plan.folding === 'winograd', form.window?.taps === 'backwards', scratch, to.rows, foldedBytes(run).rows, to.factors, to.notes, to.blocks);
}
/** What is known of a chunk's scales, the columns of a transformation, and the integers of a chunk for four rows. */
export function foldScratchBytes(taps) {
    return SCALES_BYTES + COLUMNS_BYTES + 128 * taps;
}
const SCALES_BYTES = 512;
const COLUMNS_BYTES = 192;
export function foldStep({ x }, blocks, chunks) {
    return x.ofRow >= x.ofGroup ? { blocks: 1, chunks } : { blocks, chunks: 1 };
}
/** The factors of scales by code, which folding looks up. */
export function layScaleTable({ factors }, { shared }, { memory }) {
    const table = new Float32Array(memory.buffer, shared.scaleTable, SCALE_TABLE_BYTES / 4);
    for (const [code, factor] of factors)
        table[code] = factor;
}
/** Bytes of the factors of all scale codes. */
export const SCALE_TABLE_BYTES = 4 * 2 ** 16;
/** The parts that all of X is cut into, each of a step. */
export function partCount({ form, blocking }) {
    const { blocks, chunks } = stepsOf(form, blocking);
    return form.channelGroups * blocks * chunks;
}
/** Folds one of all parts. @param scratch of `foldScratchBytes` */
export function foldPartAt(run, kernels, index, source, scratch) {
    const { form, blocking, shared } = run;
    const { step, blocks, chunks } = stepsOf(form, blocking);
    const channelGroup = Math.floor(index / (blocks * chunks));
    const block = (Math.floor(index / chunks) % blocks) * step.blocks;
    const chunk = (index % chunks) * step.chunks;
    const bytes = foldedBytes(run);
    const at = ((channelGroup * blocking.groups) / blocking.chunk + chunk) * blocking.blocks + block;
    const to = { rows: shared.rows + at * bytes.rows, factors: shared.factors + at * bytes.factors, notes: shared.notes + at * NOTES_BYTES, blocks: blocking.blocks };
    foldPart(run, kernels, rowPart(run, channelGroup, block, step.blocks, chunk, step.chunks), source, scratch, to);
}
/** How many steps blocks and chunks are cut into. */
function stepsOf(form, { blocks, groups, chunk }) {
    const chunks = groups / chunk;
    const step = foldStep(form, blocks, chunks);
    return { step, blocks: Math.ceil(blocks / step.blocks), chunks: Math.ceil(chunks / step.chunks) };
}
/** All of X in folded pairs of groups. @param scratch of `foldScratchBytes` */
export function foldAll(x, scales, run, kernels, scratch) {
    layScaleTable(scales, run, kernels);
    const source = copiedRows(x, run, kernels);
    const parts = partCount(run);
    for (let index = 0; index < parts; index++)
        foldPartAt(run, kernels, index, source, scratch);
}
/** The rows and groups of some blocks and chunks. */
export function rowPart({ form, plan, blocking }, channelGroup, block, blocks, chunk, chunks) {
    const [row, group] = [block * plan.lanes, chunk * blocking.chunk];
    return { channelGroup, row, rows: Math.min(blocks * plan.lanes, form.rows - row), group, groups: Math.min(chunks * blocking.chunk, form.groups - group) };
}
//# sourceMappingURL=fold-rows.js.map