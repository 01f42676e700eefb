import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFp32 } from '../../src/units/fp32-adder.ts';
import { multiplyFp32 } from '../../src/units/fp32-multiplier.ts';
import { ADDER_CLASSES, MULTIPLIER_CLASSES, xorshift32, type PairClass } from '../support/binary32-classes.ts';
import { exactAdd, exactMultiply } from '../support/exact-model.ts';

const CASES_PER_CLASS = 200_000;
const FLAG_CASES_PER_CLASS = 1500;
const GRADUAL = { flushToZero: false };

const words = new Uint32Array(3);
const numbers = new Float32Array(words.buffer);

/** The host's answer, with its NaNs made canonical. */
function host(operation: (a: number, b: number) => number, a: number, b: number): number {
  words[0] = a;
  words[1] = b;
  numbers[2] = operation(numbers[0], numbers[1]);
  return Number.isNaN(numbers[2]) ? 0x7fc0_0000 : words[2];
}

const UNITS = [
  { name: 'addFp32', unit: addFp32, operation: (a: number, b: number) => a + b, exact: exactAdd, classes: ADDER_CLASSES },
  { name: 'multiplyFp32', unit: multiplyFp32, operation: (a: number, b: number) => a * b, exact: exactMultiply, classes: MULTIPLIER_CLASSES },
];

describe.each(UNITS)('$name', ({ unit, operation, exact, classes }) => {
  it.each(Object.entries<PairClass>(classes))('equals the host on class %s', (_name, pairOf) => {
    const next = xorshift32(0x2545_f491);
    let cases = 0;
    const results = new Set<number>();
    for (; cases < CASES_PER_CLASS; cases++) {
      const [a, b] = pairOf(next);
      const { bits } = unit(a, b, GRADUAL);
      if (bits !== host(operation, a, b)) expect.fail(`${a.toString(16)} ${b.toString(16)}: ${bits.toString(16)}`);
      if (results.size < 100) results.add(bits);
    }
    expect(cases).toBe(CASES_PER_CLASS);
    expect(results.size).toBeGreaterThan(10);
  });

  it.each(Object.entries<PairClass>(classes))('equals the exact rational on class %s, flags included, also flushed', (_name, pairOf) => {
    const next = xorshift32(0x9e37_79b9);
    const isSubnormal = (bits: number): boolean => (bits & 0x7f80_0000) === 0 && (bits & 0x7f_ffff) !== 0;
    const flush = (bits: number): number => (isSubnormal(bits) ? (bits & 0x8000_0000) >>> 0 : bits);
    for (let i = 0; i < FLAG_CASES_PER_CLASS; i++) {
      const [a, b] = pairOf(next);
      const gradual = exact(a, b);
      expect(unit(a, b, GRADUAL)).toEqual(gradual);
      // Flushed: operands first, then a result that is subnormal after rounding, with underflow and inexact.
      const ofFlushed = exact(flush(a), flush(b));
      const expected = isSubnormal(ofFlushed.bits) ? { bits: flush(ofFlushed.bits), flags: 3 } : ofFlushed;
      expect(unit(a, b, { flushToZero: true })).toEqual(expected);
      expect(expected.bits).toBe(exact(a, b, true).bits);
    }
  });

  it('commutes, with its flags', () => {
    const bits = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(fc.property(bits, bits, fc.boolean(), (a, b, flushToZero) => {
      expect(unit(a, b, { flushToZero })).toEqual(unit(b, a, { flushToZero }));
    }));
  });
});

it('multiplies 2^-126 - 2^-150 up to the smallest normal number, which flush-to-zero keeps', () => {
  // (1 - 2^-24) x 2^-126, as (1 - 2^-24) x 2^-126 with the second factor a power of two.
  expect(multiplyFp32(0x3f7f_ffff, 0x0080_0000, { flushToZero: true }).bits).toBe(0x0080_0000);
  expect(multiplyFp32(0x3f7f_fffe, 0x0080_0000, { flushToZero: true }).bits).toBe(0);
});
