/** The parameters of the clocked unit. */
import { requireInteger } from '../../bits/check.ts';
import { requireTreeWidth } from '../../units/adder-tree.ts';

/** Everything about the unit that moves cycles and never a bit, but for the tree width, which does both. */
export interface ArrayParameters {
  /** Processing elements that share y: one for each of so many neighbouring output channels. */
  readonly rows: number;
  /** Processing elements that share x: one for each of so many neighbouring outputs of a channel. */
  readonly cols: number;
  /** T, the lanes of an element: a power of two. */
  readonly treeWidth: number;
  /** Lf, cycles of a binary32 addition, fully pipelined. */
  readonly fpAddLatency: number;
  /** Lm, cycles of a binary32 multiplication, fully pipelined. */
  readonly fpMulLatency: number;
  /** I, the outputs of an element that take turns chunk by chunk. */
  readonly interleave: number;
  /** Whether stage Z is there. */
  readonly tensorScale: boolean;
}

export const MAX_ARRAY_SIDE = 1024;
export const MAX_LATENCY = 64;
export const MAX_INTERLEAVE = 1024;

export const DEFAULT_ARRAY: ArrayParameters = {
  rows: 1,
  cols: 1,
  treeWidth: 16,
  fpAddLatency: 3,
  fpMulLatency: 3,
  interleave: 1,
  tensorScale: true,
};

/** The parameters, checked. @throws InputError, TypeError */
export function requireArrayParameters(parameters: ArrayParameters): ArrayParameters {
  requireInteger('rows', parameters.rows, 1, MAX_ARRAY_SIDE);
  requireInteger('cols', parameters.cols, 1, MAX_ARRAY_SIDE);
  requireTreeWidth(parameters.treeWidth);
  requireInteger('fp-add latency', parameters.fpAddLatency, 1, MAX_LATENCY);
  requireInteger('fp-mul latency', parameters.fpMulLatency, 1, MAX_LATENCY);
  requireInteger('interleave', parameters.interleave, 1, MAX_INTERLEAVE);
  return parameters;
}
