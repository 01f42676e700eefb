import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLimits, multiplierOf, NO_SCALE, sampledMultipliers, scaleWord, unitExponent, unitFactor, unitRatio } from '../../../src/sim/fast/folding.ts';

const factors = fc.tuple(fc.constantFrom(1, 1.5), fc.integer({ min: -126, max: 10 })).map(([significand, exponent]) => significand * 2 ** exponent);
/** The multipliers and the unit of a node of scales. */
function nodeOf(...scales: number[]): { readonly multipliers: readonly number[]; readonly unit: number } {
  const words = Int32Array.from(scales, scaleWord);
  const exponent = unitExponent(words, 0, words.length);
  return { multipliers: Array.from(words, (word) => multiplierOf(word, exponent)), unit: unitFactor(exponent) };
}

describe('scales of groups', () => {
  it('are words of an exponent above an odd part', () => {
    expect(scaleWord(1)).toBe(1);
    expect(scaleWord(1.5)).toBe(-4 + 3);
    expect(scaleWord(0.75)).toBe(-8 + 3);
    expect(scaleWord(32)).toBe(21);
    expect(scaleWord(0)).toBe(2 ** 22);
    expect(NO_SCALE).toBe(2 ** 22);
    fc.assert(fc.property(factors, (factor) => { expect((scaleWord(factor) & 3) * 2 ** (scaleWord(factor) >> 2)).toBe(factor); }));
  });

  it('have any power of two of binary64 as a unit, and 1 where there is none', () => {
    let power = Number.MIN_VALUE;
    for (let exponent = -1074; exponent <= 1023; exponent++) {
      expect(unitFactor(exponent)).toBe(power);
      power *= 2;
    }
    expect(power).toBe(Infinity);
    expect(unitFactor(NO_SCALE >> 2)).toBe(1);
  });

  it('are multiples of the largest power of two that all of them are multiples of', () => {
    fc.assert(
      fc.property(fc.array(factors, { minLength: 1, maxLength: 8 }), (scales) => {
        const { multipliers, unit } = nodeOf(...scales);
        // Those of 2^28 and more are said to be as large, not how large.
        multipliers.forEach((multiplier, i) => {
          if (scales[i] < unit * 2 ** 28) expect(multiplier * unit).toBe(scales[i]);
          else expect(multiplier).toBeGreaterThanOrEqual(2 ** 28);
        });
        expect(multipliers.every(Number.isInteger) && multipliers.some((multiplier) => multiplier % 2 === 1)).toBe(true);
      }),
    );
  });

  it('are sampled by the larger multiplier of a pair', () => {
    fc.assert(
      fc.property(factors, factors, (a, b) => {
        const { multipliers } = nodeOf(a, b);
        expect(sampledMultipliers(1, 2, Int32Array.of(scaleWord(a), scaleWord(b)), Uint16Array.of(0, 1), (_row, group) => group)).toEqual([Math.max(...multipliers)]);
      }),
    );
  });

  it('take the unit of the others where a group is zeros', () => {
    expect(nodeOf(0, 1.5)).toEqual({ multipliers: [0, 3], unit: 0.5 });
    expect(nodeOf(2 ** -9, 0, 2 ** -7, 1.5 * 2 ** -8)).toEqual({ multipliers: [1, 0, 4, 3], unit: 2 ** -9 });
    expect(nodeOf(0, 0)).toEqual({ multipliers: [0, 0], unit: 1 });
  });
});

describe('units', () => {
  it('are powers of two apart', () => {
    expect(unitRatio(-3, -3)).toBe(1);
    expect(unitRatio(-3, -9)).toBe(64);
    expect(unitRatio(0, -40)).toBe(2 ** 28);
    expect(unitRatio(unitExponent(Int32Array.of(NO_SCALE), 0, 1), -2)).toBe(2 ** 28);
  });
});

describe('the limits', () => {
  it('leave integers of 16 bits, and sums of 32 and of 24', () => {
    // 124 x 29 x 9 <= 2^15 - 1 < 124 x 30 x 9, and 124 x 66 x 4 <= 2^15 - 1 < 124 x 67 x 4.
    expect(foldLimits(124, 124, 9, true)).toMatchObject({ x: 29, y: 66, xElements: 124, yElements: 124 });
    expect(foldLimits(124, 124, 9, false)).toMatchObject({ x: 264, y: 264, xElements: 124, yElements: 124 });
    // 1000 x 124^2 x 139 <= 2^31 - 1 < 1000 x 124^2 x 140.
    expect(foldLimits(124, 124, 1000, false)).toMatchObject({ x: 264, y: 139 });
    expect(foldLimits(1, 1, 1, false)).toMatchObject({ x: 32767, y: 32767 });
    expect(foldLimits(2 ** 14, 2 ** 14, 16, false).y).toBe(0);
    expect(foldLimits(4000, 4000, 9, true).x).toBe(0);
    const { sums, exact } = foldLimits(124, 31, 9, true);
    expect(4 * 31 * sums).toBeLessThan(2 ** 31);
    expect(4 * 31 * sums).toBeGreaterThan(0.99999 * 2 ** 31);
    expect(31 * exact).toBeLessThan(2 ** 24);
    expect(31 * exact).toBeGreaterThan(0.99999 * 2 ** 24);
  });

  it('of Y alone hold for any integers', () => {
    const size = fc.integer({ min: 1, max: 2 ** 15 - 1 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 300 }), fc.boolean(), (xMax, yMax, taps, winograd) => {
        const { x, y } = foldLimits(xMax, yMax, taps, winograd);
        expect(x * xMax * (winograd ? 9 : 1)).toBeLessThan(2 ** 15);
        expect(y * yMax * (winograd ? 4 : 1)).toBeLessThan(2 ** 15);
        expect((winograd ? 4 : 1) * taps * xMax * yMax * y).toBeLessThan(2 ** 31);
      }),
      { numRuns: 2000 },
    );
  });
});
