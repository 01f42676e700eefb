import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../src/formats/element.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../src/sim/convolution.ts';
import { convolve, planConvolution } from '../../src/sim/convolve.ts';
import { mlsDatapath, mlsDefaults } from '../../src/sim/mls-datapath.ts';
import { filledTensor } from './fast/layers.ts';

describe('memory for the outputs', () => {
  // By elements of so many bits: SIMD kernels, doubles, units.
  it.each([
    ['simd', elementFormat(2, 4), 32],
    ['doubles', elementFormat(3, 10), 40],
    ['units', elementFormat(5, 2), 64],
  ] as const)('is filled by the engine called %s', (engine, element, width) => {
    const contents = { element, extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 0.75 } as const;
    const [x, y] = [filledTensor([3, 2, 3, 3], contents, 1), filledTensor([2, 2, 5, 5], contents, 2)];
    const conv = convolution('forward', x.shape, y.shape, PLAIN_CONVOLUTION);
    const defaults = mlsDefaults(x, y);
    const datapath = mlsDatapath({ ...defaults, accumulatorWidth: width });
    expect(planConvolution(conv, datapath, x, y).engine).toBe(engine);
    const expected = convolve(conv, datapath, x, y);
    // Part of a larger array.
    const all = new Uint32Array(60).fill(7);
    const into = all.subarray(3, 57);
    const found = convolve(conv, datapath, x, y, into);
    expect(found.bits).toBe(into);
    expect(found).toEqual(expected);
    expect([...all.subarray(0, 3), ...all.subarray(57)]).toEqual([7, 7, 7, 7, 7, 7]);
    expect(() => convolve(conv, datapath, x, y, new Uint32Array(53))).toThrow(new RangeError('into: expected 54 words, one for each output, found 53'));
    expect(() => convolve(conv, datapath, x, y, new Uint32Array(0))).toThrow(RangeError);
  });
});
