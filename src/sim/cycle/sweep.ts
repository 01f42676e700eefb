/** Where the cycles go, over many arrays: the closed form summed over the layers of a network. */
import type { Steps } from '../../bits/steps.ts';
import type { ArrayParameters } from './parameters.ts';
import { layerCycles, type CycleCounts, type OutputGrid } from './timing.ts';

/**
 * What becomes of the multiplier slots of a run. A slot is one lane of one element in one cycle: cycles x T x rows x cols of them. The five
 * shares are disjoint and add up to 1.
 */
export interface SlotShares {
  /** Slots that make a product: mul / (cycles x T x rows x cols). */
  readonly utilization: number;
  /** Slots of cycles that are held for the running sum. */
  readonly stall: number;
  /** Slots of cycles after a layer's last issue. */
  readonly drain: number;
  /** Slots of issue in lanes without a group, on elements that have an output. */
  readonly idleLanes: number;
  /** Slots of issue on elements without an output. */
  readonly idleElements: number;
}

/** The cycles of all layers on one array. */
export interface SweepPoint {
  readonly array: ArrayParameters;
  /** Sums over the layers. Layers follow one another, and each pays its own drain. */
  readonly cycles: CycleCounts;
  readonly products: bigint;
  readonly shares: SlotShares;
}

/** All (x, y) pairs of a layer. */
export function productsOf({ channelGroups, matrixRows, matrixColumns, groupCount, groupSize }: OutputGrid): bigint {
  return BigInt(channelGroups) * BigInt(matrixRows) * BigInt(matrixColumns) * BigInt(groupCount) * BigInt(groupSize);
}

/** Multipliers of an array: the products that it can make in a cycle. */
export function multipliers({ rows, cols, treeWidth }: ArrayParameters): number {
  return rows * cols * treeWidth;
}

/** One array. */
export function sweepPoint(layers: readonly OutputGrid[], array: ArrayParameters): SweepPoint {
  const cycles = layers.map((grid) => layerCycles(grid, array)).reduce(sum, NONE);
  const products = layers.reduce((total, grid) => total + productsOf(grid), 0n);
  return { array, cycles, products, shares: slotShares(cycles, products, array) };
}

/** Many arrays, in order. */
export function* sweep(layers: readonly OutputGrid[], arrays: readonly ArrayParameters[]): Steps<readonly SweepPoint[]> {
  const points: SweepPoint[] = [];
  for (const array of arrays) {
    points.push(sweepPoint(layers, array));
    yield { done: points.length, total: arrays.length };
  }
  return points;
}

/** Products a cycle, on average. */
export function productsPerCycle({ products, cycles }: SweepPoint): number {
  return Number(products) / Number(cycles.total);
}

function slotShares(cycles: CycleCounts, products: bigint, array: ArrayParameters): SlotShares {
  const { total, stall, drain, idleLanes, idleElements } = cycles;
  const slots = Number(total) * multipliers(array);
  return {
    utilization: Number(products) / slots,
    stall: Number(stall) / Number(total),
    drain: Number(drain) / Number(total),
    idleLanes: Number(idleLanes) / slots,
    idleElements: (Number(idleElements) * array.treeWidth) / slots,
  };
}

const NONE: CycleCounts = { total: 0n, issue: 0n, stall: 0n, drain: 0n, idleLanes: 0n, idleElements: 0n };

function sum(a: CycleCounts, b: CycleCounts): CycleCounts {
  return {
    total: a.total + b.total,
    issue: a.issue + b.issue,
    stall: a.stall + b.stall,
    drain: a.drain + b.drain,
    idleLanes: a.idleLanes + b.idleLanes,
    idleElements: a.idleElements + b.idleElements,
  };
}
