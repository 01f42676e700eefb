/** X in folded pairs of groups: a part of its rows and groups, from codes to what the kernels multiply. */
import type { Operand } from '../operand.ts';
import { Y_NODES_BYTES } from './fold-columns.ts';
import type { Kernels } from './kernels.ts';
import { firstPlane } from './matrix-form.ts';
import { scaleWords, type Scales } from './ranges.ts';
import type { RunDescription } from './unit.ts';

/** Some rows and groups of a channel group: whole blocks and chunks, but for the last ones. */
export interface RowPart {
  readonly channelGroup: number;
  readonly row: number;
  readonly rows: number;
  readonly group: number;
  readonly groups: number;
}

/** Addresses of codes in memory: those of the part's first plane. */
export interface PartCodes {
  readonly codes: number;
  readonly scales: number;
}

/** Where a part goes: addresses by [chunk][block], of so many blocks a chunk. */
export interface FoldedRows {
  readonly rows: number;
  readonly factors: number;
  readonly levels: number;
  readonly blocks: number;
}

/** What a block of a chunk takes of each. */
export function foldedBytes({ plan, blocking, shared }: Pick<RunDescription, 'plan' | 'blocking' | 'shared'>): { readonly rows: number; readonly factors: number; readonly levels: number } {
  return { rows: 4 * plan.lanes * blocking.pairs * blocking.chunk, factors: shared.factorBytes * plan.lanes * blocking.chunk, levels: blocking.chunk / 2 };
}

/** @param scratch of `foldScratchBytes` */
export function foldPart(run: RunDescription, kernels: Kernels, { channelGroup, rows, group, groups }: RowPart, from: PartCodes, scratch: number, to: FoldedRows): void {
  const { form, plan, blocking, shared, element } = run;
  if (!element) throw new Error('only <E,M> elements are folded');
  const yNodes = shared.yNodes + Y_NODES_BYTES * ((channelGroup * blocking.groups + group) / blocking.chunk);
  const { elements, sums, exact } = plan.limits;
  kernels.foldRows(
    from.codes, 2 * form.taps * form.x.ofRow, 2 * form.taps * form.x.ofGroup, from.scales, 2 * form.x.ofRow, 2 * form.x.ofGroup, form.taps, groups, rows, element.E, element.M,
    shared.table, yNodes, elements, sums, exact, plan.folding === 'winograd', form.window?.taps === 'backwards',
    scratch, to.rows, foldedBytes(run).rows, to.factors, to.levels, to.blocks,
  );
}

/** What is known of a chunk's scales, the columns of a transformation, and the integers of a chunk for four rows. */
export function foldScratchBytes(taps: number): number {
  return SCALES_BYTES + COLUMNS_BYTES + 128 * taps;
}

const SCALES_BYTES = 1216;
const COLUMNS_BYTES = 192;

/**
 * X in folded pairs of groups. Codes come part by part, each of planes that lie together: a block of rows with all groups, or a chunk of groups with all rows. So they
 * stay near. Where rows are used but once, units fold them, and only codes are copied.
 */
export function foldRows(x: Operand, scales: Scales, run: RunDescription, kernels: Kernels): void {
  const { form, plan, blocking, shared } = run;
  const { buffer } = kernels.memory;
  const table = new Int32Array(buffer, shared.table, 2 ** 16);
  table.set(scaleWords(scales));
  if (blocking.late) {
    new Uint16Array(buffer, shared.codes, x.codes.length).set(x.codes);
    new Uint16Array(buffer, shared.scaleCodes, x.scales.length).set(x.scales);
    return;
  }
  const bytes = foldedBytes(run);
  const byRows = form.x.ofRow >= form.x.ofGroup;
  const [rowsAtOnce, groupsAtOnce] = byRows ? [plan.lanes, form.groups] : [form.rows, blocking.chunk];
  for (let channelGroup = 0; channelGroup < form.channelGroups; channelGroup++) {
    for (let row = 0; row < form.rows; row += rowsAtOnce) {
      for (let group = 0; group < form.groups; group += groupsAtOnce) {
        const part = { channelGroup, row, group, rows: Math.min(rowsAtOnce, form.rows - row), groups: Math.min(groupsAtOnce, form.groups - group) };
        const plane = firstPlane(form, part);
        const end = plane + (part.rows - 1) * form.x.ofRow + (part.groups - 1) * form.x.ofGroup + 1;
        new Uint16Array(buffer, shared.codes, (end - plane) * form.taps).set(x.codes.subarray(plane * form.taps, end * form.taps));
        new Uint16Array(buffer, shared.scaleCodes, end - plane).set(x.scales.subarray(plane, end));
        const block = (channelGroup * (blocking.groups / blocking.chunk) + group / blocking.chunk) * blocking.blocks + row / plan.lanes;
        const to = { rows: shared.rows + block * bytes.rows, factors: shared.factors + block * bytes.factors, levels: shared.levels + block * bytes.levels, blocks: blocking.blocks };
        foldPart(run, kernels, part, { codes: shared.codes, scales: shared.scaleCodes }, shared.table + table.byteLength, to);
      }
    }
  }
}
