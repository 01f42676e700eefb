import { describe, expect, it } from 'vitest';
import { listClass, type CaseClass } from '../../src/golden/case-class.ts';
import { planCases, thinnedIndex } from '../../src/golden/case-plan.ts';
import { adderTreeCases } from '../../src/golden/cases/adder-tree.ts';
import { unitSource } from '../../src/golden/unit-source.ts';
import { readSet } from './read-set.ts';
import { unitOf } from './units.ts';

const classOf = (size: number, name: string): CaseClass<number> => listClass(name, 'x', Array.from({ length: size }, (_, i) => i));
const counts = (sizes: readonly number[], count: number) => planCases(sizes.map((size, i) => classOf(size, `c${i}`)), { level: 1, count });

describe('the plan of a set', () => {
  it.each([
    [[100, 10, 1], 111, [100, 10, 1]],
    [[100, 10, 1], 200, [100, 10, 1, 89]],
    [[100, 10, 1], 3, [1, 1, 1]],
    [[100, 10, 1], 57, [50, 6, 1]],
    [[100, 0, 300], 40, [10, 30]],
    [[5, 5, 5, 5], 2, [1, 1]],
    [[5, 5, 5, 5], 1, [1]],
  ])('of classes %j with %d cases takes %j', (sizes, count, expected) => {
    const plan = counts(sizes, count);
    const found = plan.map((range) => range.count);
    expect(found.reduce((a, b) => a + b)).toBe(count);
    // Sharing out may differ by one either way.
    expect(found).toHaveLength(expected.length);
    found.forEach((size, i) => { expect(Math.abs(size - expected[i])).toBeLessThanOrEqual(1); });
    if (count >= 111) expect(plan.at(-1)?.from).toBe(count > 111 ? 'random' : 2);
  });

  it('never takes more of a class than there is, and one at least while that is possible', () => {
    for (const sizes of [[1, 1, 1000], [7, 300, 2, 50, 1], [1, 2, 3, 4, 5, 6]]) {
      const all = sizes.reduce((a, b) => a + b);
      for (let count = 1; count <= all; count++) {
        const plan = counts(sizes, count);
        expect(plan.reduce((sum, range) => sum + range.count, 0)).toBe(count);
        expect(plan.length).toBe(Math.min(count, sizes.length));
        plan.forEach(({ from, count: taken }) => { expect(taken).toBeLessThanOrEqual(sizes[Number(from)]); });
      }
    }
  });

  it('thins from the first part of a class to the last, with different offsets', () => {
    let draws = 0;
    const indices = Array.from({ length: 10 }, (_, nth) => thinnedIndex(1000, 10, nth, (limit) => (draws += 37) % limit));
    indices.forEach((index, nth) => { expect(Math.floor(index / 100)).toBe(nth); });
    expect(new Set(indices.map((index) => index % 100)).size).toBe(10);
    expect(Array.from({ length: 5 }, (_, nth) => thinnedIndex(5, 5, nth, () => 99))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a small input space', () => {
  it.each([
    ['multiplier <2,4> x <2,4>', 14],
    ['accumulator 4 saturate <1,1>', 11],
    ['group-scaler 8 <2,0> <3,0>', 13],
    ['int-to-fp32 4 flushing', 15],
  ])('of %s is enumerated: all %d-bit words of inputs, once each', (title, bits) => {
    const set = readSet(unitOf(title).source({ level: 1, seed: 5n }));
    expect(set.classes.map(({ name }) => name)).toEqual(['enumerated']);
    const low = BigInt(set.fields.filter(({ direction }) => direction === 'out').reduce((sum, { width }) => sum + width, 0));
    const inputs = set.words.map((word) => Number(BigInt(`0x${word}`) >> low));
    expect(inputs).toEqual(Array.from({ length: 2 ** bits }, (_, i) => i));
  });

  it('is sampled by its classes where the count is too small for all of it, and has random cases beyond it', () => {
    const { source } = unitOf('multiplier <2,4> x <2,4>');
    const names = (count: number) => readSet(source({ level: 1, seed: 0n, count })).classes.map(({ name }) => name);
    expect(names(16_383)).toContain('extreme codes');
    expect(names(16_384)).toEqual(['enumerated']);
    expect(names(16_400)).toEqual(['enumerated', 'random']);
  });

  it('of up to 20 bits is enumerated at level 2', () => {
    const { source } = unitOf('accumulator 8 wrap <3,2>');
    // 1 + 8 + 1 + 19 bits are too many, 14 bits of a multiplier are not.
    expect(readSet(source({ level: 2, seed: 0n, count: 100 })).classes.length).toBeGreaterThan(5);
    expect(readSet(unitOf('multiplier <2,4> x <2,4>').source({ level: 2, seed: 0n })).classes).toHaveLength(1);
  });
});

describe('a count', () => {
  const { source } = unitOf('fp32-adder');
  const whole = readSet(source({ level: 1, seed: 9n }));

  it('below the directed cases keeps every class, and takes cases that the whole set has too', () => {
    const set = readSet(source({ level: 1, seed: 9n, count: 1000 }));
    expect(set.words).toHaveLength(1000);
    expect(set.classes.map(({ name }) => name)).toEqual(whole.classes.map(({ name }) => name).filter((name) => name !== 'random'));
    const all = new Set(whole.words);
    expect(set.words.filter((word) => !all.has(word))).toEqual([]);
  });

  it('above them adds random cases after the same directed ones', () => {
    const set = readSet(source({ level: 1, seed: 9n, count: 40_000 }));
    expect(set.words).toHaveLength(40_000);
    expect(set.words.slice(0, whole.words.length)).toEqual(whole.words);
    expect(set.classes.slice(0, -1)).toEqual(whole.classes.slice(0, -1));
  });

  it.each([0, -1, 1.5, NaN, 1e9 + 1])('of %d is an error', (count) => {
    expect(() => source({ level: 1, seed: 0n, count })).toThrow(/count: expected an integer from 1 to 1000000000, found/);
  });
});

describe('a set of level 2', () => {
  const integerUnits = ['multiplier <5,10> x <5,10>', 'accumulator 32 wrap <2,4>', 'group-scaler 32 <8,1> <8,1>', 'int-to-fp32 36'];
  const titles = [...integerUnits, 'fp32-adder', 'fp32-multiplier', 'adder-tree 16', 'tensor-scale', 'quantizer <2,4> <8,1> nearest clip'];
  it.each(titles)('of %s has about ten times as many cases as one of level 1', (title) => {
    // The first step says how many words there will be.
    const size = (level: 1 | 2) => unitOf(title).source({ level, seed: 0n }).generate(() => undefined).next().value as { total: number };
    const [one, two] = [size(1).total, size(2).total];
    expect(one).toBeGreaterThan(8000);
    expect(one).toBeLessThan(70_000);
    expect(two / one).toBeGreaterThan(5);
    expect(two / one).toBeLessThan(20);
  });
});

it('a set of wide words has fewer of them', () => {
  const size = (width: number) => unitSource(adderTreeCases(width, { flushToZero: false }), { level: 1, seed: 0n }).generate(() => undefined).next().value as { total: number };
  expect(size(1024).total * 8 * 1025).toBeLessThanOrEqual(2 ** 25);
  expect(size(1024).total).toBeGreaterThan(3000);
});
