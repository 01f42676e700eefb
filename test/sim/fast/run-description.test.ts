import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { queueOf, slicesOfUnit, unitAt, type RunDescription, type Unit } from '../../../src/sim/fast/run-description.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, layerCases } from './layers.ts';
import { formOf } from './oracle.ts';

/** The units of a queue, in the order in which they are taken. */
function unitsOfQueue(run: RunDescription, queue: number): readonly Unit[] {
  const units: Unit[] = [];
  const { first, end } = queueOf(run, queue);
  for (let slice = first; slice < end; ) {
    const slices = slicesOfUnit(run, slice, end);
    units.push(unitAt(run, slice, slices));
    slice += slices;
  }
  return units;
}

function unitsOf(run: RunDescription): readonly Unit[] {
  return Array.from({ length: run.queues }, (_, queue) => unitsOfQueue(run, queue)).flat();
}

describe('the units of a run', () => {
  it('are all blocks of all columns of all jobs, each once', () => {
    let several = 0;
    fc.assert(
      fc.property(layerCases, fc.constantFrom(1, 2, 3, 5, 64), (layer, threads) => {
        const datapath = datapathOf(layer);
        const planned = planFastRun(layer.conv, formOf(datapath), layer.x, layer.y, datapath.tensorScaleMultiplications, threads);
        if ('refused' in planned) return;
        const { form, blocking } = planned.description;
        const seen = new Uint8Array(form.jobs * form.columns * blocking.blocks);
        for (const { job, firstColumn, columns, firstBlock, blocks } of unitsOf(planned.description)) {
          expect(Math.min(columns, blocks)).toBeGreaterThan(0);
          expect(columns).toBeLessThanOrEqual(blocking.panelColumns);
          for (let column = firstColumn; column < firstColumn + columns; column++) {
            for (let block = firstBlock; block < firstBlock + blocks; block++) seen[(job * form.columns + column) * blocking.blocks + block]++;
          }
        }
        expect(seen.every((times) => times === 1)).toBe(true);
        several += blocking.rowSlices > 1 ? 1 : 0;
      }),
      { numRuns: 100 },
    );
    expect(several).toBeGreaterThan(20);
  });

  it('are large at first, and small at the end', () => {
    const contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 } as const;
    const [x, y] = [filledTensor([256, 256, 3, 3], contents, 1), filledTensor([1, 256, 14, 14], contents, 2)];
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const planned = planFastRun(conv, formOf(mlsDatapath(mlsDefaults(x, y))), x, y, 1, 2);
    if ('refused' in planned) throw new Error(planned.refused);
    expect(planned.description.queues).toBe(2);
    for (const queue of [0, 1]) {
      const blocks = unitsOfQueue(planned.description, queue).map((unit) => unit.blocks);
      // 64 blocks: a twelfth each, then fewer and fewer.
      expect(blocks.slice(0, 4)).toEqual([5, 5, 6, 5]);
      expect(Math.max(...blocks.slice(-2))).toBeLessThanOrEqual(2);
      expect(blocks.reduce((sum, count) => sum + count)).toBe(32);
    }
  });

  it('wait in a queue for each thread, of whole panels where there are enough', () => {
    const contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 } as const;
    const x = filledTensor([64, 64, 3, 3], contents, 1);
    const runOf = (images: number, threads: number): RunDescription => {
      const y = filledTensor([images, 64, 40, 40], contents, 2);
      const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
      const planned = planFastRun(conv, formOf(mlsDatapath(mlsDefaults(x, y))), x, y, 1, threads);
      if ('refused' in planned) throw new Error(planned.refused);
      return planned.description;
    };
    // 400 squares of outputs in eight panels of 56.
    const run = runOf(1, 2);
    expect([0, 1].map((queue) => new Set(unitsOfQueue(run, queue).map((unit) => unit.firstColumn)))).toEqual([new Set([0, 56, 112, 168]), new Set([224, 280, 336, 392])]);
    expect([runOf(1, 1).queues, runOf(1, 5).queues, runOf(3, 5).queues]).toEqual([1, 5, 1]);
  });
});
