/** A convolution pass with its operands as the golden model reads it: a header of 32-bit words, then codes and scales. */
import { writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { PASSES, type Convolution, type ConvolutionOptions } from '../../src/sim/convolution.ts';

const ACCUMULATOR_LIMIT = 2 ** 31;

/** @throws Error for operands that the golden model is not made for */
export function writeCaseFile(path: string, conv: Convolution, options: ConvolutionOptions, x: MlsTensor, y: MlsTensor): void {
  requireFit(conv, x, y);
  const integers = [
    PASSES.indexOf(conv.pass),
    ...[x.shape, y.shape, conv.outputShape].flat(),
    ...[options.stride, options.padding, options.dilation].flat(),
    options.groups,
    ...[x, y].flatMap(({ element }) => [element.E, element.M]),
  ];
  const words = [Int32Array.from(integers), Float32Array.of(x.tensorScale, y.tensorScale), x.codes, x.scales, y.codes, y.scales];
  writeFileSync(path, Buffer.concat(words.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))));
}

/** The golden model has neither overflow nor other scale formats, so that its loops stay plain. */
function requireFit({ groupSize }: Convolution, x: MlsTensor, y: MlsTensor): void {
  if (endianness() !== 'LE') throw new Error('the golden model reads little-endian files only');
  const largest = groupSize * x.element.maxMagnitude * y.element.maxMagnitude;
  if (largest >= ACCUMULATOR_LIMIT) throw new Error(`the golden model needs sums that fit its 32-bit accumulator, and here they reach ${largest}`);
  if ([x, y].some(({ scaleFormat: { Eg, Mg } }) => Eg !== 8 || Mg !== 1)) throw new Error('the golden model has group scales <8,1> only');
}
