import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { convolve, convolving } from '../../../src/sim/convolve.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { prepack } from '../../../src/sim/fast/prepack.ts';
import type * as Public from '../../../src/index.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, foldedLayers, type Contents } from './layers.ts';
import { differences, expectedResult, formOf } from './oracle.ts';

// Threads load their module from the built program, and know what was prepacked there.
const built = (await import(new URL('../../../dist/index.js', import.meta.url).href)) as typeof Public;
afterAll(built.closeThreads);

const CONTENTS: Contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 };

/** A layer of 3x3 taps, several blocks of rows and chunks. */
function squareLayer(images: number, element = CONTENTS.element) {
  const x = filledTensor([24, 48, 3, 3], { ...CONTENTS, element }, 1);
  const y = filledTensor([images, 48, 9, 13], CONTENTS, 2 + images);
  const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
  return { conv, x, y, datapath: mlsDatapath(mlsDefaults(x, y)) };
}

/** Whether a pass takes what is kept of X. */
function takes({ conv, datapath, y }: ReturnType<typeof squareLayer>, x: MlsTensor): boolean {
  const run = planFastRun(conv, formOf(datapath), x, y, 1);
  return !('refused' in run) && run.prepacked !== undefined;
}

describe('a prepacked operand', () => {
  it('gives the bits, counts and overflows of the operand itself, with any Y', () => {
    const taken = new Map<string, number>();
    fc.assert(
      fc.property(foldedLayers, fc.nat(1000), (layer, seed) => {
        const { conv, x, y } = layer;
        const datapath = datapathOf(layer);
        const packed = prepack(conv, datapath, x);
        const run = planFastRun(conv, formOf(datapath), packed, y, datapath.tensorScaleMultiplications);
        if (!('refused' in run) && run.prepacked) {
          const window = run.description.form.window?.taps ?? '';
          taken.set(window, (taken.get(window) ?? 0) + 1);
        }
        const other = filledTensor(y.shape, { ...CONTENTS, element: y.element, Mg: y.scaleFormat.Mg as 0 | 1, extreme: seed % 2 === 0, scaleSpread: seed % 7 }, seed);
        for (const second of [y, other, y]) expect(differences(convolve(conv, datapath, packed, second), expectedResult(conv, datapath, x, second))).toBe('');
      }),
      { numRuns: 300 },
    );
    expect([...taken.keys()].sort()).toEqual(['backwards', 'forwards']);
    expect(Math.min(...taken.values())).toBeGreaterThan(20);
  });

  it('serves batches of any size, on any number of threads', async () => {
    const { conv, x, datapath } = squareLayer(1);
    const packed = built.prepack(conv, datapath, x);
    for (const images of [1, 3, 1, 2]) {
      const layer = squareLayer(images);
      const expected = expectedResult(layer.conv, datapath, x, layer.y);
      expect(differences(built.convolve(layer.conv, datapath, packed, layer.y), expected)).toBe('');
      for (const threads of [0, 1, 2, 5]) expect(differences(await built.convolveOnThreads(layer.conv, datapath, packed, layer.y, { threads }), expected)).toBe('');
      const both = await Promise.all([1, 2, 3].map(() => built.convolveOnThreads(layer.conv, datapath, packed, layer.y, { threads: 2 })));
      for (const found of both) expect(differences(found, expected)).toBe('');
    }
  });

  it('is free for the next run as soon as one on threads has ended', async () => {
    const { conv, x, y, datapath } = squareLayer(2);
    const packed = built.prepack(conv, datapath, x);
    for (let run = 0; run < 3; run++) {
      await built.convolveOnThreads(conv, datapath, packed, y, { threads: 2 });
      const plan = built.planConvolution(conv, datapath, packed, y);
      expect(plan.engine === 'simd' && plan.run.prepacked !== undefined).toBe(true);
    }
  });

  it('is free again after a run that failed', async () => {
    const { conv, x, y, datapath } = squareLayer(2);
    const packed = built.prepack(conv, datapath, x);
    const stop = (): never => {
      throw new Error('stopped');
    };
    const engineOf = (): boolean => {
      const plan = built.planConvolution(conv, datapath, packed, y);
      return plan.engine === 'simd' && plan.run.prepacked !== undefined;
    };
    expect(engineOf()).toBe(true);
    await expect(built.convolveOnThreads(conv, datapath, packed, y, { threads: 2, drive: stop })).rejects.toThrow('stopped');
    await vi.waitFor(() => { expect(engineOf()).toBe(true); });
    const steps = built.convolving(conv, datapath, packed, y);
    steps.next();
    expect(engineOf()).toBe(false);
    expect(differences(built.convolve(conv, datapath, packed, y), expectedResult(conv, datapath, x, y))).toBe('');
    steps.return(undefined as never);
    expect(engineOf()).toBe(true);
  });

  it('is a copy: the operand may change', () => {
    const { conv, x, y, datapath } = squareLayer(1);
    const expected = expectedResult(conv, datapath, x, y);
    const packed = prepack(conv, datapath, x);
    x.codes.fill(1);
    x.scales.fill(5);
    expect(differences(convolve(conv, datapath, packed, y), expected)).toBe('');
    expect(packed.tensorScale).toBe(x.tensorScale);
  });

  it('lets two runs be under way at once', () => {
    const layer = squareLayer(2);
    const { conv, x, y, datapath } = layer;
    const packed = prepack(conv, datapath, x);
    const other = filledTensor(y.shape, CONTENTS, 77);
    expect(takes(layer, packed)).toBe(true);
    const [first, second] = [convolving(conv, datapath, packed, y), convolving(conv, datapath, packed, other)];
    let [a, b] = [first.next(), second.next()];
    expect(takes(layer, packed)).toBe(false);
    for (; a.done !== true; a = first.next());
    for (; b.done !== true; b = second.next());
    expect(differences(a.value, expectedResult(conv, datapath, x, y))).toBe('');
    expect(differences(b.value, expectedResult(conv, datapath, x, other))).toBe('');
    expect(takes(layer, packed)).toBe(true);
  });

  it('is taken like the operand itself where it was prepacked for something else', () => {
    const layer = squareLayer(1);
    const { conv, x, y, datapath } = layer;
    // Another element format with as many codes, another tree, another pass.
    const wide = { ...x, element: elementFormat(3, 3) };
    const other = mlsDatapath({ ...mlsDefaults(wide, y) });
    const packed = prepack(conv, datapath, x);
    expect(differences(convolve(conv, datapath, packed, y), expectedResult(conv, datapath, x, y))).toBe('');
    expect(takes({ ...layer, datapath: other }, packed)).toBe(false);
    expect(differences(convolve(conv, other, packed, y), expectedResult(conv, other, x, y))).toBe('');
    const narrow = mlsDatapath({ ...mlsDefaults(x, y), treeWidth: 8 });
    expect(takes({ ...layer, datapath: narrow }, packed)).toBe(false);
    expect(differences(convolve(conv, narrow, packed, y), expectedResult(conv, narrow, x, y))).toBe('');
    const strided = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1], stride: [2, 2] });
    expect(differences(convolve(strided, datapath, packed, y), expectedResult(strided, datapath, x, y))).toBe('');
    const error = filledTensor([1, 24, 9, 13], CONTENTS, 9);
    const back = convolution('input-grad', x.shape, error.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const backwards = mlsDatapath(mlsDefaults(x, error));
    expect(takes({ ...layer, conv: back, datapath: backwards, y: error }, packed)).toBe(false);
    expect(differences(convolve(back, backwards, packed, error), expectedResult(back, backwards, x, error))).toBe('');
  });

  it('is taken like the operand itself where the system has no memory to keep it', () => {
    const { conv, x, y, datapath } = squareLayer(1);
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    });
    const packed = prepack(conv, datapath, x);
    expect(grow).toHaveBeenCalled();
    grow.mockRestore();
    expect(differences(convolve(conv, datapath, packed, y), expectedResult(conv, datapath, x, y))).toBe('');
  });
});
