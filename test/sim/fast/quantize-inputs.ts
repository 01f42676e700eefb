/** Tensors at the places where a quantizer's fast path can go wrong: ties, exact codes, limits of exponents, far-off magnitudes. */
import fc from 'fast-check';
import { binary32Bits, binary32Value } from '../../../src/bits/host-float.ts';
import { elementCount, type Shape4 } from '../../../src/bits/shape.ts';
import { elementValue } from '../../../src/formats/element.ts';
import type { QuantizeOptions } from '../../../src/formats/quantize.ts';
import { scaleValue } from '../../../src/formats/group-scale.ts';
import { quantizeOptions, tensorValues } from '../../support/arbitraries.ts';

/** Planes shorter than a vector, of every length modulo 16, and of more than one unrolled step. */
export const shapes: fc.Arbitrary<Shape4> = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 7 }),
  fc.integer({ min: 1, max: 9 }),
);

export interface QuantizeCase {
  readonly shape: Shape4;
  readonly data: Float32Array;
  readonly options: QuantizeOptions;
}

/** A pseudo-random sequence of numbers in [0, 1), made from a seed: faster than one arbitrary for each element. */
function uniform(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 4) / 2 ** 28;
  };
}

/**
 * Values on and beside the borders of codes: (code + a fraction) x S_g x S_t, up to two binary32 numbers away. The first element is the
 * tensor's maximum and makes S_t `tensorScale`; S_g is any scale, and each plane's own maximum makes it a group scale again.
 */
function bordersOf(shape: Shape4, { element, scaleFormat, randomBits }: QuantizeOptions, tensorScale: number, seed: number): Float32Array {
  const next = uniform(seed);
  const pick = (count: number): number => Math.floor(next() * count);
  const planeSize = shape[2] * shape[3];
  const data = new Float32Array(elementCount(shape));
  for (let plane = 0; plane < shape[0] * shape[1]; plane++) {
    const scale = plane === 0 ? 1 : Math.min(1, scaleValue(scaleFormat, pick(Math.min(20, 2 ** scaleFormat.codeBits))));
    const largest = Math.fround(scale * tensorScale);
    for (let i = 0; i < planeSize; i++) {
      const code = pick(element.maxMagnitudeCode + 1);
      const low = elementValue(element, code);
      const high = code === element.maxMagnitudeCode ? 1 : elementValue(element, code + 1);
      const fraction = [0, 0.5, 0.25, pick(2 ** randomBits) / 2 ** randomBits, next()][pick(5)];
      const value = Math.fround((low + (high - low) * fraction) * scale * tensorScale);
      const moved = binary32Value(Math.max(0, binary32Bits(value) + pick(5) - 2));
      const kept = i === 0 && pick(4) !== 0 ? largest : Math.min(largest, moved);
      data[plane * planeSize + i] = pick(2) === 0 ? kept : -kept;
    }
  }
  data[0] = tensorScale;
  return data;
}

/** Tensor scales of few bits, of 24, and from all binades, so that S_g x S_t is a power of two, three of them, or anything. */
const tensorScales: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 0.75, 7, 255 / 256, 2 ** -10, 2 ** 127),
  fc.integer({ min: 0x800000, max: 0xffffff }).map((significand) => significand / 2 ** 24),
  fc.integer({ min: 1, max: 0x7f7f_ffff }).map(binary32Value),
);

/** Any options with any tensor of theirs. */
export const quantizeCases: fc.Arbitrary<QuantizeCase> = fc.tuple(shapes, quantizeOptions).chain(([shape, options]) => {
  const length = elementCount(shape);
  const patterns = fc.uint32Array({ minLength: length, maxLength: length }).map((bits) => {
    const finite = bits.map((pattern) => ((pattern & 0x7f80_0000) === 0x7f80_0000 ? pattern & 0x8007_ffff : pattern));
    return new Float32Array(finite.buffer);
  });
  const borders = fc.tuple(tensorScales, fc.nat()).map(([tensorScale, seed]) => bordersOf(shape, options, tensorScale, seed));
  const values = fc.oneof({ weight: 6, arbitrary: borders }, { weight: 2, arbitrary: tensorValues(length) }, { weight: 1, arbitrary: patterns });
  return values.map((data) => ({ shape, data, options }));
});
