import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adderTree, addLanes, requireTreeWidth } from '../../src/units/adder-tree.ts';
import { addFp32 } from '../../src/units/fp32-adder.ts';
import { applyTensorScale, outputScale } from '../../src/units/tensor-scale.ts';
import { treeWidths } from '../support/arbitraries.ts';
import { exactAdd, exactMultiply } from '../support/exact-model.ts';

const ONE = 0x3f80_0000;
const TINY = 0x3300_0000; // 2^-25
const words = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0x3e00_0000, max: 0x4100_0000 }), fc.constantFrom(0, 0x8000_0000, ONE, TINY));
const terms = fc.array(words, { minLength: 1, maxLength: 40 });

/** The tree by recursion on halves. */
function pairwise(lanes: readonly number[]): number {
  if (lanes.length === 1) return lanes[0];
  const sums = Array.from({ length: lanes.length / 2 }, (_, i) => exactAdd(lanes[2 * i], lanes[2 * i + 1]).bits);
  return pairwise(sums);
}

describe('adderTree', () => {
  it('adds lanes pairwise, level by level, and chunks to a running sum from +0', () => {
    fc.assert(
      fc.property(terms, treeWidths, (list, width) => {
        let running = 0;
        for (let start = 0; start < list.length; start += width) {
          const lanes = list.slice(start, start + width);
          while (lanes.length < width) lanes.push(0);
          running = exactAdd(running, pairwise(lanes)).bits;
        }
        expect(adderTree(list, width)).toBe(running);
      }),
      { numRuns: 300 },
    );
  });

  it('depends on its order: width 1 adds one after the other', () => {
    const list = [ONE, TINY, TINY, TINY, TINY, TINY, TINY, TINY];
    expect(adderTree(list, 1)).toBe(ONE);
    expect(adderTree(list, 8)).toBe(0x3f80_0001);
  });

  it('keeps its bits under swaps that the tree is symmetric in', () => {
    const lanes = fc.array(words, { minLength: 8, maxLength: 8 });
    // Swapping the halves of any subtree: lanes i and j of one block of 2^level trade places with those of its sibling.
    fc.assert(
      fc.property(lanes, fc.nat(2), fc.nat(3), (list, level, at) => {
        const size = 2 ** level;
        const start = (at * 2 * size) % 8;
        const swapped = [...list.slice(0, start), ...list.slice(start + size, start + 2 * size), ...list.slice(start, start + size), ...list.slice(start + 2 * size)];
        expect(addLanes(swapped)).toBe(addLanes(list));
      }),
    );
  });

  it('is +0 for lanes of -0 only, through the running sum', () => {
    expect(addLanes([0x8000_0000, 0x8000_0000])).toBe(0x8000_0000);
    expect(adderTree([0x8000_0000, 0x8000_0000], 2)).toBe(0);
  });

  it('flushes at every level', () => {
    const flush = { flushToZero: true };
    // 2^-126 x 1.5 - 2^-126 is subnormal: flushed before the next level sees it.
    expect(adderTree([0x00c0_0000, 0x8080_0000, 0x0080_0000, 0], 4, flush)).toBe(0x0080_0000);
    expect(adderTree([0x00c0_0000, 0x8080_0000, 0x0080_0000, 0], 4)).toBe(addFp32(0x0040_0000, 0x0080_0000, { flushToZero: false }).bits);
  });

  it.each([0, 3, 2048, 1.5])('rejects a width of %d', (width) => {
    expect(() => requireTreeWidth(width)).toThrow(/^tree width: expected/);
  });
});

describe('tensor scale', () => {
  it('is two binary32 multiplications, S_z first', () => {
    fc.assert(
      fc.property(words, words, words, fc.boolean(), (sum, x, y, flushToZero) => {
        const scale = exactMultiply(x, y, flushToZero).bits;
        expect(outputScale(x, y, { flushToZero })).toBe(scale);
        expect(applyTensorScale(sum, scale, { flushToZero })).toBe(exactMultiply(sum, scale, flushToZero).bits);
      }),
    );
  });
});
