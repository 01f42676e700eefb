import { describe, expect, it } from 'vitest';
import { randomCodes, randomTensor, SPREAD } from '../../bench/operands.ts';
import { scaleValue } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';

/** The mean of the binary logarithms of scales, and their standard deviation. */
function logarithmsOf({ scaleFormat, scales }: MlsTensor): { readonly mean: number; readonly deviation: number } {
  const logarithms = Array.from(scales, (code) => Math.log2(scaleValue(scaleFormat, code)));
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(logarithms);
  return { mean, deviation: Math.sqrt(meanOf(logarithms.map((value) => (value - mean) ** 2))) };
}

describe('random codes', () => {
  it.each(Object.entries(SPREAD))('have scales that spread like those of quantized numbers: %s', (_name, spread) => {
    const codes = randomCodes([64, 64, 1, 1], 1, spread);
    const { mean, deviation } = logarithmsOf(codes);
    expect(mean).toBeCloseTo(-3 * spread, 1);
    expect(deviation / spread).toBeGreaterThan(0.95);
    expect(deviation / spread).toBeLessThan(1.05);
    // Planes of many elements, whose maxima hardly spread by themselves.
    const quantized = logarithmsOf(randomTensor([32, 16, 16, 16], 1, spread));
    expect(deviation / quantized.deviation).toBeGreaterThan(0.9);
    expect(deviation / quantized.deviation).toBeLessThan(1.1);
    // Every element that there is.
    expect(new Set(codes.codes).size).toBe(128);
  });
});
