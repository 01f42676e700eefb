import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import { elementCount, type Shape4 } from '../../src/bits/shape.ts';
import { elementFields, elementFormat, elementInteger, elementValue } from '../../src/formats/element.ts';
import { elementQuantizer } from '../../src/formats/element-quantizer.ts';
import { groupScaleFormat, scaleValue } from '../../src/formats/group-scale.ts';
import { averageRelativeError, dequantize } from '../../src/formats/mls-tensor.ts';
import { GROUPINGS, quantize, quantizeLike, type QuantizeOptions } from '../../src/formats/quantize.ts';
import { binary32Bits } from '../../src/bits/host-float.ts';
import { elementFormats, quantizeOptions, scaleFormats, smallElementFormats, smallShapes, tensorValues } from '../support/arbitraries.ts';
import {
  divideRational,
  exactBinary32,
  exactDequantize,
  exactQuantize,
  exactScale,
  multiplyRational,
  powerOfTwo,
  type ExactQuantizeOptions,
} from '../support/exact-model.ts';

const PLAIN: QuantizeOptions = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  grouping: 'nc',
  rounding: 'nearest',
  mantissaOverflow: 'clip',
  randomBits: 16,
  random: { seed: 0n, stream: 0 },
};

function exactOptions({ element, scaleFormat, grouping, rounding, mantissaOverflow, randomBits, random }: QuantizeOptions): ExactQuantizeOptions {
  const source = 'integers' in random ? { random: random.integers } : { seed: random.seed, stream: random.stream };
  const formats = { E: element.E, M: element.M, Eg: scaleFormat.Eg, Mg: scaleFormat.Mg };
  return { ...formats, group: grouping, rounding, mantissaOverflow, randomBits, ...source };
}

const tensors = smallShapes.chain((shape) => fc.tuple(fc.constant(shape), tensorValues(elementCount(shape))));

describe('quantize', () => {
  it('equals the exact rational model for every option', () => {
    fc.assert(
      fc.property(tensors, quantizeOptions, ([shape, data], options) => {
        const expected = exactQuantize({ shape, data }, exactOptions(options));
        const found = quantize('x', data, shape, options);
        expect([...found.codes]).toEqual(expected.codes);
        expect([...found.scales]).toEqual(expected.scales);
        expect(found.tensorScale).toBe(expected.tensorScale);
      }),
      { numRuns: 4000 },
    );
  });

  it('equals the exact rational model with random integers from a tensor', () => {
    const withIntegers = fc
      .tuple(tensors, quantizeOptions)
      .chain(([[shape, data], options]) =>
        fc.tuple(
          fc.constant({ shape, data, options }),
          fc.array(fc.nat(2 ** options.randomBits - 1), { minLength: data.length, maxLength: data.length }),
        ),
      );
    fc.assert(
      fc.property(withIntegers, ([{ shape, data, options }, integers]) => {
        const stochastic = { ...options, rounding: 'stochastic', random: { integers } } as const;
        expect([...quantize('x', data, shape, stochastic).codes]).toEqual(exactQuantize({ shape, data }, exactOptions(stochastic)).codes);
      }),
      { numRuns: 1000 },
    );
  });

  it('quantizes an all-zero tensor to tensor scale 1 and the smallest group scales, with the signs of its zeros', () => {
    for (const grouping of GROUPINGS) {
      const tensor = quantize('x', Float32Array.of(0, -0, 0, -0), [2, 2, 1, 1], { ...PLAIN, grouping });
      expect(tensor.tensorScale).toBe(1);
      expect([...tensor.scales]).toEqual([510, 510, 510, 510]);
      expect([...tensor.codes]).toEqual([0, 0x40, 0, 0x40]);
    }
  });

  it('moves only the tensor scale when all inputs are shifted by a power of two', () => {
    const shifts = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(smallShapes, quantizeOptions, shifts, fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })), (shape, options, shift, stream) => {
        // Away from the subnormals, so that the shift is exact.
        const data = Float32Array.from({ length: elementCount(shape) }, () => {
          const value = Math.fround(stream.next().value as number);
          return Math.abs(value) < 2 ** -80 ? 0 : value;
        });
        fc.pre(data.some((value) => value !== 0));
        const still = quantize('x', data, shape, options);
        const shifted = quantize('x', data.map((value) => value * 2 ** shift), shape, options);
        expect(shifted).toEqual({ ...still, tensorScale: still.tensorScale * 2 ** shift });
      }),
    );
  });

  it('takes each value to one of its two neighbours in the format', () => {
    fc.assert(
      fc.property(tensors, elementFormats, quantizeOptions, ([shape, data], element, options) => {
        const tensor = quantize('x', data, shape, { ...options, element });
        const values = Float64Array.from({ length: element.maxMagnitudeCode + 1 }, (_, code) => elementValue(element, code));
        const exact = dequantize(tensor);
        data.forEach((value, i) => {
          const unit = tensor.tensorScale * scaleValue(tensor.scaleFormat, tensor.scales[Math.floor(i / (shape[2] * shape[3]))]);
          const below = values.findLast((v) => v * unit <= Math.abs(value));
          const above = values.find((v) => v * unit >= Math.abs(value)) ?? values[values.length - 1];
          expect([below, above].map((v) => (v ?? NaN) * unit)).toContain(Math.abs(exact[i]));
          expect(Math.sign(exact[i]) * Math.sign(value)).not.toBe(-1);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same codes back when dequantized values meet the same scales', () => {
    fc.assert(
      fc.property(smallShapes, quantizeOptions, fc.infiniteStream(fc.float({ min: -8, max: 8, noNaN: true })), (shape, options, stream) => {
        // A tensor scale of few bits, and a scale field that stays small: every dequantized value is then exact in binary32.
        const scaleFormat = groupScaleFormat(3, options.scaleFormat.Mg);
        const data = Float32Array.from({ length: elementCount(shape) }, () => Math.round((stream.next().value as number) * 16) / 16);
        data[0] = 8;
        const tensor = quantize('x', data, shape, { ...options, scaleFormat });
        const values = dequantize(tensor);
        const again = Float32Array.from(values);
        expect(Float64Array.from(again)).toEqual(values);
        for (const rounding of ['nearest', 'truncate', 'stochastic'] as const) {
          expect(quantizeLike('x', again, tensor, { ...options, rounding }, options.random)).toEqual(tensor);
        }
      }),
    );
  });

  it.each([
    ['NaN', NaN, /^x\.npy: expected finite values, found NaN at \[0,1,0,2\]$/],
    ['an infinity', Infinity, /^x\.npy: expected finite values, found Infinity at \[0,1,0,2\]$/],
    ['a negative infinity', -Infinity, /^x\.npy: expected finite values, found -Infinity at \[0,1,0,2\]$/],
  ])('names the index of %s', (_what, value, message) => {
    const data = new Float32Array(12);
    data[8] = value;
    expect(() => quantize('x.npy', data, [1, 2, 2, 3], PLAIN)).toThrow(message);
  });

  it.each([
    ['3 dimensions', [2, 2, 2], /expected 4 dimensions \[d0,d1,d2,d3\], found \[2,2,2\]/],
    ['a dimension of 0', [2, 0, 2, 2], /expected every dimension to be at least 1, found \[2,0,2,2\]/],
    ['another number of values', [2, 2, 2, 2], /expected 16 values for \[2,2,2,2\], found 8/],
  ])('rejects a shape of %s', (_what, shape, message) => {
    expect(() => quantize('x', new Float32Array(8), shape, PLAIN)).toThrow(message);
  });

  it.each([
    [[0, 4, 0, 0], /random integers: expected an integer from 0 to 3, found 4 at \[0,0,0,1\]/],
    [[0, 0, -1, 0], /found -1 at \[0,0,1,0\]/],
    [[0, 0, 0.5, 0], /found 0\.5 at/],
    [[0, 0, 0], /expected 4 integers for \[1,1,2,2\], found 3/],
  ])('rejects the random integers %j', (integers, message) => {
    const options = { ...PLAIN, rounding: 'stochastic', randomBits: 2, random: { integers } } as const;
    expect(() => quantize('x', new Float32Array(4), [1, 1, 2, 2], options)).toThrow(message);
  });

  it.each([-1n, 2n ** 64n])('rejects seed %s', (seed) => {
    expect(() => quantize('x', new Float32Array(1), [1, 1, 1, 1], { ...PLAIN, rounding: 'stochastic', random: { seed, stream: 0 } })).toThrow(InputError);
  });

  it('rejects a value above held scales', () => {
    const like = quantize('x', Float32Array.of(1, 0.25), [2, 1, 1, 1], PLAIN);
    expect(() => quantizeLike('x', Float32Array.of(1, 0.5), like, PLAIN, PLAIN.random)).toThrow(
      /^x: expected a magnitude of at most its group scale x tensor scale at \[1,0,0,0\]$/,
    );
  });
});

describe('stochastic rounding', () => {
  it('has a mean over all 2^k random integers that is the input cut to the 2^-k grid of its code', () => {
    const k = 6;
    const rounding = { mantissaOverflow: 'carry', randomBits: k } as const;
    fc.assert(
      fc.property(smallElementFormats, scaleFormats, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (element, scaleFormat, anyCode, fraction) => {
        const scale = anyCode % Math.min(16, 2 ** scaleFormat.codeBits);
        const largest = elementValue(element, element.maxMagnitudeCode) * scaleValue(scaleFormat, scale);
        const x = Math.fround(fraction * largest);
        fc.pre(x <= largest);
        const bits = binary32Bits(x);
        const toCode = (mode: 'stochastic' | 'truncate', u: number): number =>
          elementQuantizer(element, scaleFormat, scale, binary32Bits(1), { ...rounding, rounding: mode })(bits, u);
        let sum = 0n;
        for (let u = 0; u < 2 ** k; u++) sum += BigInt(elementInteger(element, toCode('stochastic', u)));

        // In units of the magnitude integer: floor(v x 2^k) on a grid that is 2^(exp-1) wide for a normal code.
        const formats = { E: element.E, M: element.M, Eg: scaleFormat.Eg, Mg: scaleFormat.Mg };
        const unit = multiplyRational(exactScale(scale, formats), powerOfTwo(element.lsb));
        const v = divideRational(exactBinary32(bits), unit);
        const grid = 1n << BigInt(Math.max(0, elementFields(element, toCode('truncate', 0)).exp - 1));
        expect(sum).toBe(((v.num << BigInt(k)) / (v.den * grid)) * grid);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('dequantize', () => {
  it('equals the exact rational model, signs of zeros included', () => {
    fc.assert(
      fc.property(tensors, quantizeOptions, ([shape, data], options) => {
        const tensor = quantize('x', data, shape, options);
        const { E, M, Eg, Mg } = exactOptions(options);
        const expected = exactDequantize({ E, M, Eg, Mg, shape, codes: tensor.codes, scales: tensor.scales, tensorScale: tensor.tensorScale });
        expect([...dequantize(tensor)]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('averageRelativeError', () => {
  it('is sum |x - q| / sum |x|, and 0 for zeros', () => {
    const shape: Shape4 = [1, 2, 1, 2];
    const data = Float32Array.of(1, 0.3, -0.7, 0.01);
    const tensor = quantize('x', data, shape, PLAIN);
    const q = dequantize(tensor);
    let error = 0;
    let total = 0;
    for (let i = 0; i < 4; i++) {
      error += Math.abs(data[i] - q[i]);
      total += Math.abs(data[i]);
    }
    expect(averageRelativeError(data, tensor)).toBe(error / total);
    expect(error).toBeGreaterThan(0);
    expect(averageRelativeError(new Float32Array(4), quantize('x', new Float32Array(4), shape, PLAIN))).toBe(0);
  });
});
