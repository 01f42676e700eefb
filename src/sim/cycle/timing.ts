/** Cycles of a layer in closed form: exact, equal to what the clocked model counts, and instant for billions of cycles. */
import type { ArrayParameters } from './parameters.ts';
import type { IssueRun } from './sequencer.ts';

/** The outputs of a layer as the array sees them: one matrix for each channel group. */
export interface OutputGrid {
  readonly channelGroups: number;
  /** Output channels of a channel group. */
  readonly matrixRows: number;
  /** All other outputs of an output channel. */
  readonly matrixColumns: number;
  /** G, the groups of an output. */
  readonly groupCount: number;
  /** K, the products of a group. */
  readonly groupSize: number;
}

/** Where the cycles of a layer go. All are exact counts; bigint, since a network's layers have billions. */
export interface CycleCounts {
  /** issue + stall + drain. */
  readonly total: bigint;
  /** Cycles in which an element pair is issued to each lane that has one. */
  readonly issue: bigint;
  /** Cycles in which the last element of a chunk is held for the running sum. */
  readonly stall: bigint;
  /** Cycles after the last issue until the last output is visible. */
  readonly drain: bigint;
  /** Lane-cycles of issue, on elements that have an output, in lanes without a group. */
  readonly idleLanes: bigint;
  /** Element-cycles of issue on elements without an output, at the edges of the output matrix. */
  readonly idleElements: bigint;
}

/** The registers between the issue of a chunk's last pair and the visible output: M, A, S, C, the tree's levels, R and Z. */
export function latency({ treeWidth, fpAddLatency, fpMulLatency, tensorScale }: ArrayParameters): number {
  return 4 + fpAddLatency * Math.log2(treeWidth) + fpAddLatency + (tensorScale ? fpMulLatency : 0);
}

/** C, the chunks of an output. */
export function chunkCount(groupCount: number, treeWidth: number): number {
  return Math.ceil(groupCount / treeWidth);
}

/** (C - 1) x max(0, Lf - b x K): a batch of b outputs is held in each round of chunks but the first. */
function batchStalls(outputs: number, { chunks, groupSize, fpAddLatency }: Pick<IssueRun, 'chunks' | 'groupSize' | 'fpAddLatency'>): number {
  return (chunks - 1) * Math.max(0, fpAddLatency - outputs * groupSize);
}

/** The stalls of one run of the issue rule: its batches of I outputs, and the last with the remainder. */
function runStalls(run: IssueRun): number {
  const rest = run.outputs % run.interleave;
  return Math.floor(run.outputs / run.interleave) * batchStalls(run.interleave, run) + (rest > 0 ? batchStalls(rest, run) : 0);
}

/** The cycles of one run, from its first issue to its last, stalls included. */
export function runCycles(run: IssueRun): number {
  return run.outputs * run.chunks * run.groupSize + runStalls(run);
}

/** The cycles of a layer. */
export function layerCycles(grid: OutputGrid, parameters: ArrayParameters): CycleCounts {
  const { rows, cols, treeWidth, fpAddLatency, interleave } = parameters;
  const chunks = chunkCount(grid.groupCount, treeWidth);
  const columnTiles = Math.ceil(grid.matrixColumns / cols);
  const runs = BigInt(grid.channelGroups) * BigInt(Math.ceil(grid.matrixRows / rows));
  const stall = runs * BigInt(runStalls({ outputs: columnTiles, chunks, groupSize: grid.groupSize, interleave, fpAddLatency }));

  const pairsOfOutput = BigInt(chunks) * BigInt(grid.groupSize);
  const issue = runs * BigInt(columnTiles) * pairsOfOutput;
  const drain = BigInt(latency(parameters));

  const outputs = BigInt(grid.channelGroups) * BigInt(grid.matrixRows) * BigInt(grid.matrixColumns);
  const idleLanes = outputs * BigInt(chunks * treeWidth - grid.groupCount) * BigInt(grid.groupSize);
  const idleElements = issue * BigInt(rows * cols) - outputs * pairsOfOutput;
  return { total: issue + stall + drain, issue, stall, drain, idleLanes, idleElements };
}

/** mul / (cycles x T x rows x cols): the share of all multiplier slots that make a product. */
export function utilization(grid: OutputGrid, cycles: CycleCounts, { rows, cols, treeWidth }: ArrayParameters): number {
  const products = BigInt(grid.channelGroups) * BigInt(grid.matrixRows) * BigInt(grid.matrixColumns) * BigInt(grid.groupCount) * BigInt(grid.groupSize);
  return Number(products) / (Number(cycles.total) * treeWidth * rows * cols);
}
