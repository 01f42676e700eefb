import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Flag, roundPack, shiftRightSticky, unpack } from '../../src/bits/binary32.ts';
import { roundToBinary32, type Rational } from '../support/exact-model.ts';

const significands = fc.oneof(
  fc.integer({ min: 2 ** 30, max: 2 ** 31 - 1 }),
  // Ties, near ties and carries out of the significand.
  fc.tuple(fc.integer({ min: 2 ** 23, max: 2 ** 24 - 1 }), fc.constantFrom(0, 1, 0x3f, 0x40, 0x41, 0x7f)).map(([kept, rest]) => kept * 128 + rest),
  fc.integer({ min: 2 ** 31 - 200, max: 2 ** 31 - 1 }),
);
const exponents = fc.oneof(fc.integer({ min: -160, max: 140 }), fc.integer({ min: -152, max: -120 }), fc.integer({ min: 124, max: 129 }));

function exact(sign: 0 | 1, exponent: number, significand: number): Rational {
  const num = BigInt(sign === 1 ? -significand : significand);
  const power = exponent - 30;
  return power >= 0 ? { num: num << BigInt(power), den: 1n } : { num, den: 1n << BigInt(-power) };
}

describe('roundPack', () => {
  it('rounds as the exact rational does, with its flags', () => {
    fc.assert(
      fc.property(fc.constantFrom<0 | 1>(0, 1), exponents, significands, fc.boolean(), (sign, exponent, significand, flushToZero) => {
        const gradual = roundToBinary32(exact(sign, exponent, significand));
        const flushed = flushToZero && (gradual.bits & 0x7fff_ffff) < 0x0080_0000;
        const expected = flushed ? { bits: sign === 1 ? 0x8000_0000 : 0, flags: Flag.inexact | Flag.underflow } : gradual;
        expect(roundPack(sign, exponent, significand, { flushToZero })).toEqual(expected);
      }),
      { numRuns: 20_000 },
    );
  });

  it('rounds just below the smallest normal number up to it, and calls it tiny unless 24 bits round up too', () => {
    const justBelow = 2 ** 31 - 128;
    expect(roundPack(0, -127, justBelow, { flushToZero: true })).toEqual({ bits: 0x0080_0000, flags: Flag.inexact | Flag.underflow });
    expect(roundPack(0, -127, 2 ** 31 - 64, { flushToZero: true })).toEqual({ bits: 0x0080_0000, flags: Flag.inexact });
  });
});

describe('shiftRightSticky', () => {
  it('keeps a sticky bit at every distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 70 }), (word, distance) => {
        const kept = BigInt(word) >> BigInt(distance);
        const sticky = kept << BigInt(distance) === BigInt(word) ? 0n : 1n;
        expect(BigInt(shiftRightSticky(word, distance))).toBe(kept | sticky);
      }),
    );
  });
});

describe('unpack', () => {
  it.each([
    [0x0000_0001, { sign: 0, exponent: -126, significand: 1 }],
    [0x8080_0000, { sign: 1, exponent: -126, significand: 0x80_0000 }],
    [0x7f7f_ffff, { sign: 0, exponent: 127, significand: 0xff_ffff }],
    [0x3fc0_0000, { sign: 0, exponent: 0, significand: 0xc0_0000 }],
  ])('takes %i apart', (bits, fields) => {
    expect(unpack(bits)).toEqual(fields);
  });
});
