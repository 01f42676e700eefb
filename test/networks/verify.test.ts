/** The comparison of closed form and clocked model: with a model that is right, and with models that are wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, type Steps } from '../../src/bits/steps.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import { requireMlsTensor, type MlsTensor } from '../../src/formats/mls-tensor.ts';
import { layerRuns } from '../../src/networks/layer-runs.ts';
import { operandShapes, outputShape, passConvolution, passGrid, type NetworkLayer } from '../../src/networks/layer.ts';
import { NETWORKS } from '../../src/networks/networks.ts';
import { shrinkLayer } from '../../src/networks/shrink.ts';
import { layerText, spread, verify, type ClockedRun } from '../../src/networks/verify.ts';
import { PASSES } from '../../src/sim/convolution.ts';
import { outputGrid } from '../../src/sim/cycle/grid.ts';
import { DEFAULT_ARRAY } from '../../src/sim/cycle/parameters.ts';
import { layerCycles, type CycleCounts } from '../../src/sim/cycle/timing.ts';

const layer: NetworkLayer = {
  name: 'layer',
  kind: 'conv',
  ci: 6,
  co: 4,
  kernel: [3, 2],
  stride: [2, 1],
  padding: [1, 0],
  dilation: [1, 2],
  groups: 2,
  input: [9, 8],
};
const options = { element: elementFormat(2, 4), scaleFormat: groupScaleFormat(8, 1), seed: 7n, slots: 1e6 };

/** A model that counts as the closed form does, with a change. */
function model(change: (counts: CycleCounts, channelGroups: number) => Partial<CycleCounts> = () => ({}), seen: MlsTensor[] = []): ClockedRun {
  return function* (conv, x, y, array, channelGroups): Steps<CycleCounts> {
    seen.push(requireMlsTensor('x', x), requireMlsTensor('y', y));
    yield { done: 1, total: 2 };
    const counts = layerCycles(outputGrid(conv, channelGroups), array);
    return { ...counts, ...change(counts, channelGroups) };
  };
}

describe('verify', () => {
  const runs = layerRuns([layer], 'training', 3, false);

  it('finds nothing where both agree, on seeded operands of the right shapes', () => {
    const seen: MlsTensor[] = [];
    expect(finish(verify(runs, [DEFAULT_ARRAY], options, model(undefined, seen)))).toEqual({ arrays: 1, cases: 3, shrunk: 0, tooLarge: 0, mismatches: [] });
    expect(seen.map(({ shape }) => shape)).toEqual(PASSES.flatMap((pass) => Object.values(operandShapes(layer, pass, 3))));
    expect(new Set(seen[0].codes).size).toBeGreaterThan(10);
    const again: MlsTensor[] = [];
    finish(verify(runs, [DEFAULT_ARRAY], options, model(undefined, again)));
    expect(again).toEqual(seen);
    const other: MlsTensor[] = [];
    finish(verify(runs, [DEFAULT_ARRAY], { ...options, seed: 8n }, model(undefined, other)));
    expect(other).not.toEqual(seen);
  });

  it.each(['total', 'issue', 'stall', 'drain', 'idleLanes', 'idleElements'] as const)('finds a wrong %s', (name) => {
    const wrong = model((counts) => ({ [name]: counts[name] + 1n }));
    const { mismatches } = finish(verify(runs, [DEFAULT_ARRAY], options, wrong));
    expect(mismatches.map(({ pass, counts }) => [pass, counts.map((one) => [one.name, one.clocked - one.closedForm])])).toEqual(
      PASSES.map((pass) => [pass, [[name, 1n]]]),
    );
  });

  it('says on which array and run', () => {
    const arrays = [1, 2, 3].map((interleave) => ({ ...DEFAULT_ARRAY, interleave }));
    let call = 0;
    const { mismatches, cases } = finish(verify(runs, arrays, options, model(() => (++call === 5 ? { stall: 99n } : {}))));
    expect(cases).toBe(9);
    expect(mismatches).toMatchObject([{ pass: 'input-grad', array: { interleave: 2 }, shrunk: false, layer, batch: 3, counts: [{ name: 'stall', clocked: 99n }] }]);
  });

  it('runs layers that differ in name only once', () => {
    const twice = layerRuns([layer, { ...layer, name: 'again' }], 'forward', 1, false);
    expect(finish(verify(twice, [DEFAULT_ARRAY], options, model()))).toMatchObject({ cases: 1 });
  });

  it('shrinks what is too large, and leaves out what still is', () => {
    expect(finish(verify(runs, [DEFAULT_ARRAY], { ...options, slots: 30_000 }, model()))).toMatchObject({ cases: 3, shrunk: 3, tooLarge: 0 });
    expect(finish(verify(runs, [DEFAULT_ARRAY], { ...options, slots: 300 }, model()))).toMatchObject({ cases: 0, tooLarge: 3 });
  });

  it('takes points evenly, first and last included', () => {
    const items = Array.from({ length: 10 }, (_, i) => i);
    expect(spread(items, 1)).toEqual([0]);
    expect(spread(items, 2)).toEqual([0, 9]);
    expect(spread(items, 4)).toEqual([0, 3, 6, 9]);
    expect(spread(items, 10)).toEqual(items);
    expect(spread(items, 11)).toEqual(items);
  });
});

describe('a shrunk layer', () => {
  it('keeps its kind and fits, for every layer of every network in every pass', () => {
    let count = 0;
    for (const network of NETWORKS) {
      for (const whole of network.layers(network.inputSize)) {
        for (const pass of PASSES) {
          const array = { ...DEFAULT_ARRAY, rows: 4, cols: 3, interleave: 2 };
          const found = shrinkLayer({ layer: whole, batch: 8 }, pass, array, ({ layer: l, batch }) => layerCycles(passGrid(l, pass, batch), array).total <= 5000n);
          if (found === undefined) throw new Error(`${network.name} ${whole.name} ${pass}: nothing fits`);
          const { layer: small, batch } = found;
          const { kernel, stride, padding, dilation, name } = whole;
          expect(small).toMatchObject({ kernel, stride, padding, dilation, name });
          expect(small.groups > 1).toBe(whole.groups > 1);
          expect(small.ci / small.groups).toBeLessThanOrEqual(whole.ci / whole.groups);
          expect(batch).toBeLessThanOrEqual(8);
          expect(Math.min(...outputShape(small, batch))).toBeGreaterThanOrEqual(1);
          expect(layerCycles(outputGrid(passConvolution(small, pass, batch), small.groups), array).total).toBeLessThanOrEqual(5000n);
          count++;
        }
      }
    }
    expect(count).toBe((21 + 37 + 54 + 20 + 16 + 16 + 58 + 53 + 8 + 26 + 47) * 3);
  });

  it('still has two chunks, two row tiles and two batches where the budget allows', () => {
    const array = { ...DEFAULT_ARRAY, rows: 4, cols: 3, interleave: 2 };
    const [, whole] = NETWORKS[0].layers([224, 224]);
    for (const pass of PASSES) {
      const found = shrinkLayer({ layer: whole, batch: 64 }, pass, array, ({ layer: l, batch }) => layerCycles(passGrid(l, pass, batch), array).total <= 3000n);
      const grid = passGrid(found?.layer ?? whole, pass, found?.batch ?? 0);
      expect(grid.groupCount).toBeGreaterThan(array.treeWidth);
      expect(grid.matrixRows).toBeGreaterThan(array.rows);
      expect(grid.matrixColumns).toBeGreaterThan(array.cols * array.interleave);
    }
  });

  it('is the layer itself where that fits', () => {
    const whole = { layer, batch: 3 };
    expect(shrinkLayer(whole, 'forward', DEFAULT_ARRAY, () => true)).toBe(whole);
    expect(shrinkLayer(whole, 'forward', DEFAULT_ARRAY, () => false)).toBeUndefined();
  });
});

describe('the grid of a pass', () => {
  it('is that of the convolution over the whole batch', () => {
    const shapes = fc.record({ ci: fc.constantFrom(2, 4, 6), co: fc.constantFrom(2, 4), groups: fc.constantFrom(1, 2), batch: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(shapes, fc.constantFrom(...PASSES), ({ batch, ...change }, pass) => {
        const changed = { ...layer, ...change };
        expect(passGrid(changed, pass, batch)).toEqual(outputGrid(passConvolution(changed, pass, batch), changed.groups));
      }),
    );
  });
});

describe('a layer in words', () => {
  it('says what is not plain', () => {
    expect(layerText(layer)).toBe('6 to 4 channels, kernel 3x2, input 9x8, stride 2,1, padding 1,0, dilation 1,2, 2 channel groups');
    expect(layerText({ ...layer, stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 })).toBe('6 to 4 channels, kernel 3x2, input 9x8');
  });
});
