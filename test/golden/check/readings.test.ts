import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary32Text, shortestDecimal, ulpDistance } from '../../../src/golden/check/binary32-reading.ts';
import { decode } from '../../../src/golden/check/reading.ts';
import { bitRanges, sliceWord, wordOfBits, wordOfHex, wordText } from '../../../src/golden/check/word.ts';
import { bitsOf, floatOf } from './hand-made.ts';

describe('a binary32 pattern reads as', () => {
  it.each<[number, string]>([
    [0x00000000, '+0'],
    [0x80000000, '-0'],
    [0x3f800001, '1.0000001 (sign +, exponent 0, mantissa 000001)'],
    [0xc0490fdb, '-3.1415927 (sign -, exponent 1, mantissa 490fdb)'],
    [0x00000001, '1e-45 (subnormal, sign +, exponent -126, mantissa 000001)'],
    [0x807fffff, '-1.1754942e-38 (subnormal, sign -, exponent -126, mantissa 7fffff)'],
    [0x7f7fffff, '3.4028235e+38 (sign +, exponent 127, mantissa 7fffff)'],
    [0x7f800000, '+infinity'],
    [0xff800000, '-infinity'],
    [0x7fc00000, 'NaN (canonical)'],
    [0xffc00000, 'quiet NaN (sign -, mantissa 400000)'],
    [0x7f800001, 'signaling NaN (sign +, mantissa 000001)'],
  ])('%i', (bits, text) => {
    expect(binary32Text(bits)).toBe(text);
  });

  it('its shortest decimal: that reads back, and none with a digit less does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7f7fffff }), (bits) => {
        const value = floatOf(bits);
        const text = shortestDecimal(value);
        expect(bitsOf(Number(text))).toBe(bits);
        const digits = text.replace(/e.*/, '').replace(/^0\.0*|\./g, '').replace(/^(\d+?)0*$/, '$1').length;
        if (digits > 1) expect(bitsOf(Number(value.toPrecision(digits - 1)))).not.toBe(bits);
      }),
    );
  });
});

describe('the distance in ulp', () => {
  it.each<[number, number, number | undefined]>([
    [0x3f800000, 0x3f800001, 1],
    [0x3f7fffff, 0x3f800000, 1],
    [0x00000001, 0x80000001, 2],
    [0x00000000, 0x80000000, 0],
    [0x7f7fffff, 0x7f800000, 1],
    [0xff800000, 0x7f800000, 2 * 0x7f800000],
    [0x7fc00000, 0x3f800000, undefined],
  ])('%i and %i', (a, b, distance) => {
    expect(ulpDistance(a, b)).toBe(distance);
    expect(ulpDistance(b, a)).toBe(distance);
  });

  it('is how many steps to the next number there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7f7fff00 }), fc.integer({ min: 0, max: 200 }), fc.boolean(), (bits, steps, negative) => {
        const sign = negative ? 0x80000000 : 0;
        expect(ulpDistance(bits + sign, bits + steps + sign)).toBe(steps);
      }),
    );
  });
});

describe('a field reads as', () => {
  it.each<[Parameters<typeof decode>[0], bigint, number, string]>([
    [{ kind: 'bit' }, 1n, 1, '1'],
    [{ kind: 'unsigned' }, 255n, 8, '255'],
    [{ kind: 'signed' }, 255n, 8, '-1'],
    [{ kind: 'signed' }, 1n << 63n, 64, '-9223372036854775808'],
    [{ kind: 'element', E: 2, M: 4 }, 0x7fn, 7, '-0.96875 (sign -, exp 3, man 15)'],
    [{ kind: 'element', E: 2, M: 1 }, 0n, 4, '0 (sign +, exp 0, man 0)'],
    [{ kind: 'element', E: 2, M: 1 }, 8n, 4, '-0 (sign -, exp 0, man 0)'],
    [{ kind: 'element', E: 0, M: 7 }, 1n, 8, '0.0078125 (sign +, exp 0, man 1)'],
    [{ kind: 'scale', Eg: 8, Mg: 1 }, 7n, 9, '1.5 x 2^-3 (exp 3, man 1)'],
    [{ kind: 'scale', Eg: 8, Mg: 0 }, 0n, 8, '2^0 (exp 0, man 0)'],
  ])('%j %i', (kind, value, width, text) => {
    expect(decode(kind, value, width)).toBe(text);
  });
});

describe('a word', () => {
  it('has unknown bits by the digit', () => {
    expect(wordOfHex('1xZ8')).toEqual({ value: 0x1008n, unknown: 0xff0n, highZ: 0xf0n });
    expect(wordOfBits('1x0z')).toEqual({ value: 8n, unknown: 5n, highZ: 1n });
    expect(wordText(wordOfHex('1xz8'), 16)).toBe('1xz8');
    // A digit is z only where all of it is.
    expect(wordText(wordOfBits('zzzz001z'), 8)).toBe('zx');
    expect(wordText(wordOfBits('zz0010'), 6)).toBe('z2');
    expect(sliceWord(wordOfHex('1xz8'), 6, 4)).toEqual({ value: 0n, unknown: 15n, highZ: 3n });
  });
  it.each<[bigint, string]>([
    [0n, ''],
    [1n, '0'],
    [0b111001n, '0, 3..5'],
    [0xffff_ffffn, '0..31'],
    [1n << 100n, '100'],
  ])('%i has these bits set', (bits, text) => {
    expect(bitRanges(bits)).toBe(text);
  });
});
