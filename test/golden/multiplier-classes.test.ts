import { describe, expect, it } from 'vitest';
import {
  abs,
  exponentOf,
  integers,
  isFinite,
  isNaN,
  isSubnormal,
  lengthOf,
  magnitudeOf,
  MAX_FINITE,
  nameOfTail,
  SIGN,
  significandOf,
  SMALLEST_NORMAL,
  split,
  tailNames,
  trailingOnes,
  unitsOf,
  type Split,
} from './exact-rounding.ts';
import { casesOf, readSet } from './read-set.ts';
import { unitOf } from './units.ts';

interface Product extends Split {
  readonly a: number;
  readonly b: number;
  readonly result: number;
  /** In units of 2^-298. */
  readonly exact: bigint;
  /** Whether two normal significands have a product of 2 or more. */
  readonly isAbove2: boolean;
  /** Places that a subnormal result is shifted by; 0 for a normal one. */
  readonly shift: number;
  /** The tail without the zeros that come from the exponents: of a 48-bit product, and what a shift adds. */
  readonly tail48: Split;
}

const set = readSet(unitOf('fp32-multiplier').source({ level: 1, seed: 0n }));

function products(name: string): Product[] {
  return casesOf(set, name).map((values) => {
    const [a, b, result] = [Number(values['a']), Number(values['b']), Number(values['result'])];
    const exact = isFinite(a) && isFinite(b) ? unitsOf(a) * unitsOf(b) : 0n;
    const significands = BigInt(significandOf(a)) * BigInt(significandOf(b));
    // The smallest subnormal number is 2^149 units of 2^-298.
    const rounding = split(exact, 149);
    const zeros = lengthOf(abs(exact)) - lengthOf(significands);
    const tail48 = { ...rounding, tail: rounding.tail >> BigInt(zeros), half: rounding.half >> BigInt(zeros), dropped: rounding.dropped - zeros };
    return { a, b, result, exact, isAbove2: significands >= 1n << 47n, shift: Math.max(0, 149 - (lengthOf(abs(exact)) - 24)), tail48, ...rounding };
  });
}

const missing = <T>(wanted: readonly T[], found: Iterable<T>): T[] => {
  const set = new Set(found);
  return wanted.filter((value) => !set.has(value));
};
const all = (cases: readonly Product[], is: (product: Product) => boolean) => {
  expect(cases.filter((product) => !is(product)).map(({ a, b }) => `${a.toString(16)} ${b.toString(16)}`)).toEqual([]);
};

describe('the classes of the multiplier', () => {
  it('ties: are ties, even and odd, below and above 2, with trailing zeros in each factor', () => {
    const cases = products('ties');
    expect(cases.filter(({ isTie }) => isTie).length / cases.length).toBeGreaterThan(0.95);
    all(cases, ({ shift }) => shift === 0);
    const ties = cases.filter(({ isTie }) => isTie);
    expect(new Set(ties.map(({ isAbove2, kept }) => `${isAbove2} ${kept % 2n}`)).size).toBe(4);
    expect(new Set(ties.map(({ a }) => 23 - Math.min(23, lengthOf(BigInt(a % 2 ** 23) & -BigInt(a % 2 ** 23)) - 1))).size).toBeGreaterThan(20);
  });

  it('sticky bits: half and each bit below it, and each bit alone, below and above 2', () => {
    const cases = products('sticky bits');
    all(cases, ({ shift }) => shift === 0);
    const names = cases.map(({ isAbove2, tail48 }) => `${isAbove2} ${nameOfTail(tail48)}`);
    expect(missing(tailNames([23], (length, place) => `false ${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames([24], (length, place) => `true ${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames([23], (length, place) => `false ${length} bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames([24], (length, place) => `true ${length} bit ${place}`), names)).toEqual([]);
    // Of both parities, where rounding to odd or away would hide.
    const parities = new Set(cases.map(({ isAbove2, tail48, kept }) => `${isAbove2} ${nameOfTail(tail48)} ${kept % 2n}`));
    expect(parities.size).toBeGreaterThan(1.9 * new Set(names).size);
  });

  it('round up through ones: every number of ones, below and above 2', () => {
    const cases = products('round up through ones').filter(({ roundsUp, shift }) => roundsUp && shift === 0);
    const found = cases.map(({ isAbove2, kept }) => `${isAbove2} ${trailingOnes(kept)}`);
    expect(missing(integers(1, 22).map((ones) => `false ${ones}`), found)).toEqual([]);
    // Two factors below 2 have no product of 24 ones and more than a half.
    expect(missing(integers(1, 22).map((ones) => `true ${ones}`), found)).toEqual([]);
  });

  it('just below and above 2: next to it on both sides, and rounded up to it', () => {
    const cases = products('just below and above 2');
    const off = cases.map(({ a, b }) => BigInt(significandOf(a)) * BigInt(significandOf(b)) - (1n << 47n));
    expect(off.filter((value) => value < 0n && value >= -(1n << 24n)).length).toBeGreaterThan(150);
    expect(off.filter((value) => value >= 0n && value <= 1n << 24n).length).toBeGreaterThan(150);
    expect(cases.filter(({ isAbove2, result }) => !isAbove2 && result % 2 ** 23 === 0).length).toBeGreaterThan(30);
  });

  it('overflow: infinity from half a unit above the largest number, the largest number below that', () => {
    const cases = products('overflow');
    const limit = (unitsOf(MAX_FINITE) << 149n) + (1n << (149n + 252n));
    all(cases, ({ exact, result }) => (magnitudeOf(result) === MAX_FINITE + 1) === abs(exact) >= limit);
    const near = cases.map(({ exact }) => abs(exact) - limit).filter((off) => abs(off) < 1n << (149n + 254n));
    expect(near.filter((off) => off >= 0n).length).toBeGreaterThan(50);
    expect(near.filter((off) => off < 0n).length).toBeGreaterThan(50);
    const results = products('largest exponents').map(({ result }) => magnitudeOf(result));
    expect(results.filter((result) => result > MAX_FINITE).length).toBeGreaterThan(100);
    expect(results.filter((result) => exponentOf(result) === 254).length).toBeGreaterThan(100);
    all(products('far overflow'), ({ a, b }) => exponentOf(a) >= 127 && exponentOf(b) >= 127);
  });

  it('subnormal results: every shift with ties, half and each bit below it, and each bit alone', () => {
    const cases = products('subnormal results');
    all(cases, ({ shift, result }) => shift > 0 && magnitudeOf(result) <= SMALLEST_NORMAL);
    // One factor is a power of two: its 23 zeros are no part of the tail.
    const names = cases.map(({ tail48: { tail, half, dropped, ...rest } }) => nameOfTail({ ...rest, tail: tail >> 23n, half: half >> 23n, dropped: dropped - 23 }));
    expect(missing(integers(1, 24).map((length) => `${length} half`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, 24), (length, place) => `${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, 23), (length, place) => `${length} bit ${place}`), names)).toEqual([]);
    const ties = cases.filter(({ isTie }) => isTie);
    expect(missing(integers(1, 22).flatMap((shift) => [`${shift} 0`, `${shift} 1`]), ties.map(({ shift, kept }) => `${shift} ${kept % 2n}`))).toEqual([]);
  });

  it('subnormal, round up through ones: every number of ones at every shift', () => {
    const cases = products('subnormal, round up through ones').filter(({ roundsUp }) => roundsUp);
    const found = cases.map(({ shift, kept }) => `${shift} ${trailingOnes(kept)}`);
    // Behind the leading one, all ones but it are all.
    const wanted = integers(1, 22).flatMap((shift) => [...integers(1, 22 - shift), 24 - shift].map((ones) => `${shift} ${ones}`));
    expect(missing(wanted, found)).toEqual([]);
  });

  it('subnormal results near half: wrong for who rounds to 24 bits first, up and down, at every shift', () => {
    const fooled = products('subnormal results near half').filter(({ exact, kept, roundsUp, dropped }) => {
      const first = split(exact);
      const twice = split((first.kept + (first.roundsUp ? 1n : 0n)) << BigInt(first.dropped), dropped);
      return twice.kept + (twice.roundsUp ? 1n : 0n) !== kept + (roundsUp ? 1n : 0n);
    });
    expect(fooled.length).toBeGreaterThan(150);
    expect(missing(integers(1, 22), fooled.map(({ shift }) => shift))).toEqual([]);
    expect(new Set(fooled.map(({ roundsUp }) => roundsUp)).size).toBe(2);
  });

  it('underflow to zero and the smallest normal number: both sides of each, both signs', () => {
    const results = products('underflow to zero').map(({ result }) => result);
    expect(missing([0, SIGN, 1, SIGN + 1], results)).toEqual([]);
    const cases = products('smallest normal');
    const around = cases.filter(({ result }) => Math.abs(magnitudeOf(result) - SMALLEST_NORMAL) <= 8);
    expect(around.length / cases.length).toBeGreaterThan(0.7);
    expect(around.filter(({ result }) => isSubnormal(result)).length).toBeGreaterThan(50);
    // Rounded to 2^-126 from below, from 24 bits that are still subnormal and from ones that are not: flushing keeps it.
    const roundedUp = around.filter(({ exact, result }) => magnitudeOf(result) === SMALLEST_NORMAL && abs(exact) < unitsOf(SMALLEST_NORMAL) << 149n);
    expect(roundedUp.length).toBeGreaterThan(100);
    expect(roundedUp.filter(({ exact }) => abs(exact) === ((1n << 24n) - 1n) << 148n).length).toBeGreaterThan(5);
    expect(new Set(roundedUp.map(({ result }) => result)).size).toBe(2);
  });

  it('subnormal operands: every leading place, with normal and subnormal results', () => {
    const cases = products('subnormal operands');
    all(cases, ({ a, b }) => isSubnormal(a) !== isSubnormal(b));
    expect(missing(integers(1, 23), cases.map(({ a, b }) => lengthOf(BigInt(Math.min(magnitudeOf(a), magnitudeOf(b))))))).toEqual([]);
    expect(cases.filter(({ result }) => isSubnormal(result)).length).toBeGreaterThan(200);
    expect(cases.filter(({ result }) => exponentOf(result) > 0).length).toBeGreaterThan(200);
    all(products('both subnormal'), ({ a, b, result }) => isSubnormal(a) && isSubnormal(b) && magnitudeOf(result) === 0 && (result >= SIGN) === (a >= SIGN !== b >= SIGN));
  });

  it('zeros, NaN and infinity: every exponent, every payload bit, all signs', () => {
    const zeros = products('signed zeros');
    all(zeros, ({ a, b, result }) => (magnitudeOf(a) === 0 || magnitudeOf(b) === 0) && (result >= SIGN) === (a >= SIGN !== b >= SIGN) && magnitudeOf(result) === 0);
    expect(missing(integers(0, 254), zeros.map(({ a, b }) => Math.max(exponentOf(a), exponentOf(b))))).toEqual([]);
    const payloads = products('NaN').flatMap(({ a, b }) => [a, b]).filter(isNaN).map((bits) => bits % 2 ** 23);
    expect(missing(integers(0, 22).map((bit) => 2 ** bit), payloads)).toEqual([]);
    expect(products('zero times infinity').filter(({ result }) => result === 0x7fc0_0000)).toHaveLength(8);
    all(products('infinity'), ({ a, b }) => !isFinite(a) !== !isFinite(b));
  });

  it('single bits, exponent sums: every pair of places, every sum', () => {
    const bits = products('single bits').map(({ a, b }) => `${a % 2 ** 23} ${b % 2 ** 23}`);
    expect(new Set(bits).size).toBe(24 * 24);
    const sums = products('exponent sums').map(({ a, b }) => exponentOf(a) + exponentOf(b));
    expect(missing(integers(1, 508), sums)).toEqual([]);
  });
});
