import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { planFastRun, type FastRun } from '../../../src/sim/fast/fast-run.ts';
import { copyRows, rowPart, sharedRows } from '../../../src/sim/fast/fold-rows.ts';
import { firstPlane } from '../../../src/sim/fast/matrix-form.ts';
import { kernelsOn } from '../../../src/sim/fast/kernels.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, foldedLayers, type Contents, type LayerCase } from './layers.ts';
import { formOf } from './oracle.ts';

function runOf(layer: LayerCase): FastRun | undefined {
  const datapath = datapathOf(layer);
  const run = planFastRun(layer.conv, formOf(datapath), layer.x, layer.y, datapath.tensorScaleMultiplications, 2);
  return 'refused' in run || run.plan.folding === 'none' ? undefined : run;
}

describe('codes of X that come into memory', () => {
  it('are waited for as far as a part of the rows has them', () => {
    const passes = new Map<string, number>();
    fc.assert(
      fc.property(foldedLayers, fc.nat(), fc.nat(), (layer, anyBlock, anyChunk) => {
        const run = runOf(layer);
        if (!run) return;
        passes.set(layer.conv.pass, (passes.get(layer.conv.pass) ?? 0) + 1);
        const { description } = run;
        const { form, blocking } = description;
        const chunks = blocking.groups / blocking.chunk;
        const part = rowPart(description, anyBlock % form.channelGroups, anyBlock % blocking.blocks, 1, anyChunk % chunks, 1);
        let last = -1;
        for (let row = 0; row < part.rows; row++) {
          for (let group = 0; group < part.groups; group++) last = Math.max(last, firstPlane(form, { ...part, row: part.row + row, group: part.group + group }));
        }
        const awaited: number[] = [];
        sharedRows(description, (planes) => { awaited.push(planes); })(part);
        expect(awaited).toEqual([last + 1]);
      }),
      { numRuns: 200 },
    );
    expect(passes.get('forward')).toBeGreaterThan(20);
    expect(passes.get('input-grad')).toBeGreaterThan(20);
  });

  it('are there when they are said to be, and all in the end', () => {
    const contents: Contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 };
    const x = filledTensor([99, 96, 3, 3], contents, 1);
    const y = filledTensor([1, 96, 6, 6], contents, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const run = planFastRun(conv, formOf(mlsDatapath(mlsDefaults(x, y))), x, y, 1, 2);
    if ('refused' in run) throw new Error(run.refused);
    const { form, shared } = run.description;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(run.bytes / 2 ** 16), maximum: 2 ** 16, shared: true });
    const codes = new Uint16Array(memory.buffer, shared.codes, x.codes.length).fill(0xffff);
    const scaleCodes = new Uint16Array(memory.buffer, shared.scaleCodes, x.scales.length).fill(0xffff);
    const ends: number[] = [];
    let last = 0;
    copyRows(x, run.description, kernelsOn(memory, run.module), (planes) => {
      expect(planes).toBeGreaterThan(last);
      expect(codes.slice(last * form.taps, planes * form.taps)).toEqual(x.codes.slice(last * form.taps, planes * form.taps));
      expect(scaleCodes.slice(last, planes)).toEqual(x.scales.slice(last, planes));
      last = planes;
      ends.push(planes);
    });
    expect(last).toBe(99 * 96);
    expect(ends.length).toBeGreaterThan(2);
  });
});
