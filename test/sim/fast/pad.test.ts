import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeRunMemory, returnRunMemory } from '../../../src/sim/fast/engine.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { kernelsOn } from '../../../src/sim/fast/kernels.ts';
import { padPart, planesOfPart, staysWithin } from '../../../src/sim/fast/pad.ts';
import { beginColumns, preparingColumns } from '../../../src/sim/fast/prepare.ts';
import { datapathOf, layerCases } from './layers.ts';
import { formOf } from './oracle.ts';

describe('planes of Y that threads pad', () => {
  it('are the same in any order, whatever was in memory', () => {
    let several = 0;
    let norms = 0;
    fc.assert(
      fc.property(layerCases, fc.constantFrom(0, 0x7f, 0x80, 0xff), (layer, garbage) => {
        const { conv, x, y } = layer;
        const datapath = datapathOf(layer);
        const form = formOf(datapath);
        const run = planFastRun(conv, form, x, y, datapath.tensorScaleMultiplications, 2);
        if ('refused' in run || run.description.padParts < 2) return;
        const { description, scales } = run;
        const { shared, padParts, padPlanes, plan } = description;
        several++;
        if (plan.limits.norms) norms++;
        const memory = takeRunMemory(run);
        if (memory === undefined) throw new Error('no memory');
        const kernels = kernelsOn(memory, run.module);
        const bytes = new Uint8Array(memory.buffer);
        /** What of Y units look at: all that lies from its source to its last table, but for codes on their way. */
        const found = (prepare: () => void): Buffer => {
          bytes.fill(garbage, shared.offsets, run.bytes);
          prepare();
          bytes.fill(0, shared.outputs, run.bytes);
          return Buffer.from(bytes.slice(shared.offsets, shared.outputs));
        };
        const inOrder = found(() => { expect([...preparingColumns(conv, form, y, scales.y, description, kernels)]).toEqual([1]); });
        const backwards = found(() => {
          const { finish } = beginColumns(conv, y, scales.y, description, kernels);
          for (let part = padParts - 1; part >= 0; part--) padPart(description, kernels, { first: 0, count: padPlanes }, part);
          finish();
        });
        expect(backwards.equals(inOrder)).toBe(true);
        returnRunMemory(run, memory);
      }),
      { numRuns: 1500 },
    );
    expect(several).toBeGreaterThan(20);
    expect(norms).toBeGreaterThan(5);
  });

  it('are not shared where one may write to the next', () => {
    const source = { planeElements: 49, rowElements: 7, outputRows: 5, outputColumns: 5, columnStep: 1, rowStep: 1 };
    const pads = { element: { E: 2, M: 4 }, planeCodes: 49, rowCodes: 7, rows: 7, columns: 7, from: 0, to: 0, toRow: 7 };
    expect(staysWithin(pads, source)).toBe(false);
    // Seven elements behind the last one are 14 bytes.
    expect(staysWithin({ ...pads, rows: 6 }, source)).toBe(true);
    expect(staysWithin({ ...pads, rows: 6, to: 1 }, source)).toBe(false);
    expect([planesOfPart(source), planesOfPart({ ...source, planeElements: 2 ** 20 })]).toEqual([334, 1]);
  });
});
