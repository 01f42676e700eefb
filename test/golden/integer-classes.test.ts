import { describe, expect, it } from 'vitest';
import { abs, exponentOf, integers, isSubnormal, lengthOf, magnitudeOf, MAX_FINITE, nameOfTail, SIGN, SMALLEST_NORMAL, split, tailNames, trailingOnes } from './exact-rounding.ts';
import { casesOf, readSet, type Values } from './read-set.ts';
import { unitOf } from './units.ts';

const missing = <T>(wanted: readonly T[], found: Iterable<T>): T[] => {
  const set = new Set(found);
  return wanted.filter((value) => !set.has(value));
};

describe('the classes of the converter', () => {
  const WIDTH = 68;
  const set = readSet(unitOf(`int-to-fp32 ${WIDTH}`).source({ level: 1, seed: 0n }));
  const conversions = (name: string) =>
    casesOf(set, name).map(({ q, lsb, result }) => {
      // Units of the integer's lowest bit; the smallest subnormal number is 2^smallest of them.
      const smallest = -149 - Number(lsb);
      return { q, lsb: Number(lsb), result: Number(result), length: lengthOf(abs(q)), exponent: Number(lsb) + lengthOf(abs(q)) - 1, ...split(q, smallest) };
    });

  it('leading one: every place and sign, most negative too', () => {
    const cases = conversions('leading one');
    expect(missing(integers(1, WIDTH - 1).flatMap((length) => [`${length} true`, `${length} false`]), cases.map(({ q, length }) => `${length} ${q < 0n}`))).toEqual([]);
    expect(conversions('most negative').filter(({ q }) => q === -(2n ** BigInt(WIDTH - 1))).length).toBeGreaterThan(10);
    expect(conversions('zero').every(({ q, result }) => q === 0n && result === 0)).toBe(true);
  });

  it('ties and sticky bits: of every length, even and odd, each bit below the half', () => {
    const lengths = integers(1, WIDTH - 1 - 24);
    const ties = conversions('ties');
    expect(ties.every(({ isTie, exponent }) => isTie && exponent >= -126)).toBe(true);
    expect(missing(lengths.flatMap((length) => ['0 true', '0 false', '1 true', '1 false'].map((rest) => `${length} ${rest}`)), ties.map(({ dropped, kept, q }) => `${dropped} ${kept % 2n} ${q < 0n}`))).toEqual([]);
    const names = conversions('sticky bits').map(nameOfTail);
    expect(missing(tailNames(lengths, (length, place) => `${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames(lengths, (length, place) => `${length} bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames(lengths, (length, place) => `${length} half less bit ${place}`).filter((name) => !isAlsoOneBit(name)), names)).toEqual([]);
  });

  it('round up through ones: every number of ones at every length', () => {
    const cases = conversions('round up through ones').filter(({ roundsUp }) => roundsUp);
    const found = cases.map(({ kept, dropped }) => `${Math.min(24, trailingOnes(kept))} ${dropped}`);
    expect(missing([...integers(1, 22), 24].flatMap((ones) => integers(1, WIDTH - 25).map((length) => `${ones} ${length}`)), found)).toEqual([]);
  });

  it('subnormal results: ties for every number of kept bits and every length, each bit below the half', () => {
    const cases = conversions('subnormal results');
    expect(cases.every(({ result }) => magnitudeOf(result) <= SMALLEST_NORMAL)).toBe(true);
    const ties = cases.filter(({ isTie }) => isTie).map(({ kept, dropped }) => `${lengthOf(kept)} ${dropped}`);
    expect(missing(integers(0, 23).flatMap((kept) => integers(1, WIDTH - 1 - kept).map((length) => `${kept} ${length}`)), ties)).toEqual([]);
    const names = conversions('subnormal sticky bits').map(nameOfTail);
    expect(missing(tailNames(integers(2, WIDTH - 1), (length, place) => `${length} half and bit ${place}`), names)).toEqual([]);
    expect(missing(tailNames(integers(2, WIDTH - 1), (length, place) => `${length} bit ${place}`), names)).toEqual([]);
    const exact = conversions('subnormal, exact');
    expect(exact.every(({ tail, result }) => tail === 0n && isSubnormal(result))).toBe(true);
    expect(missing(integers(1, 23), exact.map(({ result }) => lengthOf(BigInt(magnitudeOf(result)))))).toEqual([]);
  });

  it('subnormal, round up through ones: every number of ones, also in a narrow word', () => {
    const ones = (title: string) =>
      casesOf(readSet(unitOf(title).source({ level: 1, seed: 0n })), 'subnormal, round up through ones')
        .map(({ q, lsb }) => split(q, -149 - Number(lsb)))
        .filter(({ roundsUp }) => roundsUp)
        .map(({ kept }) => trailingOnes(kept));
    expect(missing(integers(1, 23), ones(`int-to-fp32 ${WIDTH}`))).toEqual([]);
    expect(missing(integers(1, 18), ones('int-to-fp32 20 flushing'))).toEqual([]);
  });

  it('smallest normal, underflow, overflow: both sides of each border', () => {
    const smallest = conversions('smallest normal');
    expect(smallest.every(({ exponent }) => exponent === -127)).toBe(true);
    expect(smallest.filter(({ result }) => magnitudeOf(result) === SMALLEST_NORMAL).length).toBeGreaterThan(100);
    expect(smallest.filter(({ result }) => magnitudeOf(result) < SMALLEST_NORMAL).length).toBeGreaterThan(100);
    expect(smallest.some(({ q, lsb }) => abs(q) === 2n ** 24n - 1n && lsb === -150)).toBe(true);
    expect(missing([0, SIGN, 1, SIGN + 1], conversions('underflow to zero').map(({ result }) => result))).toEqual([]);
    const large = conversions('overflow').map(({ result }) => magnitudeOf(result));
    expect(large.filter((result) => result > MAX_FINITE).length).toBeGreaterThan(100);
    expect(large.filter((result) => result <= MAX_FINITE && exponentOf(result) === 254).length).toBeGreaterThan(100);
    expect(conversions('far overflow').every(({ result }) => magnitudeOf(result) > MAX_FINITE)).toBe(true);
    expect(new Set(conversions('every exponent').map(({ lsb }) => lsb)).size).toBe(2048);
  });
});

/** Half less the bit below it is that bit. */
function isAlsoOneBit(name: string): boolean {
  const [length, , , , place] = name.split(' ');
  return Number(place) === Number(length) - 2;
}

describe.each([
  [32, 'wrap', 15, 'accumulator 32 wrap <2,4>'],
  [8, 'wrap', 19, 'accumulator 8 wrap <3,2>'],
  [16, 'saturate', 15, 'accumulator 16 saturate <2,4>'],
] as const)('the classes of the %d-bit accumulator (%s)', (width, _overflow, productWidth, title) => {
  const set = readSet(unitOf(title).source({ level: 1, seed: 0n }));
  const [low, high] = [-(2n ** BigInt(width - 1)), 2n ** BigInt(width - 1) - 1n];
  const exactOf = (v: Values) => (v['first'] === 1n ? v['product'] : v['sum'] + v['product']);
  const flags = (v: Values) => `${v['first']} ${v['overflow']} ${v['next_overflow']}`;

  it('at the limits: sums from two units inside to two outside, by products of every length, with the flag set and clear', () => {
    const cases = casesOf(set, 'at the limits');
    const found = cases.map((v) => (exactOf(v) > 0n ? `high ${exactOf(v) - high}` : `low ${exactOf(v) - low}`));
    expect(missing([-2, -1, 0, 1, 2].flatMap((off) => [`high ${off}`, `low ${off}`]), found)).toEqual([]);
    const reached = cases.filter((v) => abs(exactOf(v) - high) <= 2n).map((v) => lengthOf(v['product']));
    expect(missing(integers(1, Math.min(width, productWidth) - 2), reached)).toEqual([]);
    expect(missing(['0 0 0', '0 1 1', '0 0 1'], cases.map(flags))).toEqual([]);
  });

  it('load: over any old sum, and an old flag is cleared; wider products overflow', () => {
    const cases = casesOf(set, 'load');
    expect(cases.every((v) => v['first'] === 1n)).toBe(true);
    expect(cases.filter((v) => flags(v) === '1 1 0').length).toBeGreaterThan(20);
    const names = set.classes.map(({ name }) => name);
    expect(names.includes('load overflow')).toBe(productWidth > width);
    if (productWidth > width) {
      const wide = casesOf(set, 'load overflow');
      expect(wide.every((v) => v['next_overflow'] === 1n)).toBe(true);
      expect(missing(integers(width, productWidth - 1), wide.map((v) => lengthOf(v['product'])))).toEqual([]);
    }
  });

  it('carry chains: a carry from every place to every other one, by products of both signs', () => {
    const found = casesOf(set, 'carry chains').map((v) => `${v['product']} ${exactOf(v)}`);
    const places = integers(0, Math.min(width, productWidth) - 2).flatMap((from) => integers(from + 1, width - 1).map((to) => [from, to] as const));
    expect(missing(places.map(([from, to]) => `${1n << BigInt(from)} ${1n << BigInt(to)}`), found)).toEqual([]);
    expect(missing(places.map(([from, to]) => `${-(1n << BigInt(from))} ${to === width - 1 ? low : 1n << BigInt(to)}`), found)).toEqual([]);
  });

  it('sign extension and the sticky flag: every length of negative products, the flag held without overflow', () => {
    const products = casesOf(set, 'sign extension').map((v) => v['product']);
    expect(missing(integers(0, productWidth - 1).map((place) => -(1n << BigInt(place))), products)).toEqual([]);
    expect(missing(['0 0 0', '0 1 1', '1 0 0', '1 1 0'], casesOf(set, 'sticky flag').map(flags))).toEqual([]);
  });
});

describe('the classes of the group scaler', () => {
  const set = readSet(unitOf('group-scaler 32 <8,1> <8,1>').source({ level: 1, seed: 0n }));

  it('mantissa pairs: all four, with every single bit of both signs', () => {
    const found = casesOf(set, 'mantissa pairs').map((v) => `${v['sum']} ${v['scale_x'] % 2n} ${v['scale_y'] % 2n}`);
    const bits = integers(0, 30).flatMap((place) => [1n << BigInt(place), -(1n << BigInt(place))]);
    expect(missing(bits.flatMap((bit) => ['0 0', '0 1', '1 0', '1 1'].map((men) => `${bit} ${men}`)), found)).toEqual([]);
  });

  it('scales: every code of both, and both ends of the sum with both ends of the exponents', () => {
    const cases = casesOf(set, 'every scale');
    expect(new Set(cases.map((v) => v['scale_x'])).size).toBe(512);
    expect(new Set(cases.map((v) => v['scale_y'])).size).toBe(512);
    const extremes = casesOf(set, 'extreme sums').map((v) => `${v['sum']} ${v['scale_x'] >> 1n} ${v['scale_y'] >> 1n}`);
    expect(missing(['0 0', '0 255', '255 0', '255 255'].map((exps) => `${-(2n ** 31n)} ${exps}`), extremes)).toEqual([]);
  });
});

describe('the classes of a multiplier that is too large to enumerate', () => {
  const set = readSet(unitOf('multiplier <5,10> x <5,10>').source({ level: 1, seed: 0n }));
  const fields = (code: bigint) => ({ sign: code >> 15n, exp: (code >> 10n) % 32n, man: code % 1024n });

  it('exponent pairs: every two exponents with every two signs', () => {
    const found = casesOf(set, 'exponent pairs').map((v) => [fields(v['x']), fields(v['y'])].map(({ sign, exp }) => `${sign}${exp}`).join());
    expect(new Set(found).size).toBe(32 * 32 * 4);
  });

  it('mantissa patterns: every two single bits, subnormal and normal; extreme codes of both signs', () => {
    const found = casesOf(set, 'mantissa patterns').map((v) => `${fields(v['x']).man} ${fields(v['y']).man} ${fields(v['x']).exp > 0n} ${fields(v['y']).exp > 0n}`);
    const bits = integers(0, 9).map((place) => 2 ** place);
    const wanted = bits.flatMap((x) => bits.flatMap((y) => ['true true', 'true false', 'false true', 'false false'].map((normal) => `${x} ${y} ${normal}`)));
    expect(missing(wanted, found)).toEqual([]);
    const extremes = casesOf(set, 'extreme codes').map((v) => `${v['x']} ${v['y']}`);
    expect(missing([0, 0x8000, 0x7fff, 0xffff].flatMap((x) => [0, 0x8000, 1, 0x7fff, 0xffff].map((y) => `${x} ${y}`)), extremes)).toEqual([]);
  });
});
