import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { sliceCount, slicesOfUnit, unitAt, type RunDescription, type Unit } from '../../../src/sim/fast/run-description.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, layerCases } from './layers.ts';
import { formOf } from './oracle.ts';

/** All units, in the order in which threads take them. */
function unitsOf(run: RunDescription): readonly Unit[] {
  const units: Unit[] = [];
  for (let slice = 0; slice < sliceCount(run); ) {
    const slices = slicesOfUnit(run, slice);
    units.push(unitAt(run, slice, slices));
    slice += slices;
  }
  return units;
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
    const blocks = unitsOf(planned.description).map((unit) => unit.blocks);
    // 64 blocks: a twelfth each, then fewer and fewer.
    expect(blocks.slice(0, 8)).toEqual([5, 5, 6, 5, 5, 6, 5, 5]);
    expect(Math.max(...blocks.slice(-4))).toBeLessThanOrEqual(2);
    expect(blocks.reduce((sum, count) => sum + count)).toBe(64);
  });
});
