import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSigned } from '../../src/bits/width.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import { LSB_EXPONENT_BITS, scaledSumBits, scaleGroup } from '../../src/units/group-scaler.ts';
import { intToFp32 } from '../../src/units/int-to-fp32.ts';
import { elementFormats, scaleFormats } from '../support/arbitraries.ts';
import { exactScale, multiplyRational, powerOfTwo, rational, roundToBinary32 } from '../support/exact-model.ts';

const sums = fc.integer({ min: 4, max: 64 }).chain((width) =>
  fc.tuple(
    fc.constant(width),
    fc.oneof(
      fc.bigInt({ min: -(2n ** BigInt(width - 1)), max: 2n ** BigInt(width - 1) - 1n }),
      fc.constantFrom(0n, 1n, -1n, -(2n ** BigInt(width - 1)), 2n ** BigInt(width - 1) - 1n),
    ),
  ),
);
const scales = scaleFormats.chain((format) => fc.record({ format: fc.constant(format), code: fc.nat(2 ** format.codeBits - 1) }));

describe('scaleGroup', () => {
  it('is the exact product of the sum and both scales, within its widths', () => {
    fc.assert(
      fc.property(sums, elementFormats, elementFormats, scales, scales, ([width, sum], xe, ye, x, y) => {
        const { q, lsb } = scaleGroup(sum, xe.lsb + ye.lsb, x, y);
        const scaleOf = ({ format: { Eg, Mg }, code }: typeof x) => exactScale(code, { E: 0, M: 1, Eg, Mg });
        const expected = multiplyRational(multiplyRational(rational(sum), powerOfTwo(xe.lsb + ye.lsb)), multiplyRational(scaleOf(x), scaleOf(y)));
        const found = multiplyRational(rational(q), powerOfTwo(lsb));
        expect(found.num * expected.den).toBe(expected.num * found.den);
        expect(fitsSigned(q, scaledSumBits(width, x.format, y.format))).toBe(true);
        expect(fitsSigned(BigInt(lsb), LSB_EXPONENT_BITS)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('shifts as Eq. 8 does for each pair of mantissas', () => {
    const format = groupScaleFormat(8, 1);
    const scaled = (xMan: number, yMan: number) => scaleGroup(-7n, -14, { format, code: (3 << 1) | xMan }, { format, code: (5 << 1) | yMan });
    expect(scaled(0, 0)).toEqual({ q: -28n, lsb: -24 });
    expect(scaled(0, 1)).toEqual({ q: -42n, lsb: -24 });
    expect(scaled(1, 0)).toEqual({ q: -42n, lsb: -24 });
    expect(scaled(1, 1)).toEqual({ q: -63n, lsb: -24 });
    const plain = groupScaleFormat(8, 0);
    expect(scaleGroup(-7n, -14, { format: plain, code: 3 }, { format: plain, code: 5 })).toEqual({ q: -7n, lsb: -22 });
    expect(scaleGroup(-7n, -14, { format: plain, code: 3 }, { format, code: 11 })).toEqual({ q: -42n, lsb: -24 });
    expect(scaledSumBits(32, plain, plain)).toBe(32);
    expect(scaledSumBits(32, plain, format)).toBe(36);
  });
});

describe('intToFp32', () => {
  const exponents = fc.oneof(fc.integer({ min: -594, max: 70 }), fc.integer({ min: -220, max: -120 }));
  const wide = fc.oneof(
    fc.bigInt({ min: -(2n ** 67n), max: 2n ** 67n }),
    fc.bigInt({ min: -(2n ** 26n), max: 2n ** 26n }),
    // Ties and near ties: 24 bits, a half, and nothing or one bit below.
    fc.tuple(fc.bigInt({ min: 2n ** 23n, max: 2n ** 24n - 1n }), fc.integer({ min: 1, max: 43 }), fc.constantFrom(-1n, 0n, 1n)).map(
      ([kept, shift, off]) => (kept << BigInt(shift)) + (1n << BigInt(shift - 1)) + off,
    ),
  );

  it('rounds as the exact rational does, gradually and flushed', () => {
    fc.assert(
      fc.property(wide, exponents, fc.boolean(), (q, lsb, flushToZero) => {
        const value = multiplyRational(rational(q), powerOfTwo(lsb));
        expect(intToFp32(q, lsb, { flushToZero }).bits).toBe(roundToBinary32(value, flushToZero).bits);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    [0n, -594, false, 0x0000_0000],
    [-1n, -594, false, 0x8000_0000],
    [-1n, -127, true, 0x8000_0000],
    [1n, -149, false, 0x0000_0001],
    [1n, -150, false, 0x0000_0000],
    [3n, -151, false, 0x0000_0001],
    [2n ** 67n, 61, false, 0x7f80_0000],
    [2n ** 25n + 1n, 0, false, 0x4c00_0000],
    [2n ** 25n + 3n, 0, false, 0x4c00_0001],
  ])('%d x 2^%d, flushed %s, gives %i', (q, lsb, flushToZero, bits) => {
    expect(intToFp32(q, lsb, { flushToZero }).bits).toBe(bits);
  });
});
