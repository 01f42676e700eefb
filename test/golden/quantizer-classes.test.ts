import { describe, expect, it } from 'vitest';
import { compareRational, divideRational, elementMagnitude, exactBinary32, exactScale, multiplyRational, powerOfTwo, rational, type Rational } from '../support/exact-model.ts';
import { integers, SIGN } from './exact-rounding.ts';
import { casesOf, readSet } from './read-set.ts';
import { unitOf } from './units.ts';

const missing = <T>(wanted: readonly T[], found: Iterable<T>): T[] => {
  const set = new Set(found);
  return wanted.filter((value) => !set.has(value));
};

/** A case with its exact quotient, in half steps of the least significant bit of the format. */
function quantizations(title: string, format: { E: number; M: number; Eg: number; Mg: number }) {
  const set = readSet(unitOf(title).source({ level: 1, seed: 0n }));
  return (name: string) =>
    casesOf(set, name).map((v) => {
      const x = Number(v['x']);
      const scale = multiplyRational(exactScale(Number(v['scale']), format), exactBinary32(Number(v['tensor_scale'])));
      const quotientOf = (bits: number): Rational => divideRational(exactBinary32(bits), scale);
      const inHalfUnits = (quotient: Rational): Rational => multiplyRational(quotient, powerOfTwo(format.M + 2 ** format.E));
      return {
        x,
        code: Number(v['code']),
        random: Number(v['random'] ?? 0n),
        scaleMan: Number(v['scale']) % 2 ** format.Mg,
        quotient: quotientOf(x % SIGN),
        halfUnits: inHalfUnits(quotientOf(x % SIGN)),
        neighbours: [-1, 1].map((step) => inHalfUnits(quotientOf(Math.max(0, (x % SIGN) + step)))),
      };
    });
}

/** Half way from each magnitude code to the next, and each code itself, in half units. */
function borders({ E, M }: { E: number; M: number }): { ties: bigint[]; codes: bigint[] } {
  const format = { E, M, Eg: 8, Mg: 1 };
  const codes = integers(0, 2 ** (E + M) - 1).map((code) => 2n * elementMagnitude(code, format));
  const ties = codes.map((value, code) => value + 2n ** BigInt(Math.max(1, Math.floor(code / 2 ** M)) - 1));
  return { ties, codes };
}

const equals = (a: Rational, b: bigint): boolean => compareRational(a, rational(b)) === 0;

describe('the classes of the quantizer', () => {
  const format = { E: 2, M: 4, Eg: 8, Mg: 1 };
  const cases = quantizations('quantizer <2,4> <8,1> nearest clip', format);
  const { ties, codes } = borders(format);

  it('ties: exactly half way, after every code, with both scale mantissas', () => {
    const found = cases('ties');
    const at = found.map(({ halfUnits, scaleMan }) => `${ties.findIndex((tie) => equals(halfUnits, tie))} ${scaleMan}`);
    expect(at.filter((place) => place.startsWith('-1'))).toEqual([]);
    expect(missing(ties.flatMap((_, code) => [`${code} 0`, `${code} 1`]), at)).toEqual([]);
    expect(found.some(({ x }) => x >= SIGN) && found.some(({ x }) => x < SIGN)).toBe(true);
  });

  it('near ties and near codes: the two numbers around the border, where it is no number itself', () => {
    for (const [name, list] of [['near ties', ties], ['near codes', codes]] as const) {
      const sides = cases(name).map(({ halfUnits, neighbours: [below, above] }) => {
        const border = list.findIndex((value) => compareRational(below, rational(value)) <= 0 && compareRational(rational(value), above) <= 0);
        return border < 0 ? 'none' : `${border} ${compareRational(halfUnits, rational(list[border])) <= 0 ? 'below' : 'above'}`;
      });
      expect(sides.filter((side) => side === 'none')).toEqual([]);
      // Below code 0 there is nothing.
      expect(missing(list.flatMap((value, code) => (value === 0n ? [] : [`${code} below`, `${code} above`])), sides)).toEqual([]);
    }
  });

  it('exact codes: every code gives itself', () => {
    const found = cases('exact codes').filter(({ halfUnits }) => codes.some((code) => equals(halfUnits, code)));
    expect(missing(integers(0, 63), found.map(({ code }) => code % 64))).toEqual([]);
    found.forEach(({ halfUnits, code }) => { expect(equals(halfUnits, codes[code % 64])).toBe(true); });
  });

  it('mantissa overflow: at every exponent at the tie, on both sides of it, and up to the next power of two', () => {
    const found = cases('mantissa overflow').map(({ halfUnits }) => {
      const exp = integers(0, 3).find((e) => compareRational(halfUnits, rational(ties[16 * e + 15] + 2n)) <= 0 && compareRational(halfUnits, rational(codes[16 * e + 15])) >= 0);
      const side = exp === undefined ? 0 : compareRational(halfUnits, rational(ties[16 * exp + 15]));
      return `${exp} ${Math.sign(side)}`;
    });
    expect(missing(integers(0, 3).flatMap((exp) => [`${exp} -1`, `${exp} 0`, `${exp} 1`]), found)).toEqual([]);
  });

  it('one and zero: the largest code, exactly at scale x tensor scale; zeros of both signs', () => {
    const ones = cases('one').filter(({ quotient }) => compareRational(quotient, rational(1)) === 0);
    expect(ones.length).toBeGreaterThan(20);
    expect(new Set(ones.map(({ code }) => code))).toEqual(new Set([63, 127]));
    expect(new Set(cases('zeros').map(({ code }) => code))).toEqual(new Set([0, 64]));
    const small = cases('half of the smallest code');
    expect(small.some(({ halfUnits, code }) => equals(halfUnits, 1n) && code % 64 === 0)).toBe(true);
    expect(small.some(({ halfUnits, code }) => compareRational(halfUnits, rational(1)) > 0 && code % 64 === 1)).toBe(true);
  });

  it('ranges: every group scale, every tensor scale exponent, subnormal numbers', () => {
    const set = readSet(unitOf('quantizer <2,4> <8,1> nearest clip').source({ level: 1, seed: 0n }));
    expect(new Set(casesOf(set, 'every scale').map((v) => v['scale'])).size).toBe(512);
    expect(new Set(casesOf(set, 'every tensor scale').map((v) => v['tensor_scale'] >> 23n)).size).toBe(255);
    const subnormal = casesOf(set, 'subnormal numbers');
    expect(subnormal.every((v) => v['tensor_scale'] < 2n ** 23n || v['x'] % 2n ** 31n < 2n ** 23n)).toBe(true);
    const all = set.words.map((word) => set.values(word));
    expect(all.filter((v) => v['code'] % 64n === 0n).length / all.length).toBeLessThan(0.5);
    expect(missing(integers(0, 127), all.map((v) => Number(v['code'])))).toEqual([]);
  });
});

describe('the classes of a stochastic quantizer', () => {
  const format = { E: 3, M: 2, Eg: 4, Mg: 1 };
  const title = 'quantizer <3,2> <4,1> stochastic clip';
  const cases = quantizations(title, format);

  it('random threshold: one random integer more rounds up', () => {
    const found = cases('random threshold');
    // By magnitude: the quotient and the two integers around the threshold decide, so both codes of a pair of neighbours occur.
    const { codes } = borders(format);
    const sides = found.map(({ halfUnits, code, random }) => {
      const low = codes.findLastIndex((value) => compareRational(rational(value), halfUnits) <= 0);
      return { up: code % 32 > low, random };
    });
    expect(sides.filter(({ up }) => up).length).toBeGreaterThan(50);
    expect(sides.filter(({ up, random }) => !up && random > 0).length).toBeGreaterThan(50);
    expect(new Set(found.map(({ random }) => random)).size).toBeGreaterThan(30);
  });

  it('random extremes and bits: 0, 1, half, all ones, each bit alone', () => {
    const extremes = cases('random extremes').map(({ random }) => random);
    expect(missing([0, 1, 127, 128, 254, 255], extremes)).toEqual([]);
    expect(missing(integers(0, 7).map((bit) => 2 ** bit), cases('random bits').map(({ random }) => random))).toEqual([]);
  });
});
