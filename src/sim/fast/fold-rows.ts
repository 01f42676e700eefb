/** X in folded pairs of groups: a part of its rows and groups, from codes to what the kernels multiply. */
import type { Operand } from '../operand.ts';
import type { Kernels } from './kernels.ts';
import { firstPlane, type MatrixForm } from './matrix-form.ts';
import type { ElementBits } from './element-table.ts';
import type { FoldBlocking, SharedLayout } from './layout.ts';
import type { FastPlan } from './plan.ts';
import type { Scales } from './ranges.ts';

/** Some rows and groups of a channel group: whole blocks and chunks, but for the last ones. */
export interface RowPart {
  readonly channelGroup: number;
  readonly row: number;
  readonly rows: number;
  readonly group: number;
  readonly groups: number;
}

/** What folding has to know of a run. */
export interface FoldRun {
  readonly form: Pick<MatrixForm, 'channelGroups' | 'rows' | 'groups' | 'taps' | 'x' | 'window'>;
  readonly plan: Pick<FastPlan, 'folding' | 'limits' | 'lanes'>;
  readonly blocking: FoldBlocking;
  readonly shared: Pick<SharedLayout, 'scaleTable' | 'codes' | 'scaleCodes' | 'rows' | 'factors' | 'notes'>;
  readonly element: ElementBits | undefined;
}

/** Addresses of codes in memory: those of the part's first plane. */
interface PartCodes {
  readonly codes: number;
  readonly scales: number;
}

/** Where the codes of a part are, or are brought to. */
export type RowSource = (part: RowPart) => PartCodes;

/** Codes of X that all come into memory, plane by plane. @param awaitPlanes waits until so many are there */
export function sharedRows({ form, shared }: FoldRun, awaitPlanes: (planes: number) => void): RowSource {
  return (part) => {
    const plane = firstPlane(form, part);
    awaitPlanes(planesUpTo(form, part, plane));
    return { codes: shared.codes + 2 * form.taps * plane, scales: shared.scaleCodes + 2 * plane };
  };
}

/** Codes of X that are copied part by part, each in place of the one before: so they stay near. Those of a part should lie together. */
export function copiedRows(x: Operand, { form, shared }: FoldRun, { memory }: Kernels): RowSource {
  return (part) => {
    const plane = firstPlane(form, part);
    const end = planesUpTo(form, part, plane);
    new Uint16Array(memory.buffer, shared.codes, (end - plane) * form.taps).set(x.codes.subarray(plane * form.taps, end * form.taps));
    new Uint16Array(memory.buffer, shared.scaleCodes, end - plane).set(x.scales.subarray(plane, end));
    return { codes: shared.codes, scales: shared.scaleCodes };
  };
}

/** The end of a part's planes. @param first of them */
function planesUpTo({ x }: FoldRun['form'], { rows, groups }: RowPart, first: number): number {
  return first + (rows - 1) * x.ofRow + (groups - 1) * x.ofGroup + 1;
}

/** Codes that are copied between two looks at how many are there. */
const COPIED_CODES = 2 ** 15;

/** Brings all codes of X into memory. @param copied is told how many planes are there, again and again */
export function copyRows({ codes, scales }: Pick<Operand, 'codes' | 'scales'>, { form, shared }: FoldRun, { memory }: Kernels, copied: (planes: number) => void): void {
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

/** Where a part goes: addresses by [chunk][block], of so many blocks a chunk. */
export interface FoldedRows {
  readonly rows: number;
  readonly factors: number;
  readonly notes: number;
  readonly blocks: number;
}

/** What a block of a chunk takes of words and of factors. */
export function foldedBytes({ plan, blocking }: Pick<FoldRun, 'plan' | 'blocking'>): { readonly rows: number; readonly factors: number } {
  return { rows: (4 * plan.lanes * blocking.pairs * blocking.chunk) / blocking.stepGroups, factors: 4 * plan.lanes * blocking.chunk };
}

/** @param scratch of `foldScratchBytes` */
export function foldPart(run: FoldRun, kernels: Kernels, part: RowPart, source: RowSource, scratch: number, to: FoldedRows): void {
  const { form, plan, shared, element } = run;
  const { rows, groups } = part;
  if (!element) throw new Error('only <E,M> elements are folded');
  const { xElements, norms } = plan.limits;
  const from = source(part);
  kernels.foldRows(
    from.codes, 2 * form.taps * form.x.ofRow, 2 * form.taps * form.x.ofGroup, from.scales, 2 * form.x.ofRow, 2 * form.x.ofGroup, form.taps, groups, rows, element.E, element.M,
    shared.scaleTable, xElements, norms, plan.folding === 'winograd', form.window?.taps === 'backwards', scratch, to.rows, foldedBytes(run).rows, to.factors, to.notes, to.blocks,
  );
}

/** What is known of a chunk's scales, the columns of a transformation, and the integers of a chunk for four rows. */
export function foldScratchBytes(taps: number): number {
  return SCALES_BYTES + COLUMNS_BYTES + 128 * taps;
}

const SCALES_BYTES = 512;
const COLUMNS_BYTES = 192;

/** What of X is folded at once: blocks of rows and chunks of groups whose planes lie together, one block with all groups or one chunk with all rows. */
export interface FoldStep {
  readonly blocks: number;
  readonly chunks: number;
}

export function foldStep({ x }: Pick<MatrixForm, 'x'>, blocks: number, chunks: number): FoldStep {
  return x.ofRow >= x.ofGroup ? { blocks: 1, chunks } : { blocks, chunks: 1 };
}

/** The factors of scales by code, which folding looks up. */
export function layScaleTable({ factors }: Scales, { shared }: FoldRun, { memory }: Kernels): void {
  const table = new Float32Array(memory.buffer, shared.scaleTable, SCALE_TABLE_BYTES / 4);
  for (const [code, factor] of factors) table[code] = factor;
}

/** Bytes of the factors of all scale codes. */
export const SCALE_TABLE_BYTES = 4 * 2 ** 16;

/** The parts that all of X is cut into, each of a step. */
export function partCount({ form, blocking }: FoldRun): number {
  const { blocks, chunks } = stepsOf(form, blocking);
  return form.channelGroups * blocks * chunks;
}

/** Folds one of all parts. @param scratch of `foldScratchBytes` */
export function foldPartAt(run: FoldRun, kernels: Kernels, index: number, source: RowSource, scratch: number): void {
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
function stepsOf(form: FoldRun['form'], { blocks, groups, chunk }: FoldBlocking): { readonly step: FoldStep; readonly blocks: number; readonly chunks: number } {
  const chunks = groups / chunk;
  const step = foldStep(form, blocks, chunks);
  return { step, blocks: Math.ceil(blocks / step.blocks), chunks: Math.ceil(chunks / step.chunks) };
}

/** All of X in folded pairs of groups. @param scratch of `foldScratchBytes` */
export function foldAll(x: Operand, scales: Scales, run: FoldRun, kernels: Kernels, scratch: number): void {
  layScaleTable(scales, run, kernels);
  const source = copiedRows(x, run, kernels);
  const parts = partCount(run);
  for (let index = 0; index < parts; index++) foldPartAt(run, kernels, index, source, scratch);
}

/** The rows and groups of some blocks and chunks. */
export function rowPart({ form, plan, blocking }: FoldRun, channelGroup: number, block: number, blocks: number, chunk: number, chunks: number): RowPart {
  const [row, group] = [block * plan.lanes, chunk * blocking.chunk];
  return { channelGroup, row, rows: Math.min(blocks * plan.lanes, form.rows - row), group, groups: Math.min(chunks * blocking.chunk, form.groups - group) };
}
