import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat, elementInteger } from '../../../src/formats/element.ts';
import { scaleValue } from '../../../src/formats/group-scale.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { prepareRun, takeRunMemory } from '../../../src/sim/fast/engine.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { Y_NODES_BYTES } from '../../../src/sim/fast/fold-columns.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { filledTensor, type Contents } from './layers.ts';
import { formOf } from './oracle.ts';

/** Where multipliers in the units of pairs begin. */
const MULTIPLIERS = 16;
const CHANNELS = 16;
const element = elementFormat(2, 4);
const LARGEST = elementInteger(element, element.maxMagnitudeCode);

const layers = fc.record({
  images: fc.integer({ min: 1, max: 3 }),
  groups: fc.constantFrom(1, 2),
  padding: fc.integer({ min: 0, max: 2 }),
  size: fc.tuple(fc.integer({ min: 3, max: 10 }), fc.integer({ min: 3, max: 20 })),
  scaleSpread: fc.constantFrom(0, 4, 9),
  extreme: fc.boolean(),
  seed: fc.nat(1000),
});

/** The multiplier of a group in the unit of its pair, where both have scales. */
function multiplierOf(scales: readonly number[]): number {
  const unit = Math.min(...scales.map((scale) => (Math.log2(scale) % 1 === 0 ? scale : scale / 3)));
  return scales[0] / unit;
}

describe('what is known of Y', () => {
  it('has norms that no window of an image exceeds', () => {
    let folded = 0;
    fc.assert(
      fc.property(layers, ({ images, groups, padding, size: [height, width], scaleSpread, extreme, seed }) => {
        const contents: Contents = { element, extreme, zeroPlanes: false, scaleBase: 0, scaleSpread, Mg: 1, tensorScale: 1 };
        const x = filledTensor([8 * groups, CHANNELS, 3, 3], { ...contents, scaleSpread: 2 }, seed);
        const y = filledTensor([images, CHANNELS * groups, height, width], contents, seed + 1);
        const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [padding, padding], groups });
        const form = formOf(mlsDatapath(mlsDefaults(x, y)));
        const run = planFastRun(conv, form, x, y, 1);
        if ('refused' in run || run.plan.folding !== 'winograd') return;
        folded++;
        const memory = takeRunMemory(run);
        if (memory === undefined) throw new Error('no memory');
        prepareRun(conv, form, run, memory, x, y);
        y.scales.forEach((code, plane) => {
          const channel = plane % CHANNELS;
          const at = run.description.shared.yNodes + Y_NODES_BYTES * Math.floor(plane / CHANNELS) + MULTIPLIERS + 4 * channel;
          const neighbour = channel % 2 === 0 ? plane + 1 : plane - 1;
          const norm = new Float32Array(memory.buffer, at, 1)[0] / multiplierOf([scaleValue(y.scaleFormat, code), scaleValue(y.scaleFormat, y.scales[neighbour])]);
          const integerAt = (row: number, column: number): number =>
            row < 0 || row >= height || column < 0 || column >= width ? 0 : elementInteger(y.element, y.codes[(plane * height + row) * width + column]);
          let largest = 0;
          for (let row = -padding; row + 3 <= height + padding; row++) {
            for (let column = -padding; column + 3 <= width + padding; column++) {
              let sum = 0;
              for (let i = 0; i < 9; i++) sum += integerAt(row + Math.floor(i / 3), column + (i % 3)) ** 2;
              largest = Math.max(largest, sum);
            }
          }
          let most = 0;
          for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) most = Math.max(most, integerAt(row, column) ** 2);
          expect(norm * LARGEST * (1 + 2 ** -22)).toBeGreaterThanOrEqual(Math.sqrt(largest));
          // Where nothing lies between planes, a last window may reach into the next one.
          if (padding > 0) expect(norm * LARGEST).toBeLessThanOrEqual(Math.sqrt(12 * most) * (1 + 2 ** -22));
        });
      }),
      { numRuns: 200 },
    );
    expect(folded).toBeGreaterThan(100);
  });
});
