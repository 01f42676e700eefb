import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLimits, oddScale, pairScale, sampledMultipliers, scaleWord, type OddScale } from '../../../src/sim/fast/folding.ts';

const factors = fc.tuple(fc.constantFrom(1, 1.5), fc.integer({ min: -126, max: 10 })).map(([significand, exponent]) => significand * 2 ** exponent);
const valueOf = ({ odd, exponent }: OddScale): number => odd * 2 ** exponent;

describe('scales of a pair of groups', () => {
  it('are odd parts times powers of two', () => {
    expect(oddScale(1)).toEqual({ odd: 1, exponent: 0 });
    expect(oddScale(1.5)).toEqual({ odd: 3, exponent: -1 });
    expect(oddScale(1.5 * 2 ** -20)).toEqual({ odd: 3, exponent: -21 });
    expect(oddScale(0)).toEqual({ odd: 0, exponent: 0 });
    fc.assert(fc.property(factors, (factor) => { expect(valueOf(oddScale(factor))).toBe(factor); }));
  });

  it('are multiples of their common unit, one of them an odd one', () => {
    fc.assert(
      fc.property(factors, factors, (a, b) => {
        const { first, second, exponent } = pairScale(oddScale(a), oddScale(b));
        expect([first * 2 ** exponent, second * 2 ** exponent]).toEqual([a, b]);
        expect(Math.min(first % 2, second % 2) === 1 || first % 2 === 1 || second % 2 === 1).toBe(true);
        expect(Number.isInteger(first) && Number.isInteger(second)).toBe(true);
        expect(sampledMultipliers(1, 2, [oddScale(a), oddScale(b)], Uint16Array.of(0, 1), (_row, group) => group)).toEqual([Math.max(first, second)]);
      }),
    );
  });

  it('take the unit of the other one where a group is zeros', () => {
    expect(pairScale(oddScale(0), oddScale(1.5))).toEqual({ first: 0, second: 3, exponent: -1 });
    expect(pairScale(oddScale(2 ** -9), oddScale(0))).toEqual({ first: 1, second: 0, exponent: -9 });
    expect(pairScale(oddScale(0), oddScale(0))).toEqual({ first: 0, second: 0, exponent: 0 });
  });

  it('are words of an exponent above an odd part', () => {
    expect(scaleWord({ odd: 3, exponent: -2 })).toBe(-8 + 3);
    expect(scaleWord({ odd: 1, exponent: 5 })).toBe(21);
    expect(scaleWord({ odd: 0, exponent: 0 })).toBe(2 ** 22);
  });
});

describe('the largest multipliers', () => {
  it('leave integers of 16 bits and sums of 32', () => {
    // 124 x 29 x 9 <= 2^15 - 1 < 124 x 30 x 9, and 124 x 66 x 4 <= 2^15 - 1 < 124 x 67 x 4.
    expect(foldLimits(124, 124, 9, true)).toEqual({ x: 29, y: 66 });
    // 9 x 124^2 x (66 x 132 + 9) < 2^31, not with 132 and 132.
    expect(foldLimits(124, 124, 9, false)).toEqual({ x: 66, y: 132 });
    expect(foldLimits(1, 1, 1, false)).toEqual({ x: 32767, y: 32767 });
    // Two sums of 2^30 are too many.
    expect(foldLimits(2 ** 14, 2 ** 14, 4, false).x).toBe(0);
    expect(foldLimits(4000, 4000, 9, true).x).toBe(0);
  });

  it('hold for any integers and multipliers within them', () => {
    const size = fc.integer({ min: 1, max: 2 ** 15 - 1 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 300 }), fc.boolean(), fc.constantFrom(1, 3), fc.constantFrom(1, 3), (xMax, yMax, taps, winograd, xOdd, yOdd) => {
        const { x, y } = foldLimits(xMax, yMax, taps, winograd);
        if (x < xOdd || y < yOdd) return;
        expect(x * xMax * (winograd ? 9 : 1)).toBeLessThan(2 ** 15);
        expect(y * yMax * (winograd ? 4 : 1)).toBeLessThan(2 ** 15);
        // The larger multipliers in one group or in both, the others as small as odd parts are.
        const most = Math.max(x * y + xOdd * yOdd, x * yOdd + xOdd * y);
        expect((winograd ? 4 : 1) * taps * xMax * yMax * most).toBeLessThan(2 ** 31);
      }),
      { numRuns: 2000 },
    );
  });
});
