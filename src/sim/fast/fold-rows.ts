/** X in folded pairs of groups: a part of its rows and groups, from codes to what the kernels multiply. */
import type { Kernels } from './kernels.ts';
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
  readonly folds: number;
  readonly blocks: number;
}

/** What a block of a chunk takes of each. */
export function foldedBytes({ plan, blocking, shared }: Pick<RunDescription, 'plan' | 'blocking' | 'shared'>): { readonly rows: number; readonly factors: number; readonly folds: number } {
  return { rows: 4 * plan.lanes * blocking.pairs * blocking.chunk, factors: shared.factorBytes * plan.lanes * blocking.chunk, folds: blocking.chunk / 2 };
}

/** @param scratch of `foldScratchBytes` */
export function foldPart(run: RunDescription, kernels: Kernels, { channelGroup, rows, group, groups }: RowPart, from: PartCodes, scratch: number, to: FoldedRows): void {
  const { form, plan, shared, element } = run;
  if (!element) throw new Error('only <E,M> elements are folded');
  const yFolds = shared.yFolds + channelGroup * Math.ceil(form.groups / 2) + group / 2;
  kernels.foldRows(
    from.codes, 2 * form.taps * form.x.ofRow, 2 * form.taps * form.x.ofGroup, from.scales, 2 * form.x.ofRow, 2 * form.x.ofGroup, form.taps, groups, rows, element.E, element.M,
    shared.table, yFolds, plan.limits.x, plan.folding === 'winograd', form.window?.taps === 'backwards', scratch, to.rows, foldedBytes(run).rows, to.factors, to.folds, to.blocks,
  );
}

/** Multipliers, the taps of four rows, and for squares the columns of their transformation. */
export function foldScratchBytes(taps: number): number {
  return 16 + 16 * taps + 16 * 12;
}
