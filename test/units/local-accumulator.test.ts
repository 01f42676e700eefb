import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulate, accumulatorFormat, EMPTY_ACCUMULATOR, type AccumulatorState } from '../../src/units/local-accumulator.ts';

const run = (width: number, overflow: 'wrap' | 'saturate', products: readonly bigint[]): AccumulatorState =>
  products.reduce((state, product, k) => accumulate(accumulatorFormat(width, overflow), state, product, k === 0), EMPTY_ACCUMULATOR);

describe('accumulate', () => {
  it('is right for every state and product of a 4-bit accumulator', () => {
    let cases = 0;
    for (let sum = -8n; sum < 8n; sum++) {
      for (let product = -40n; product <= 40n; product++) {
        for (const first of [false, true]) {
          for (const earlier of [false, true]) {
            const exact = first ? product : sum + product;
            const outside = exact < -8n || exact > 7n;
            const overflow = outside || (!first && earlier);
            const wrapped = ((((exact + 8n) % 16n) + 16n) % 16n) - 8n;
            const limited = exact < -8n ? -8n : exact > 7n ? 7n : exact;
            const old = { sum, overflow: earlier };
            expect(accumulate({ width: 4, overflow: 'wrap' }, old, product, first)).toEqual({ sum: wrapped, overflow });
            expect(accumulate({ width: 4, overflow: 'saturate' }, old, product, first)).toEqual({ sum: limited, overflow });
            cases++;
          }
        }
      }
    }
    expect(cases).toBe(16 * 81 * 4);
  });

  it('saturates at the step, so that the order matters', () => {
    expect(run(4, 'saturate', [5n, 5n, -5n])).toEqual({ sum: 2n, overflow: true });
    expect(run(4, 'saturate', [5n, -5n, 5n])).toEqual({ sum: 5n, overflow: false });
    expect(run(4, 'wrap', [5n, 5n, -5n])).toEqual({ sum: 5n, overflow: true });
  });

  it('clears the flag when a group starts', () => {
    const overflowed = run(4, 'wrap', [100n]);
    expect(overflowed).toEqual({ sum: 4n, overflow: true });
    expect(accumulate({ width: 4, overflow: 'wrap' }, overflowed, 1n, true)).toEqual({ sum: 1n, overflow: false });
  });

  it('wraps to the sum modulo 2^A, and only wraps where the flag says so', () => {
    const products = fc.array(fc.bigInt({ min: -(2n ** 82n), max: 2n ** 82n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(products, fc.integer({ min: 4, max: 64 }), (list, width) => {
        const total = list.reduce((a, b) => a + b);
        const { sum, overflow } = run(width, 'wrap', list);
        expect((total - sum) % 2n ** BigInt(width)).toBe(0n);
        expect(sum >= -(2n ** BigInt(width - 1)) && sum < 2n ** BigInt(width - 1)).toBe(true);
        if (!overflow) expect(sum).toBe(total);
      }),
    );
  });

  it.each([3, 65, 16.5])('rejects a width of %d', (width) => {
    expect(() => accumulatorFormat(width, 'wrap')).toThrow(/^accumulator width: expected an integer from 4 to 64, found/);
  });
});
