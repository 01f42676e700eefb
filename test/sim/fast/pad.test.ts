import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { returnRunMemory, takeRunMemory } from '../../../src/sim/fast/engine.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { kernelsOn } from '../../../src/sim/fast/kernels.ts';
import { layWindows, padPart, planesOfPart, staysWithin } from '../../../src/sim/fast/pad.ts';
import { beginColumns, preparingColumns } from '../../../src/sim/fast/prepare.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, layerCases, type Contents } from './layers.ts';
import { formOf } from './oracle.ts';

/** Layers of one image whose groups are folded in squares, of several parts. */
const folded = fc
  .record({ groups: fc.constantFrom(16, 24, 48), size: fc.tuple(fc.integer({ min: 18, max: 30 }), fc.integer({ min: 18, max: 30 })), padding: fc.constantFrom(0, 1, 2), scaleSpread: fc.integer({ min: 0, max: 4 }), seed: fc.integer({ min: 0, max: 999 }) })
  .map(({ groups, size, padding, scaleSpread, seed }) => {
    const contents: Contents = { element: elementFormat(2, 4), extreme: seed % 2 === 1, zeroPlanes: false, scaleBase: 0, scaleSpread, Mg: 1, tensorScale: 1 };
    const [x, y] = [filledTensor([16, groups, 3, 3], contents, seed), filledTensor([1, groups, ...size], contents, seed + 1)];
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [padding, padding] });
    return { conv, x, y, datapath: mlsDatapath(mlsDefaults(x, y)) };
  });

describe('planes of Y that threads pad', () => {
  it('are the same in any order, whatever was in memory', () => {
    let several = 0;
    let norms = 0;
    fc.assert(
      fc.property(fc.oneof(layerCases.map((layer) => ({ ...layer, datapath: datapathOf(layer) })), folded), fc.constantFrom(0, 0x7f, 0x80, 0xff), ({ conv, x, y, datapath }, garbage) => {
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
        if (plan.limits.norms) {
          const windows = Buffer.from(new Int32Array(new Uint8Array(backwards).buffer.slice(shared.windows - shared.offsets, shared.windows - shared.offsets + 4 * padPlanes)).buffer);
          new Uint8Array(memory.buffer).set(backwards, shared.offsets);
          layWindows(description, kernels, { first: 0, count: padPlanes });
          expect(windows.equals(Buffer.from(memory.buffer, shared.windows, 4 * padPlanes))).toBe(true);
        }
        expect(backwards.equals(inOrder)).toBe(true);
        returnRunMemory(run, memory);
      }),
      { numRuns: 200 },
    );
    expect(several).toBeGreaterThan(20);
    expect(norms).toBeGreaterThan(20);
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
