import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, fixedDecimal, significantDigits } from '../../src/energy/decimal.ts';

const naturals = fc.bigInt({ min: 0n, max: 10n ** 24n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 24n });

describe('a quotient', () => {
  it('with fixed decimals is off by at most half a unit of the last', () => {
    fc.assert(
      fc.property(naturals, positive, fc.nat(6), (a, b, decimals) => {
        const text = fixedDecimal(a, b, decimals);
        expect(text).toMatch(decimals === 0 ? /^\d+$/ : /^\d+\.\d+$/);
        expect(decimals === 0 ? 0 : text.split('.')[1].length).toBe(decimals);
        const units = BigInt(text.replace('.', ''));
        const error = 2n * (units * b - a * 10n ** BigInt(decimals));
        expect(error <= b && error >= -b).toBe(true);
      }),
    );
  });

  it('with significant digits has that many, and is off by at most half a unit of the last', () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 8 }), (a, b, count) => {
        const { digits, exponent } = significantDigits(a, b, count);
        expect(String(digits)).toHaveLength(count);
        const [up, down] = exponent >= 0 ? [10n ** BigInt(exponent), 1n] : [1n, 10n ** BigInt(-exponent)];
        const error = 2n * (digits * up * b - a * down);
        expect(error <= up * b && error >= -up * b).toBe(true);
      }),
    );
  });

  it.each<[bigint, bigint, number, string]>([
    [0n, 7n, 3, '0'],
    [9996n, 1000n, 3, '10.0'],
    [995n, 100n, 2, '10'],
    [2311n, 1n, 2, '2300'],
    [1n, 3n, 3, '0.333'],
    [1n, 300n, 2, '0.0033'],
    [1877786624n, 1n, 3, '1.88E+9'],
    [512000n, 1n, 3, '5.12E+5'],
    [31951937n, 1000n, 5, '31952'],
    [9n * 10n ** 6n, 1n, 1, '9E+6'],
  ])('%d / %d at %d digits is %s', (a, b, count, text) => {
    expect(decimalText(significantDigits(a, b, count))).toBe(text);
  });

  it('rounds half up', () => {
    expect([fixedDecimal(1n, 8n, 2), fixedDecimal(1n, 2n, 0), fixedDecimal(3n, 2n, 0)]).toEqual(['0.13', '1', '2']);
  });
});
