/** Operands to measure with: the same ones in every run. */
import { elementCount, type Shape4 } from '../src/bits/shape.ts';
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import type { QuantizeOptions } from '../src/formats/quantize.ts';
import { library } from './library.ts';

const { elementFormat, groupScaleFormat, philoxIntegers, quantize } = library;

/** <2,4> with scales <8,1>, a scale for each (first, second) index pair. */
export const QUANTIZATION: QuantizeOptions = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  grouping: 'nc',
  rounding: 'nearest',
  mantissaOverflow: 'clip',
  randomBits: 16,
  random: { seed: 0n, stream: 0 },
};

const RANDOM_BITS = 24;

/** Standard deviations of the magnitudes of planes, in powers of two: those of the trained 3x3 layer in vectors/real. Errors are taken for as spread as activations. */
export const SPREAD = { weights: 0.7, activations: 1.2 } as const;
/** Codes of scales that spread widely: from 2^0 to 2^-6. */
const WIDE_SCALES = 13;

/** Normally distributed numbers; each plane has a magnitude of its own, whose logarithm is normally distributed. @param spread its standard deviation, in powers of two */
export function randomValues(shape: Shape4, seed: number, spread: number): Float32Array {
  const planeSize = shape[2] * shape[3];
  const normal = normals(seed, 0);
  const magnitude = normals(seed, 2);
  const magnitudes = Float64Array.from({ length: shape[0] * shape[1] }, (_, plane) => 2 ** (spread * magnitude(plane)));
  return Float32Array.from({ length: magnitudes.length * planeSize }, (_, i) => normal(i) * magnitudes[Math.floor(i / planeSize)]);
}

function normals(seed: number, stream: number): (i: number) => number {
  const random = philoxIntegers(BigInt(seed), stream, RANDOM_BITS);
  const uniform = (i: number): number => (random(i) + 0.5) / 2 ** RANDOM_BITS;
  return (i) => Math.sqrt(-2 * Math.log(uniform(2 * i))) * Math.cos(2 * Math.PI * uniform(2 * i + 1));
}

export function randomTensor(shape: Shape4, seed: number, spread: number): MlsTensor {
  return quantize('operand', randomValues(shape, seed, spread), shape, QUANTIZATION);
}

/** The same elements with scales over the whole range: terms may be normal, subnormal or too small for binary32. */
export function withAllScales(tensor: MlsTensor, seed: number): MlsTensor {
  return { ...tensor, scales: tensor.scales.map((_, plane) => philoxIntegers(BigInt(seed), 1, tensor.scaleFormat.codeBits)(plane)) };
}

/** The same elements with scales that lie far apart, but not so far that any term is subnormal. */
export function withWideScales(tensor: MlsTensor, seed: number): MlsTensor {
  const random = philoxIntegers(BigInt(seed), 1, RANDOM_BITS);
  return { ...tensor, scales: tensor.scales.map((_, plane) => random(plane) % WIDE_SCALES) };
}

/** Standard deviations from the mean scale to the largest one there is. */
const LARGEST_SCALE = 3;

/** Random elements, whose planes have scales as those of `randomValues`, made without any memory besides their own. @param spread as there */
export function randomCodes(shape: Shape4, seed: number, spread: number): MlsTensor {
  const { element, scaleFormat } = QUANTIZATION;
  const codes = new Uint16Array(elementCount(shape));
  const scales = new Uint16Array(shape[0] * shape[1]);
  const randomCode = philoxIntegers(BigInt(seed), 0, element.codeBits);
  for (let i = 0; i < codes.length; i++) codes[i] = randomCode(i);
  const magnitude = normals(seed, 1);
  for (let plane = 0; plane < scales.length; plane++) scales[plane] = scaleCode(spread * (LARGEST_SCALE - magnitude(plane)));
  return { element, scaleFormat, shape, codes, scales, tensorScale: 1 };
}

/** The code of the scale that is nearest to 2^-exponent, on a logarithmic axis on which 1.5 lies halfway between 1 and 2; 1 above that. */
function scaleCode(exponent: number): number {
  const halves = Math.max(0, Math.round(2 * exponent));
  // 2^-k is 2k, and 1.5 x 2^-k, half a step before it, 2k + 1.
  return halves % 2 === 0 ? halves : halves + 2;
}
