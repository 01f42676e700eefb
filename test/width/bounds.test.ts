import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat, type ElementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import { capacity, largestProduct, largestSum, naiveWidth, neededWidth, rangeWidth, symmetricWidth } from '../../src/width/bounds.ts';
import { doubleBitLength, doubleRangeWidth, doubleSignificantBits } from '../../src/width/double-bits.ts';
import { scalerBound } from '../../src/width/scaler-bound.ts';
import { elementFormats } from '../support/arbitraries.ts';
import { elementMagnitude } from '../support/exact-model.ts';

/** Every integer that an element can be, by the exact model. */
function integers({ E, M }: ElementFormat): bigint[] {
  const magnitudes = Array.from({ length: 2 ** (E + M) }, (_, code) => elementMagnitude(code, { E, M, Eg: 8, Mg: 1 }));
  return [...new Set(magnitudes.flatMap((magnitude) => [magnitude, -magnitude]))];
}

/** Whether A bits hold a value, by its definition. */
const holds = (width: number, value: bigint): boolean => value >= -(2n ** BigInt(width - 1)) && value < 2n ** BigInt(width - 1);
const smallestWidth = (values: readonly bigint[]): number => {
  let width = 1;
  while (!values.every((value) => holds(width, value))) width++;
  return width;
};

const small = [0, 1, 2].flatMap((E) => [0, 1, 2, 3].filter((M) => E + M >= 1).map((M) => elementFormat(E, M)));

describe('the bounds of a group', () => {
  it('are those of every sequence of products there is, for small formats', () => {
    let cases = 0;
    for (const x of small) {
      for (const y of small) {
        const products = [...new Set(integers(x).flatMap((a) => integers(y).map((b) => a * b)))];
        expect(largestProduct({ x, y })).toBe(products.reduce((most, one) => (one > most ? one : most)));
        // Every partial sum that K products can reach, in any order.
        let sums = new Set(products);
        const reached = new Set(products);
        for (let K = 1; K <= 4; K++) {
          expect(smallestWidth([...reached])).toBe(neededWidth({ x, y }, K));
          const most = [...reached].reduce((a, b) => (b > a ? b : a));
          const least = [...reached].reduce((a, b) => (b < a ? b : a));
          expect([most, least]).toEqual([largestSum({ x, y }, K), -largestSum({ x, y }, K)]);
          cases++;
          if (sums.size * products.length > 20_000) break;
          sums = new Set([...sums].flatMap((sum) => products.map((product) => sum + product)));
          for (const sum of sums) reached.add(sum);
        }
      }
    }
    expect(cases).toBeGreaterThan(250);
  });

  it('are never above the naive rule, which is never more than two bits above them', () => {
    fc.assert(
      fc.property(elementFormats, elementFormats, fc.integer({ min: 1, max: 2 ** 40 }), (x, y, K) => {
        const needed = neededWidth({ x, y }, K);
        expect(holds(needed, largestSum({ x, y }, K))).toBe(true);
        expect(holds(needed - 1, largestSum({ x, y }, K))).toBe(false);
        expect(naiveWidth({ x, y }, K)).toBeGreaterThanOrEqual(needed);
        expect(naiveWidth({ x, y }, K)).toBe(x.magnitudeBits + y.magnitudeBits + Math.ceil(Math.log2(K)) + 1);
      }),
    );
  });

  it("are the paper's numbers", () => {
    const of = (E: number, M: number): { x: ElementFormat; y: ElementFormat } => ({ x: elementFormat(E, M), y: elementFormat(E, M) });
    // Appendix B: 2M + 2^(E+1) - 2 bits.
    expect([of(2, 4), of(2, 1), of(1, 1)].map((formats) => largestProduct(formats).toString(2).length)).toEqual([14, 8, 4]);
    expect(largestSum(of(1, 1), 9)).toBe(81n);
    expect(neededWidth(of(1, 1), 9)).toBe(8);
    expect(neededWidth(of(1, 1), 32 * 32)).toBe(15);
    expect(neededWidth(of(2, 1), 9)).toBe(12);
    expect(neededWidth(of(2, 4), 9)).toBe(19);
    expect([capacity(of(2, 4), 32), capacity(of(2, 1), 16), capacity(of(1, 1), 8)]).toEqual([139_664n, 227n, 14n]);
  });

  it('have a positive end that decides: 8 products of 1 do not fit 4 bits, 8 of -1 do', () => {
    const one = { x: elementFormat(1, 0), y: elementFormat(1, 0) };
    expect(largestProduct(one)).toBe(1n);
    expect(neededWidth(one, 8)).toBe(5);
    expect([rangeWidth(-8n, 0n), rangeWidth(0n, 8n), rangeWidth(0n, 7n), rangeWidth(0n, 0n)]).toEqual([4, 5, 4, 1]);
    expect(capacity(one, 4)).toBe(7n);
  });

  it('refuse counts that are none', () => {
    const one = { x: elementFormat(1, 0), y: elementFormat(1, 0) };
    expect(() => neededWidth(one, -1)).toThrow('products: expected an integer of at least 0, found -1');
    expect(() => naiveWidth(one, 0)).toThrow('products: expected an integer of at least 1, found 0');
    expect(() => largestSum(one, 1.5)).toThrow('found 1.5');
  });
});

describe('bits of doubles', () => {
  it('are those of BigInts', () => {
    const magnitudes = fc.oneof(fc.maxSafeNat(), fc.nat(53).map((bits) => 2 ** bits), fc.integer({ min: 1, max: 53 }).map((bits) => 2 ** bits - 1), fc.nat(2 ** 20).map((odd) => odd * 2 ** 31));
    fc.assert(
      fc.property(magnitudes, magnitudes, (low, high) => {
        const text = high === 0 ? '' : high.toString(2);
        expect(doubleBitLength(high)).toBe(text.length);
        expect(doubleSignificantBits(high)).toBe(text.replace(/0+$/, '').length);
        expect(doubleRangeWidth(-low, high)).toBe(smallestWidth([-BigInt(low), BigInt(high)]));
        expect(rangeWidth(-BigInt(low), BigInt(high))).toBe(smallestWidth([-BigInt(low), BigInt(high)]));
      }),
    );
  });
});

describe('the scaler behind', () => {
  it('has the width and the significant bits of its worst sums', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 70n }), fc.nat(1), fc.nat(1), (largest, mx, my) => {
        const factors = [4n, 6n, 9n].slice(0, mx + my + 1);
        const qs = (mx + my === 0 ? [1n] : factors).map((factor) => factor * largest);
        const { width, significant, roundedOff } = scalerBound(largest, groupScaleFormat(8, mx), groupScaleFormat(8, my));
        expect(width).toBe(smallestWidth(qs.flatMap((q) => [q, -q])));
        expect(width).toBeLessThanOrEqual(symmetricWidth(largest) + 4);
        const odd = Math.max(...[largest, largest - 1n].flatMap((sum) => (mx + my === 0 ? [1n] : factors).map((factor) => (factor * sum).toString(2).replace(/0+$/, '').length)));
        expect(significant).toBeGreaterThanOrEqual(odd);
        expect(roundedOff).toBe(Math.max(0, significant - 24));
      }),
    );
  });
});
