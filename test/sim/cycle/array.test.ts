import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/bits/steps.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import { convolve } from '../../../src/sim/convolve.ts';
import { convolution } from '../../../src/sim/convolution.ts';
import type { Element, Slot } from '../../../src/sim/cycle/element.ts';
import { outputGrid } from '../../../src/sim/cycle/grid.ts';
import { DEFAULT_ARRAY, requireArrayParameters } from '../../../src/sim/cycle/parameters.ts';
import { runCycle, type CycleOptions } from '../../../src/sim/cycle/run-cycle.ts';
import { layerCycles, utilization } from '../../../src/sim/cycle/timing.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { convolutionCases, smallElementFormats, unitParameters, type ConvolutionCase } from '../../support/arbitraries.ts';

const arrays = fc.record({
  rows: fc.integer({ min: 1, max: 3 }),
  cols: fc.integer({ min: 1, max: 4 }),
  fpAddLatency: fc.integer({ min: 1, max: 6 }),
  fpMulLatency: fc.integer({ min: 1, max: 4 }),
  interleave: fc.integer({ min: 1, max: 5 }),
});
const smallTrees = unitParameters.chain((p) => fc.constantFrom(1, 2, 4, 16).map((treeWidth) => ({ ...p, treeWidth })));

/** Every register of an element by its path. */
function registersOf(element: Element): Map<string, bigint> {
  const registers = new Map<string, bigint>();
  for (const bank of element.banks) {
    Array.from<number | bigint, unknown>(bank.values as ArrayLike<number | bigint>, (value, index) => registers.set(`${bank.scope(index)}.${bank.name} ${bank.kind} ${bank.width}`, BigInt(value)));
  }
  return registers;
}

function job({ pass, options, x, y }: ConvolutionCase, parameters: Omit<Parameters<typeof mlsDatapath>[0], 'x' | 'y'>) {
  const conv = convolution(pass, x.shape, y.shape, options);
  const datapath = mlsDatapath({ x, y, ...parameters });
  return { conv, datapath, run: (array: typeof DEFAULT_ARRAY, how?: CycleOptions) => finish(runCycle(conv, datapath, x, y, array, options.groups, how)) };
}

describe('runCycle', () => {
  it.each([
    ['any formats', convolutionCases(), 200],
    ['small formats', convolutionCases(smallElementFormats), 400],
  ])('gives the bits of the functional engine, the analytic counts and the closed form of cycles: %s', (_what, cases, numRuns) => {
    fc.assert(
      fc.property(cases, smallTrees, arrays, (c, parameters, shape) => {
        const array = { ...DEFAULT_ARRAY, ...shape, treeWidth: parameters.treeWidth, tensorScale: parameters.tensorScale };
        const { conv, datapath, run } = job(c, parameters);
        const functional = convolve(conv, datapath, c.x, c.y);
        const grid = outputGrid(conv, c.options.groups);
        const { cycles, ...result } = run(array);
        expect(result).toEqual(functional);
        const closedForm = layerCycles(grid, array);
        expect(cycles).toMatchObject({ ...closedForm, utilization: utilization(grid, closedForm, array) });
        expect(cycles.utilization).toBe(result.counts.mul / (Number(cycles.total) * array.treeWidth * array.rows * array.cols));
      }),
      { numRuns },
    );
  });

  it('gives the same on the register kernel, stepped fast and a chunk at a time, toggles included', () => {
    let toggles = 0;
    fc.assert(
      fc.property(convolutionCases(smallElementFormats), smallTrees, arrays, (c, parameters, shape) => {
        const { run } = job(c, parameters);
        const array = { ...DEFAULT_ARRAY, ...shape };
        const clean = run(array, { clean: true });
        expect(run(array, { stepped: true })).toEqual(clean);
        expect(run(array)).toEqual(clean);
        toggles += clean.cycles.toggles.product + clean.cycles.toggles.tree;
      }),
    );
    expect(toggles).toBeGreaterThan(10_000);
  });

  it('has the same value in every register after every edge, fast or on the register kernel', () => {
    let edges = 0;
    fc.assert(
      fc.property(convolutionCases(smallElementFormats), smallTrees, arrays, (c, parameters, shape) => {
        const { run } = job(c, parameters);
        const array = { ...DEFAULT_ARRAY, ...shape };
        const watch = (how: CycleOptions): Map<string, bigint>[] => {
          const seen: Map<string, bigint>[] = [];
          run(array, { ...how, onEdge: (_cycle: number, _slot: Slot, elements) => { elements.forEach((element) => seen.push(registersOf(element))); } });
          return seen;
        };
        const clean = watch({ clean: true });
        expect(watch({})).toEqual(clean);
        edges += clean.length;
      }),
      { numRuns: 60 },
    );
    expect(edges).toBeGreaterThan(1000);
  });

  it('counts a load of a bank whenever one of its values changes, and not always', () => {
    let quiet = 0;
    fc.assert(
      fc.property(convolutionCases(smallElementFormats), smallTrees, arrays, (c, parameters, shape) => {
        const { run } = job(c, parameters);
        const before = new Map<string, { values: string; count: number }>();
        const onEdge = (_cycle: number, _slot: Slot, elements: readonly Element[]): void => {
          elements[0].banks.forEach(({ values, loads }, index) => {
            if (loads === undefined) return;
            const now = { values: Array.from(values as ArrayLike<number>).join(), count: loads.count };
            const last = before.get(String(index));
            if (last !== undefined && last.count === now.count) {
              expect(now.values).toBe(last.values);
              quiet++;
            }
            before.set(String(index), now);
          });
        };
        run({ ...DEFAULT_ARRAY, ...shape }, { toggles: false, onEdge });
      }),
      { numRuns: 60 },
    );
    expect(quiet).toBeGreaterThan(1000);
  });

  it('changes cycles with a latency, never a bit', () => {
    fc.assert(
      fc.property(convolutionCases(smallElementFormats), smallTrees, arrays, arrays, (c, parameters, one, other) => {
        const { run } = job(c, parameters);
        const { cycles: first, ...bits } = run({ ...DEFAULT_ARRAY, ...one });
        const { cycles: second, ...same } = run({ ...DEFAULT_ARRAY, ...one, fpAddLatency: other.fpAddLatency, fpMulLatency: other.fpMulLatency });
        expect(same).toEqual(bits);
        expect(second.issue).toBe(first.issue);
        const slower = other.fpAddLatency >= one.fpAddLatency && other.fpMulLatency >= one.fpMulLatency;
        if (slower) expect(second.total).toBeGreaterThanOrEqual(first.total);
      }),
      { numRuns: 100 },
    );
  });

  it('stalls on a 1x1 layer with interleave 1, and no longer from interleave Lf on', () => {
    const tensor = (shape: readonly [number, number, number, number]) => ({
      element: elementFormat(2, 4),
      scaleFormat: groupScaleFormat(8, 1),
      shape,
      codes: new Uint16Array(shape[0] * shape[1] * shape[2] * shape[3]).map((_, i) => (i * 37) % 128),
      scales: new Uint16Array(shape[0] * shape[1]).map((_, i) => i % 7),
      tensorScale: 1,
    });
    const x = tensor([2, 64, 1, 1]);
    const y = tensor([1, 64, 3, 4]);
    const { run } = job(
      { pass: 'forward', options: { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 }, x, y },
      mlsDefaults(x, y),
    );
    const stalls = [1, 2, 3, 4].map((interleave) => Number(run({ ...DEFAULT_ARRAY, interleave }).cycles.stall));
    // 24 outputs of 4 chunks: each of the 3 later chunks waits Lf - 1 = 2 cycles; two outputs in turn halve the rounds and leave 1.
    expect(stalls).toEqual([24 * 3 * 2, 12 * 3 * 1, 0, 0]);
  });
});

describe('requireArrayParameters', () => {
  it.each([
    [{ rows: 0 }, /^rows: expected an integer from 1 to 1024, found 0$/],
    [{ cols: 1025 }, /^cols: /],
    [{ treeWidth: 12 }, /^tree width: expected a power of two/],
    [{ fpAddLatency: 0 }, /^fp-add latency: /],
    [{ fpMulLatency: 65 }, /^fp-mul latency: /],
    [{ interleave: 0 }, /^interleave: /],
  ])('rejects %j', (wrong, message) => {
    expect(() => requireArrayParameters({ ...DEFAULT_ARRAY, ...wrong })).toThrow(message);
  });
});
