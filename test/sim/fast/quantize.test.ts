import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { elementCount, type Shape4 } from '../../../src/bits/shape.ts';
import { finish } from '../../../src/bits/steps.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { MANTISSA_OVERFLOWS, ROUNDINGS } from '../../../src/formats/element-quantizer.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import { GROUPINGS, quantize, quantizeLike, type QuantizeOptions } from '../../../src/formats/quantize.ts';
import { fastQuantize, fastQuantizeLike, fastQuantizing } from '../../../src/sim/fast/quantize.ts';
import { SLICE_ELEMENTS } from '../../../src/sim/fast/quantize-slices.ts';
import { workspace } from '../../../src/sim/fast/quantize-workspace.ts';
import { quantizeCases } from './quantize-inputs.ts';

const PLAIN: QuantizeOptions = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  grouping: 'nc',
  rounding: 'nearest',
  mantissaOverflow: 'clip',
  randomBits: 16,
  random: { seed: 0x0123_4567_89ab_cdefn, stream: 0 },
};

/** Equality of tensors, by their bytes: many times faster than a deep comparison of numbers. */
function expectEqual(found: MlsTensor, expected: MlsTensor): void {
  const difference = expected.codes.findIndex((code, i) => found.codes[i] !== code);
  expect({ difference, code: found.codes[difference] }).toEqual({ difference: -1, code: undefined });
  expect({ ...found, codes: found.codes.length }).toEqual({ ...expected, codes: expected.codes.length });
}

function values(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.618) * (1 + (i % 7)));
}

/** The error of a call. */
function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
}

describe('fastQuantize', () => {
  it('has its kernels here, so that these tests are about them', () => {
    expect(workspace()).toBeDefined();
  });

  it('equals quantize for every option', () => {
    fc.assert(
      fc.property(quantizeCases, ({ shape, data, options }) => {
        expectEqual(fastQuantize('x', data, shape, options), quantize('x', data, shape, options));
      }),
      { numRuns: 6000 },
    );
  });

  it('equals quantize with random integers from a tensor', () => {
    const withIntegers = quantizeCases.chain((one) =>
      fc.tuple(fc.constant(one), fc.array(fc.nat(2 ** one.options.randomBits - 1), { minLength: one.data.length, maxLength: one.data.length })),
    );
    fc.assert(
      fc.property(withIntegers, ([{ shape, data, options }, integers]) => {
        const stochastic = { ...options, rounding: 'stochastic', random: { integers } } as const;
        expectEqual(fastQuantize('x', data, shape, stochastic), quantize('x', data, shape, stochastic));
      }),
      { numRuns: 500 },
    );
  });

  it('equals quantize on all multiples of 2^-13: all ties, exact codes and limits of exponents', () => {
    const data = Float32Array.from({ length: 2 ** 13 + 1 }, (_, i) => (i % 2 === 0 ? i : -i) / 2 ** 13);
    for (const [E, M] of [[0, 4], [1, 1], [2, 4], [2, 10], [3, 0], [5, 3]]) {
      for (const rounding of ROUNDINGS) {
        for (const mantissaOverflow of MANTISSA_OVERFLOWS) {
          for (const randomBits of [1, 13, 24]) {
            const options = { ...PLAIN, element: elementFormat(E, M), rounding, mantissaOverflow, randomBits };
            expectEqual(fastQuantize('x', data, [1, 1, 1, data.length], options), quantize('x', data, [1, 1, 1, data.length], options));
          }
        }
      }
    }
  });

  // Around the size of a slice; planes whose slices and parts begin at every index modulo 4.
  const sizes: Shape4[] = [
    [1, 1, 1, SLICE_ELEMENTS - 1],
    [1, 2, 1, SLICE_ELEMENTS],
    [1, 3, 1, SLICE_ELEMENTS + 1],
    [2, 2, 3, SLICE_ELEMENTS - 1],
    [3, 1, 67, 191],
    [2, 3, 56, 56],
    [40, 43, 7, 7],
    [60, 61, 3, 3],
    [160, 61, 3, 3],
    [70, 71, 1, 1],
    [3, 5, 15, 17],
    [3, 5, 16, 16],
    [3, 5, 1, 257],
    [7, 13, 14, 14],
    [5, 2, 33, 31],
    [1, SLICE_ELEMENTS + 1, 1, 1],
  ];
  it.each(sizes)('equals quantize for shape [%i,%i,%i,%i]', (...shape) => {
    const data = values(elementCount(shape));
    for (const grouping of GROUPINGS) {
      for (const rounding of ROUNDINGS) {
        const options = { ...PLAIN, grouping, rounding, random: { seed: 77n, stream: 1 } };
        expectEqual(fastQuantize('x', data, shape, options), quantize('x', data, shape, options));
      }
    }
    const integers = Uint16Array.from({ length: data.length }, (_, i) => Math.imul(i, 40503));
    const options = { ...PLAIN, rounding: 'stochastic', random: { integers } } as const;
    expectEqual(fastQuantize('x', data, shape, options), quantize('x', data, shape, options));
  });

  it('equals quantize for more planes than maxima are kept of', () => {
    const shape: Shape4 = [513, 512, 1, 1];
    const data = values(elementCount(shape));
    const options = { ...PLAIN, rounding: 'stochastic' } as const;
    expectEqual(fastQuantize('x', data, shape, options), quantize('x', data, shape, options));
  });

  it('finds the maximum at every place of a plane', () => {
    for (const size of [1, 3, 4, 5, 15, 16, 17, 37, 64]) {
      for (let place = 0; place < size; place++) {
        const data = new Float32Array(2 * size).fill(0.25);
        data[size + place] = -3;
        expect(fastQuantize('x', data, [1, 2, 1, size], PLAIN).scales).toEqual(quantize('x', data, [1, 2, 1, size], PLAIN).scales);
        expect(fastQuantize('x', data, [2, 1, size, 1], PLAIN).tensorScale).toBe(3);
      }
    }
  });

  it('equals quantize where some planes have only zeros, or elements that are far below those of others', () => {
    for (const planeSize of [1, 9, 49, 300, 1500]) {
      const data = values(24 * planeSize).map((value, i) => {
        const plane = Math.floor(i / planeSize) % 6;
        return plane === 1 ? 0 : plane === 2 ? -0 : plane === 4 ? value * 2 ** -126 : value;
      });
      for (const rounding of ROUNDINGS) {
        for (const scale of [1, 2 ** -20, 2 ** 120]) {
          const scaled = data.map((value) => value * scale);
          const options = { ...PLAIN, rounding };
          expectEqual(fastQuantize('x', scaled, [4, 6, 1, planeSize], options), quantize('x', scaled, [4, 6, 1, planeSize], options));
        }
      }
    }
  });

  it('equals quantize for every number of mantissa bits and of random bits', () => {
    const data = values(2000);
    for (let M = 0; M <= 10; M++) {
      for (let randomBits = 1; randomBits <= 24; randomBits++) {
        const options = { ...PLAIN, element: elementFormat(2, M), rounding: 'stochastic', randomBits } as const;
        expectEqual(fastQuantize('x', data, [1, 4, 20, 25], options), quantize('x', data, [1, 4, 20, 25], options));
      }
    }
  });

  it('gives tensors whose arrays have their memory for themselves', () => {
    for (const shape of [[1, 1, 1, 1], [2, 3, 1, 1], [40, 50, 7, 7]] as Shape4[]) {
      const { codes, scales } = fastQuantize('x', values(elementCount(shape)), shape, PLAIN);
      expect([codes.byteOffset, codes.buffer.byteLength]).toEqual([0, 2 * elementCount(shape)]);
      expect([scales.byteOffset, scales.buffer.byteLength]).toEqual([0, 2 * shape[0] * shape[1]]);
      expect(codes.buffer).toBeInstanceOf(ArrayBuffer);
    }
  });

  it('takes a view into a larger buffer', () => {
    const whole = values(200);
    const view = whole.subarray(7, 107);
    expectEqual(fastQuantize('x', view, [1, 2, 5, 10], PLAIN), quantize('x', Float32Array.from(view), [1, 2, 5, 10], PLAIN));
  });

  it('reports progress up to the last element, also as one of several at once', () => {
    const shape: Shape4 = [3, 1, 1024, 512];
    const data = values(elementCount(shape));
    const works = ROUNDINGS.map((rounding) => fastQuantizing('x', data, shape, { ...PLAIN, rounding }));
    const first = works.map((work) => work.next().value);
    const last = works.map((work) => work.next().value);
    for (const progress of first) expect(progress).toEqual({ done: expect.toSatisfy((done) => done > 0 && done < data.length) as number, total: data.length });
    for (const progress of last) expect(progress).toEqual({ done: data.length, total: data.length });
    works.forEach((work, i) => {
      expectEqual(finish(work), quantize('x', data, shape, { ...PLAIN, rounding: ROUNDINGS[i] }));
    });
  });
});

describe('errors of fastQuantize are those of quantize', () => {
  const large: Shape4 = [2, 3, 41, 101];
  function withValue(value: number, ...places: number[]): Float32Array {
    const data = values(elementCount(large));
    for (const place of places) data[place] = value;
    return data;
  }
  const stochastic = { ...PLAIN, rounding: 'stochastic' } as const;
  const small = values(4);

  const bad: [string, Float32Array, readonly number[], QuantizeOptions][] = [
    ['NaN', withValue(NaN, 17, 20000), large, PLAIN],
    ['infinity', withValue(Infinity, 24845), large, PLAIN],
    ['-infinity', withValue(-Infinity, 4097, 5000), large, PLAIN],
    ['a shape of 3 dimensions', small, [1, 2, 2], PLAIN],
    ['a dimension of 0', small, [1, 0, 2, 2], PLAIN],
    ['another number of values', small, [1, 2, 2, 2], PLAIN],
    ['0 random bits', small, [1, 1, 2, 2], { ...PLAIN, randomBits: 0 }],
    ['25 random bits', small, [1, 1, 2, 2], { ...stochastic, randomBits: 25 }],
    ['1.5 random bits', small, [1, 1, 2, 2], { ...stochastic, randomBits: 1.5 }],
    ['a negative seed', small, [1, 1, 2, 2], { ...stochastic, random: { seed: -1n, stream: 0 } }],
    ['a seed of 65 bits', small, [1, 1, 2, 2], { ...stochastic, random: { seed: 2n ** 64n, stream: 0 } }],
    ['a stream of 33 bits', small, [1, 1, 2, 2], { ...stochastic, random: { seed: 0n, stream: 2 ** 32 } }],
    ['three integers', small, [1, 1, 2, 2], { ...stochastic, random: { integers: [1, 2, 3], subject: 'r.npy' } }],
    ['an integer too large', small, [1, 1, 2, 2], { ...stochastic, random: { integers: [1, 2, 65536, -1] } }],
    ['a negative integer', small, [1, 1, 2, 2], { ...stochastic, random: { integers: [1, -1, 2, 2] } }],
    ['half an integer', small, [1, 1, 2, 2], { ...stochastic, random: { integers: [1, 0.5, 2, 2] } }],
    ['NaN among integers', small, [1, 1, 2, 2], { ...stochastic, random: { integers: [1, NaN, 2, 2] } }],
    ['NaN before a bad seed', Float32Array.of(1, NaN), [1, 1, 1, 2], { ...stochastic, random: { seed: -1n, stream: 0 } }],
  ];
  it.each(bad)('%s', (_what, data, shape, options) => {
    expect(errorOf(() => fastQuantize('x.npy', data, shape, options))).toEqual(errorOf(() => quantize('x.npy', data, shape, options)));
  });

  it('a shape that is none', () => {
    const shape = 'shape' as unknown as number[];
    expect(errorOf(() => fastQuantize('x', small, shape, PLAIN))).toEqual(errorOf(() => quantize('x', small, shape, PLAIN)));
  });
});

describe('fastQuantizeLike', () => {
  it('equals quantizeLike, its errors too', () => {
    const attempt = (call: () => MlsTensor): unknown => {
      try {
        return call();
      } catch (error) {
        return error;
      }
    };
    const factors = fc.constantFrom(1, 0.5, 0.99, 2 ** -20, 1.0000001, 2, NaN, Infinity);
    fc.assert(
      fc.property(quantizeCases, factors, ({ shape, data, options }, factor) => {
        const like = quantize('x', data, shape, { ...options, rounding: 'nearest' });
        const scaled = data.map((value, i) => (i % 5 === 3 ? value * factor : value));
        expect(attempt(() => fastQuantizeLike('x', scaled, like, options, options.random))).toEqual(
          attempt(() => quantizeLike('x', scaled, like, options, options.random)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('without the kernels', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ['WebAssembly', undefined],
    ['its SIMD', { Instance: WebAssembly.Instance, Module: vi.fn(() => { throw new Error('invalid opcode'); }) }],
  ])('the plain quantizer does it: no %s', async (_what, stub) => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', stub);
    const plain = await import('../../../src/sim/fast/quantize.ts');
    const { workspace: missing } = await import('../../../src/sim/fast/quantize-workspace.ts');
    expect(missing()).toBeUndefined();
    const data = values(72);
    const options = { ...PLAIN, rounding: 'stochastic' } as const;
    const tensor = plain.fastQuantize('x', data, [2, 3, 3, 4], options);
    expectEqual(tensor, quantize('x', data, [2, 3, 3, 4], options));
    expectEqual(plain.fastQuantizeLike('x', data, tensor, PLAIN, PLAIN.random), quantizeLike('x', data, tensor, PLAIN, PLAIN.random));
    expect(() => plain.fastQuantize('x', Float32Array.of(NaN), [1, 1, 1, 1], PLAIN)).toThrow('x: expected finite values, found NaN at [0,0,0,0]');
  });
});
