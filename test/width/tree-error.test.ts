import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary32Bits, binary32Value } from '../../src/bits/host-float.ts';
import { adderTree } from '../../src/units/adder-tree.ts';
import { addFp32 } from '../../src/units/fp32-adder.ts';
import { addExactly, partsValue } from '../../src/width/exact-sum.ts';
import { treeDepth } from '../../src/width/tree-bound.ts';
import { TreeErrorTally } from '../../src/width/tree-error.ts';
import { treeSums } from '../../src/width/tree-orders.ts';
import { treeWidths } from '../support/arbitraries.ts';

const moderate = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround), fc.integer({ min: -8, max: 8 }), fc.integer({ min: -40, max: 40 }).map((e) => 2 ** e));
const tiny = fc.oneof(fc.integer({ min: -255, max: 255 }).map((n) => n * 2 ** -149), fc.integer({ min: -9, max: 9 }).map((n) => n * 2 ** -127));
const anything = fc.oneof(moderate, tiny, fc.float({ noNaN: true, noDefaultInfinity: true }));
const termLists = (one: fc.Arbitrary<number>): fc.Arbitrary<number[]> => fc.oneof(fc.array(one, { minLength: 1, maxLength: 40 }), fc.array(one, { minLength: 30, maxLength: 130 }));
const lanes = (terms: readonly number[]): Float32Array[] => terms.map((term) => Float32Array.of(term));
const scaled = (value: number): bigint => BigInt(value * 2 ** 149);

/** The halving tree by the unit's adder, straight from its definition. */
function halving(terms: readonly number[], width: number, flushToZero: boolean): number {
  const policy = { flushToZero };
  let running = 0;
  for (let start = 0; start < terms.length; start += width) {
    let level = Array.from({ length: width }, (_, lane) => binary32Bits(terms[start + lane] ?? 0));
    while (level.length > 1) level = level.slice(0, level.length / 2).map((bits, i) => addFp32(bits, level[i + level.length / 2], policy).bits);
    running = addFp32(running, level[0], policy).bits;
  }
  return running;
}

describe('adder trees', () => {
  it("are the unit's with neighbours, and its adders in the other wiring", () => {
    fc.assert(
      fc.property(termLists(anything), treeWidths, fc.boolean(), (terms, width, flush) => {
        const inputs = flush ? terms.map((term) => (Math.abs(term) < 2 ** -126 ? term * 0 : term)) : terms;
        const bits = (order: 'neighbours' | 'halves'): number => binary32Bits(treeSums(lanes(inputs), { order, width }, flush)[0]);
        const same = (found: number, expected: number): void => {
          expect(Number.isNaN(binary32Value(found)) ? 'NaN' : found).toBe(Number.isNaN(binary32Value(expected)) ? 'NaN' : expected);
        };
        same(bits('neighbours'), adderTree(inputs.map(binary32Bits), width, { flushToZero: flush }));
        same(bits('halves'), halving(inputs, width, flush));
      }),
    );
  });

  it('have the depth of the longest chain of rounded additions', () => {
    /** Depth by following each term: idle lanes and the first +0 round nothing. */
    const longest = (groups: number, width: number): number => {
      let running = -1;
      for (let start = 0; start < groups; start += width) {
        let level: number[] = Array.from({ length: width }, (_, lane) => (start + lane < groups ? 0 : -1));
        const join = (a: number, b: number): number => (a < 0 || b < 0 ? Math.max(a, b) : Math.max(a, b) + 1);
        while (level.length > 1) level = Array.from({ length: level.length / 2 }, (_, i) => join(level[2 * i], level[2 * i + 1]));
        running = join(running, level[0]);
      }
      return running;
    };
    for (let groups = 1; groups <= 140; groups++) {
      for (const width of [1, 2, 4, 8, 16, 32, 64, 128, 256]) expect([groups, width, treeDepth(groups, width)]).toEqual([groups, width, longest(groups, width)]);
    }
  });

  it('have errors that are exactly measured, and within the bound', () => {
    let inexact = 0;
    fc.assert(
      fc.property(fc.oneof(termLists(moderate), termLists(tiny)), (terms) => {
        const tally = new TreeErrorTally(terms.length, false);
        tally.add(lanes(terms));
        const exact = terms.reduce((sum, term) => sum + scaled(term), 0n);
        const magnitude = terms.reduce((sum, term) => sum + scaled(Math.abs(term)), 0n);
        for (const { order, width, depth, bound, largest, exact: share } of tally.report()) {
          const found = scaled(treeSums(lanes(terms), { order, width }, false)[0]);
          const error = found > exact ? found - exact : exact - found;
          // |error| (1 - d u) <= d u sum |x|, in integers.
          expect(error * (2n ** 24n - BigInt(depth))).toBeLessThanOrEqual(BigInt(depth) * magnitude);
          expect(largest).toBeLessThanOrEqual(bound);
          if (magnitude === 0n) continue;
          const expected = (Number((error * 2n ** 60n) / magnitude) / 2 ** 60) * 2 ** 24;
          expect(Math.abs(largest - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-9);
          expect(share).toBe(error === 0n ? 1 : 0);
          if (error > 0n) inexact++;
        }
      }),
    );
    expect(inexact).toBeGreaterThan(500);
  });

  it('have errors from -126 on where subnormal sums become zeros: the bound of the text', () => {
    // 2^-126 x 1.5 - 2^-126 is subnormal: lost.
    const tally = new TreeErrorTally(2, true);
    tally.add(lanes([1.5 * 2 ** -126, -(2 ** -126)]));
    expect(tally.report()[0].largest).toBeGreaterThan(1);
  });
});

describe('an exact sum', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 60 }), (terms) => {
        const parts: number[] = [];
        for (const term of terms) addExactly(parts, term);
        const exact = terms.reduce((sum, term) => sum + scaled(term), 0n);
        expect(parts.reduce((sum, part) => sum + scaled(part), 0n)).toBe(exact);
        const value = Number(exact) / 2 ** 149;
        expect(Math.abs(partsValue(parts) - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -51);
      }),
    );
  });
});
