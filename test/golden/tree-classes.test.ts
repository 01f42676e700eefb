import { describe, expect, it } from 'vitest';
import { integers, isFinite, isNaN, magnitudeOf } from './exact-rounding.ts';
import { casesOf, readSet } from './read-set.ts';
import { unitOf } from './units.ts';

const WIDTH = 16;
const set = readSet(unitOf(`adder-tree ${WIDTH}`).source({ level: 1, seed: 0n }));

interface Sum {
  readonly lanes: readonly number[];
  readonly result: number;
}

const sums = (name: string): Sum[] =>
  casesOf(set, name).map((v) => ({ lanes: integers(0, WIDTH - 1).map((lane) => Number((v['terms'] >> BigInt(32 * lane)) % (1n << 32n))), result: Number(v['result']) }));

const missing = <T>(wanted: readonly T[], found: Iterable<T>): T[] => {
  const set = new Set(found);
  return wanted.filter((value) => !set.has(value));
};
const LANES = integers(0, WIDTH - 1);
/** How high above the lanes two of them meet. */
const meeting = (i: number, j: number): number => 32 - Math.clz32(i ^ j);
const isZero = (bits: number): boolean => magnitudeOf(bits) === 0;
const float = new Float32Array(1);
const valueOf = (bits: number): number => {
  new Uint32Array(float.buffer)[0] = bits;
  return float[0];
};

describe('the classes of the adder tree', () => {
  it('one lane: each lane alone, beside +0 and -0, and the sum is that lane', () => {
    const cases = sums('one lane').filter(({ lanes }) => lanes.filter((bits) => !isZero(bits)).length === 1);
    const found = cases.map(({ lanes }) => `${lanes.findIndex((bits) => !isZero(bits))} ${String(lanes.find(isZero))}`);
    expect(missing(LANES.flatMap((lane) => [`${lane} 0`, `${lane} 2147483648`]), found)).toEqual([]);
    for (const { lanes, result } of cases) {
      const alone = lanes.find((bits) => !isZero(bits)) ?? 0;
      expect(result).toBe(isNaN(alone) ? 0x7fc0_0000 : alone);
    }
    const zeros = sums('zeros');
    expect(zeros.map(({ result }) => result).filter((result) => result === 0x8000_0000).length).toBe(zeros.length / (WIDTH + 1));
  });

  it('NaN and infinity: each lane; opposite infinities are invalid', () => {
    const nans = sums('NaN in one lane');
    expect(missing(LANES, nans.map(({ lanes }) => lanes.findIndex(isNaN)))).toEqual([]);
    expect(nans.every(({ lanes, result }) => lanes.filter(isNaN).length === 1 && result === 0x7fc0_0000)).toBe(true);
    const infinite = sums('infinity in one lane');
    expect(missing(LANES, infinite.map(({ lanes }) => lanes.findIndex((bits) => !isFinite(bits))))).toEqual([]);
    expect(new Set(infinite.map(({ result }) => result))).toEqual(new Set([0x7f80_0000, 0xff80_0000, 0x7fc0_0000]));
  });

  it('one bit a lane: sums that no other lane could stand in for', () => {
    const cases = sums('one bit a lane');
    for (const { lanes, result } of cases) {
      const present = lanes.filter((bits) => !isZero(bits));
      expect(new Set(present).size).toBe(present.length);
      expect(valueOf(result)).toBe(present.reduce((sum, bits) => sum + valueOf(bits), 0));
    }
  });

  it('each adder: at every node two operands, from lanes that meet there first', () => {
    const found = new Set<string>();
    for (const { lanes } of sums('each adder')) {
      const active = LANES.filter((lane) => !isZero(lanes[lane]));
      expect(active.length).toBeLessThanOrEqual(2);
      if (active.length === 2) found.add(`${meeting(active[0], active[1])} ${active[0] >> meeting(active[0], active[1])}`);
    }
    expect(found.size).toBe(WIDTH - 1);
  });

  it('order of additions: most sums differ from those of other orders', () => {
    const cases = sums('order of additions');
    const add = (values: readonly number[]): number => values.reduce((sum, value) => Math.fround(sum + value), 0);
    const differs = cases.filter(({ lanes, result }) => {
      const values = lanes.map(valueOf);
      const even = add(values.filter((_, i) => i % 2 === 0));
      const halves = Math.fround(add(values.slice(0, WIDTH / 2)) + add(values.slice(WIDTH / 2)));
      return [add(values), add([...values].reverse()), halves, Math.fround(even + add(values.filter((_, i) => i % 2 === 1)))].some((sum) => sum !== valueOf(result));
    });
    expect(differs.length / cases.length).toBeGreaterThan(0.9);
  });

  it('cancellation between subtrees: an exact zero at every node', () => {
    const found = new Set<string>();
    for (const { lanes } of sums('cancellation between subtrees')) {
      for (const height of integers(0, 3)) {
        const half = 2 ** height;
        for (const place of integers(0, WIDTH / (2 * half) - 1)) {
          const left = lanes.slice(2 * half * place, 2 * half * place + half);
          const right = lanes.slice(2 * half * place + half, 2 * half * (place + 1));
          if (left.every((bits, i) => ((bits ^ 0x8000_0000) >>> 0) === right[i])) found.add(`${height} ${place}`);
        }
      }
    }
    expect(found.size).toBe(WIDTH - 1);
  });

  it('overflow on the way: an infinity or none, from lanes whose exact sum is another', () => {
    const cases = sums('overflow on the way');
    const exact = ({ lanes }: Sum): number => lanes.reduce((sum, bits) => sum + valueOf(bits), 0);
    expect(cases.filter((sum) => !isFinite(sum.result) && Math.abs(exact(sum)) < 2 ** 128).length).toBeGreaterThan(50);
  });

  it('idle lanes and equal lanes: every number of active lanes, every exponent', () => {
    expect(missing(integers(1, WIDTH), sums('idle lanes').map(({ lanes }) => lanes.filter((bits) => !isZero(bits)).length))).toEqual([]);
    expect(new Set(sums('all lanes equal').map(({ lanes }) => Math.floor(magnitudeOf(lanes[0]) / 2 ** 23))).size).toBe(255);
  });
});

describe('the classes of the tensor scale', () => {
  const scales = readSet(unitOf('tensor-scale').source({ level: 1, seed: 0n }));

  it('order of multiplications: another order gives another result', () => {
    const cases = casesOf(scales, 'order of multiplications');
    const differs = cases.filter((v) => {
      const [sum, x, y] = [v['sum'], v['scale_x'], v['scale_y']].map((bits) => valueOf(Number(bits)));
      return !Object.is(Math.fround(Math.fround(sum * x) * y), valueOf(Number(v['result'])));
    });
    expect(differs.length / cases.length).toBeGreaterThan(0.5);
  });

  it('S_z is rounded, and subnormal: a product of all three that is rounded once is another one', () => {
    for (const name of ['S_z is rounded', 'S_z is subnormal']) {
      const cases = casesOf(scales, name);
      // Two significands of 24 bits have a product that is exact as a double, and a third is rounded once more: near enough to see a difference.
      const differs = cases.filter((v) => {
        const [sum, x, y] = [v['sum'], v['scale_x'], v['scale_y']].map((bits) => valueOf(Number(bits)));
        return Math.fround(sum * (x * y)) !== valueOf(Number(v['result']));
      });
      expect(differs.length / cases.length).toBeGreaterThan(0.2);
    }
  });

  it("has the multiplier's classes for both multiplications", () => {
    const names = scales.classes.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('S_z: ')).length).toBeGreaterThan(20);
    expect(names.filter((name) => name.startsWith('product: ')).length).toBe(names.filter((name) => name.startsWith('S_z: ')).length);
  });
});
