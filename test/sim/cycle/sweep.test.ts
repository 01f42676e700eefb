import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/bits/steps.ts';
import { DEFAULT_ARRAY, type ArrayParameters } from '../../../src/sim/cycle/parameters.ts';
import { multipliers, productsOf, productsPerCycle, sweep, sweepPoint } from '../../../src/sim/cycle/sweep.ts';
import { latency, layerCycles, utilization, type OutputGrid } from '../../../src/sim/cycle/timing.ts';

const sizes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const grids = fc.record({ channelGroups: sizes(4), matrixRows: sizes(70), matrixColumns: sizes(3000), groupCount: sizes(100), groupSize: sizes(50) });
const arrays = fc.record({
  rows: sizes(32),
  cols: sizes(32),
  treeWidth: fc.nat(6).map((log2) => 2 ** log2),
  fpAddLatency: sizes(8),
  fpMulLatency: sizes(8),
  interleave: sizes(9),
  tensorScale: fc.boolean(),
});

describe('a sweep', () => {
  const layers: OutputGrid[] = [
    { channelGroups: 1, matrixRows: 64, matrixColumns: 100, groupCount: 3, groupSize: 49 },
    { channelGroups: 1, matrixRows: 128, matrixColumns: 25, groupCount: 64, groupSize: 1 },
  ];

  it('adds up the layers, each with its own drain', () => {
    const array: ArrayParameters = { ...DEFAULT_ARRAY, rows: 8, cols: 8 };
    const [first, second] = layers.map((grid) => layerCycles(grid, array));
    const point = sweepPoint(layers, array);
    expect(point.cycles).toEqual({
      total: first.total + second.total,
      issue: first.issue + second.issue,
      stall: first.stall + second.stall,
      drain: BigInt(2 * latency(array)),
      idleLanes: first.idleLanes + second.idleLanes,
      idleElements: first.idleElements + second.idleElements,
    });
    expect(point.products).toBe(BigInt(64 * 100 * 3 * 49 + 128 * 25 * 64));
    expect(productsPerCycle(point)).toBeCloseTo(point.shares.utilization * 8 * 8 * 16, 9);
  });

  it('gives the points in order, with progress', () => {
    const list = [1, 2, 4].map((interleave) => ({ ...DEFAULT_ARRAY, interleave }));
    const steps = sweep(layers, list);
    expect(steps.next()).toEqual({ done: false, value: { done: 1, total: 3 } });
    const points = finish(steps);
    expect(points).toEqual(list.map((array) => sweepPoint(layers, array)));
  });

  it('accounts for every multiplier slot', () => {
    fc.assert(
      fc.property(fc.array(grids, { minLength: 1, maxLength: 5 }), arrays, (some, array) => {
        const { cycles, products, shares } = sweepPoint(some, array);
        const { total, issue, stall, drain, idleLanes, idleElements } = cycles;
        expect(issue + stall + drain).toBe(total);
        const slots = BigInt(multipliers(array));
        expect(products + idleLanes + idleElements * BigInt(array.treeWidth) + (stall + drain) * slots).toBe(total * slots);
        const { utilization: made, ...lost } = shares;
        expect(Object.values(lost).reduce((sum, share) => sum + share, made)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of one layer has the layer\'s cycles and utilization', () => {
    fc.assert(
      fc.property(grids, arrays, (grid, array) => {
        const { cycles, products, shares } = sweepPoint([grid], array);
        expect(cycles).toEqual(layerCycles(grid, array));
        expect(products).toBe(productsOf(grid));
        expect(shares.utilization).toBeCloseTo(utilization(grid, cycles, array), 12);
      }),
    );
  });

  it('of no layers takes no cycles', () => {
    expect(sweepPoint([], DEFAULT_ARRAY).cycles.total).toBe(0n);
  });
});
