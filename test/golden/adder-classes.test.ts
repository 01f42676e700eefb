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
  SMALLEST_NORMAL,
  split,
  tailNames,
  trailingOnes,
  unitsOf,
  type Split,
} from './exact-rounding.ts';
import { casesOf, readSet } from './read-set.ts';
import { unitOf } from './units.ts';

interface Addition extends Split {
  readonly a: number;
  readonly b: number;
  readonly result: number;
  readonly exact: bigint;
  /** Of the larger operand and the smaller one. */
  readonly distance: number;
  readonly isSubtraction: boolean;
  /** Bits that the sum has more than the larger operand; negative when bits cancelled. */
  readonly growth: number;
}

const set = readSet(unitOf('fp32-adder').source({ level: 1, seed: 0n }));

function additions(name: string): Addition[] {
  return casesOf(set, name).map((values) => {
    const [a, b, result] = [Number(values['a']), Number(values['b']), Number(values['result'])];
    const finite = isFinite(a) && isFinite(b);
    const exact = finite ? unitsOf(a) + unitsOf(b) : 0n;
    const distance = Math.abs(Math.max(1, exponentOf(a)) - Math.max(1, exponentOf(b)));
    const larger = finite ? Math.max(lengthOf(abs(unitsOf(a))), lengthOf(abs(unitsOf(b)))) : 0;
    return { a, b, result, exact, distance, isSubtraction: a >= SIGN !== b >= SIGN, growth: lengthOf(abs(exact)) - larger, ...split(exact >> lastPlace(a, b)) };
  });
}

/** Where the last bit of the smaller operand lies: a sum has no bits below it. */
function lastPlace(a: number, b: number): bigint {
  return BigInt(Math.max(1, Math.min(exponentOf(a), exponentOf(b))) - 1);
}

/** In a difference the tail is what the smaller operand's tail leaves of a unit. */
function nameOfSubtrahendTail(addition: Addition): string | undefined {
  const unit = 2n * addition.half;
  return nameOfTail({ ...addition, tail: (unit - addition.tail) % unit });
}

const missing = <T>(wanted: readonly T[], found: Iterable<T>): T[] => {
  const set = new Set(found);
  return wanted.filter((value) => !set.has(value));
};
const all = (cases: readonly Addition[], is: (addition: Addition) => boolean) => {
  expect(cases.filter((addition) => !is(addition)).map(({ a, b }) => `${a.toString(16)} ${b.toString(16)}`)).toEqual([]);
};

describe('the classes of the adder', () => {
  it('ties: are ties, for sums and differences, even and odd, at every distance', () => {
    const cases = additions('ties');
    all(cases, ({ isTie, growth, distance, dropped }) => isTie && growth === 0 && distance === dropped);
    const found = cases.map(({ distance, isSubtraction, kept }) => `${distance} ${isSubtraction} ${kept % 2n}`);
    expect(missing(integers(1, 24).flatMap((d) => ['true', 'false'].flatMap((s) => [`${d} ${s} 0`, `${d} ${s} 1`])), found)).toEqual([]);
  });

  it('sticky bits: half and each bit below it, and each bit alone, for sums and differences', () => {
    const cases = additions('sticky bits');
    all(cases, ({ isTie, tail, growth }) => !isTie && tail !== 0n && growth === 0);
    const sums = cases.filter(({ isSubtraction }) => !isSubtraction).map(nameOfTail);
    expect(missing(tailNames(integers(2, 24), (length, place) => `${length} half and bit ${place}`), sums)).toEqual([]);
    expect(missing(tailNames(integers(2, 23), (length, place) => `${length} bit ${place}`), sums)).toEqual([]);
    const differences = cases.filter(({ isSubtraction }) => isSubtraction).map(nameOfSubtrahendTail);
    expect(missing(tailNames(integers(2, 24), (length, place) => `${length} half and bit ${place}`), differences)).toEqual([]);
    expect(missing(tailNames(integers(2, 23), (length, place) => `${length} bit ${place}`), differences)).toEqual([]);
  });

  it('carry out: sums that carry, with every tail', () => {
    const cases = additions('carry out');
    all(cases, ({ isSubtraction, growth, dropped, distance }) => !isSubtraction && growth === 1 && dropped === distance + 1);
    const names = cases.map(nameOfTail);
    expect(missing(integers(1, 23).map((length) => `${length} half`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, 23), (length, place) => `${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, 23), (length, place) => `${length} bit ${place}`), names)).toEqual([]);
  });

  it('below a power of two: differences that lose one bit, with every tail', () => {
    const cases = additions('below a power of two');
    all(cases, ({ isSubtraction, growth, dropped, distance }) => isSubtraction && growth === -1 && dropped === distance - 1);
    const names = cases.map(nameOfSubtrahendTail);
    expect(missing(integers(1, 24).map((length) => `${length} half`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, 24), (length, place) => `${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, 23), (length, place) => `${length} bit ${place}`), names)).toEqual([]);
  });

  it('round up through ones: every number of ones, for sums and differences, and into the next binade', () => {
    const cases = additions('round up through ones').filter(({ roundsUp }) => roundsUp);
    // With the hidden bit 23 ones are 24.
    expect(missing([...integers(1, 22), 24], cases.map(({ kept }) => trailingOnes(kept)))).toEqual([]);
    expect(missing(integers(1, 22), cases.filter(({ isSubtraction }) => isSubtraction).map(({ kept }) => trailingOnes(kept)))).toEqual([]);
    expect(cases.filter(({ result }) => result % 2 ** 23 === 0).length).toBeGreaterThan(5);
  });

  it('double rounding: no ties, but ties when rounded to more bits first, and then wrong', () => {
    const lengths = new Set<number>();
    all(additions('double rounding'), ({ tail, dropped, half, kept, roundsUp, isTie }) => {
      if (isTie || tail === 0n) return false;
      // Rounded to `more` bits below the last place, nearest, ties away: does that make a tie?
      const fools = integers(2, dropped - 1).filter((more) => {
        const unit = 1n << BigInt(dropped - more);
        return ((tail + unit / 2n) / unit) * unit === half;
      });
      fools.forEach((more) => {
        if (roundsUp !== (kept % 2n === 1n)) lengths.add(more);
      });
      return fools.length > 0;
    });
    expect(missing(integers(2, 21), lengths)).toEqual([]);
  });

  it('overflow: infinity from half a unit above the largest number, the largest number below that', () => {
    const cases = additions('overflow');
    const unit = 1n << 253n;
    const limit = unitsOf(MAX_FINITE) + unit / 2n;
    all(cases, ({ exact, result }) => (magnitudeOf(result) === MAX_FINITE + 1) === abs(exact) >= limit);
    const off = cases.map(({ exact }) => abs(exact) - limit);
    expect(off.filter((value) => value === 0n).length).toBeGreaterThan(20);
    expect(off.filter((value) => value < 0n && value > -unit / 2n).length).toBeGreaterThan(20);
    expect(off.filter((value) => value > 0n && value < unit / 2n).length).toBeGreaterThan(20);
    expect(cases.some(({ result }) => result > SIGN) && cases.some(({ result }) => result < SIGN)).toBe(true);
  });

  it('zeros: +0 unless both are -0, and x + 0 of every exponent', () => {
    expect(additions('signed zeros').map(({ a, b, result }) => [a >>> 31, b >>> 31, result])).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [1, 1, SIGN],
    ]);
    const cases = additions('one zero');
    all(cases, ({ a, b }) => magnitudeOf(a) === 0 || magnitudeOf(b) === 0);
    expect(missing(integers(0, 254), cases.map(({ a, b }) => exponentOf(magnitudeOf(a) === 0 ? b : a)))).toEqual([]);
  });

  it('NaN and infinity: every payload bit alone, every exponent beside an infinity', () => {
    const payloads = additions('NaN').flatMap(({ a, b }) => [a, b]).filter(isNaN).map((bits) => bits % 2 ** 23);
    expect(missing(integers(0, 22).map((bit) => 2 ** bit), payloads)).toEqual([]);
    all(additions('NaN'), ({ a, b, result }) => (isNaN(a) || isNaN(b)) && result === 0x7fc0_0000);
    const infinite = additions('infinity');
    all(infinite, ({ a, b, result }) => !isFinite(a) !== !isFinite(b) && magnitudeOf(result) === 0x7f80_0000);
    expect(missing(integers(0, 254), infinite.map(({ a, b }) => exponentOf(isFinite(a) ? a : b)))).toEqual([]);
    expect(additions('infinities').map(({ result }) => result)).toEqual([0x7f80_0000, 0x7fc0_0000, 0x7fc0_0000, 0xff80_0000]);
  });

  it('cancellation: a leading one at every place, exponents equal and one apart', () => {
    const cases = additions('cancellation');
    all(cases, ({ isSubtraction, distance, exact }) => isSubtraction && distance <= 1 && exact !== 0n);
    const found = cases.map(({ distance, growth }) => `${distance} ${-growth}`);
    // The difference has its leading one at place 0..22 of the smaller operand's 24 bits.
    expect(missing(integers(0, 1).flatMap((d) => integers(1, 23).map((lost) => `${d} ${lost + d}`)), found)).toEqual([]);
  });

  it('cancellation into subnormals: results of every leading place on both sides of the smallest normal number', () => {
    const cases = additions('cancellation into subnormals');
    const results = cases.map(({ result }) => magnitudeOf(result));
    const subnormal = cases.filter(({ result }) => isSubnormal(result));
    expect(subnormal.length).toBeGreaterThan(300);
    expect(results.filter((result) => result >= SMALLEST_NORMAL).length).toBeGreaterThan(300);
    expect(missing(integers(1, 23), subnormal.map(({ result }) => lengthOf(BigInt(magnitudeOf(result)))))).toEqual([]);
  });

  it('equal magnitudes and neighbours: +0, twice the number, or one unit, at every exponent', () => {
    const equal = additions('equal magnitudes');
    all(equal, ({ a, b, result }) => magnitudeOf(a) === magnitudeOf(b) && (a === b || result === 0));
    const cancelled = (sign: number) => equal.filter(({ a, b }) => a !== b && a >>> 31 === sign).map(({ a }) => exponentOf(a));
    expect(missing(integers(0, 254), cancelled(0))).toEqual([]);
    expect(missing(integers(0, 254), cancelled(1))).toEqual([]);
    const near = additions('one unit apart');
    all(near, ({ a, b, isSubtraction }) => isSubtraction && Math.abs(magnitudeOf(a) - magnitudeOf(b)) === 1);
    expect(missing(integers(1, 253), near.filter(({ a, b }) => exponentOf(a) !== exponentOf(b)).map(({ a, b }) => Math.max(exponentOf(a), exponentOf(b))))).toEqual([]);
  });

  it('subnormal operands: every two leading places; beside normal numbers, every small exponent', () => {
    const both = additions('subnormal operands');
    all(both, ({ a, b }) => isSubnormal(a) && isSubnormal(b));
    expect(new Set(both.map(({ a, b }) => `${lengthOf(BigInt(magnitudeOf(a)))} ${lengthOf(BigInt(magnitudeOf(b)))}`)).size).toBe(23 * 23);
    expect(both.some(({ result }) => exponentOf(result) === 1)).toBe(true);
    const one = additions('subnormal and normal');
    all(one, ({ a, b }) => isSubnormal(a) !== isSubnormal(b));
    expect(new Set(one.map(({ a, b }) => `${Math.max(exponentOf(a), exponentOf(b))} ${lengthOf(BigInt(Math.min(magnitudeOf(a), magnitudeOf(b))))}`)).size).toBe(26 * 23);
    all(additions('smallest normal'), ({ result }) => Math.abs(magnitudeOf(result) - SMALLEST_NORMAL) <= 4);
  });

  it('alignment: every distance of exponent fields, sums and differences', () => {
    const cases = additions('alignment');
    const found = cases.map(({ a, b, isSubtraction }) => `${Math.abs(exponentOf(a) - exponentOf(b))} ${isSubtraction}`);
    expect(missing(integers(0, 254).flatMap((d) => [`${d} true`, `${d} false`]), found)).toEqual([]);
    expect(cases.filter(({ a, b }) => isSubnormal(a) || isSubnormal(b)).length).toBeGreaterThan(255);
  });

  it('the random cases meet results of every kind, and operands in every order', () => {
    const cases = additions('random');
    const kinds = {
      tie: cases.filter(({ isTie }) => isTie).length,
      cancelled: cases.filter(({ growth, exact }) => growth < -5 && exact !== 0n).length,
      subnormal: cases.filter(({ result }) => isSubnormal(result)).length,
      nan: cases.filter(({ result }) => isNaN(result)).length,
      infinite: cases.filter(({ result }) => magnitudeOf(result) === 0x7f80_0000).length,
      zero: cases.filter(({ result }) => magnitudeOf(result) === 0).length,
      largerFirst: cases.filter(({ a, b }) => magnitudeOf(a) > magnitudeOf(b)).length,
      largerSecond: cases.filter(({ a, b }) => magnitudeOf(a) < magnitudeOf(b)).length,
    };
    for (const [kind, count] of Object.entries(kinds)) expect({ kind, enough: count > 50 }).toEqual({ kind, enough: true });
  });
});
