/** Random formats, tensors and convolutions, biased to the places where arithmetic goes wrong. */
import fc from 'fast-check';
import type { Shape4 } from '../../src/bits/shape.ts';
import { elementFormat, type ElementFormat } from '../../src/formats/element.ts';
import { MANTISSA_OVERFLOWS, ROUNDINGS, type ElementRounding } from '../../src/formats/element-quantizer.ts';
import { groupScaleFormat, type GroupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { GROUPINGS, type QuantizeOptions } from '../../src/formats/quantize.ts';
import type { ConvolutionOptions, Pair, Pass } from '../../src/sim/convolution.ts';

export const elementFormats: fc.Arbitrary<ElementFormat> = fc
  .tuple(fc.nat(5), fc.nat(10))
  .filter(([E, M]) => E + M >= 1)
  .map(([E, M]) => elementFormat(E, M));

export const smallElementFormats: fc.Arbitrary<ElementFormat> = fc
  .tuple(fc.nat(3), fc.nat(4))
  .filter(([E, M]) => E + M >= 1)
  .map(([E, M]) => elementFormat(E, M));

export const scaleFormats: fc.Arbitrary<GroupScaleFormat> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.nat(1))
  .map(([Eg, Mg]) => groupScaleFormat(Eg, Mg));

/** Finite binary32 numbers by bit pattern, and the shapes that real tensors take. */
export const finiteNumbers: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.float({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 3, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, -1, 0.5, 0.75, 1.5, 2 ** -149, -(2 ** -149), 2 ** -126, 3 * 2 ** -140, 2 ** 127) },
  { weight: 2, arbitrary: fc.integer({ min: -255, max: 255 }).map((n) => n / 256) },
);

/** Values of one tensor: all of a kind, so that groups of tiny, subnormal, sparse and zero values occur. */
export function tensorValues(length: number): fc.Arbitrary<Float32Array> {
  const values = (one: fc.Arbitrary<number>): fc.Arbitrary<Float32Array> =>
    fc.array(one, { minLength: length, maxLength: length }).map((list) => Float32Array.from(list));
  const similar = fc.double({ min: -1, max: 1, noNaN: true });
  return fc.oneof(
    { weight: 4, arbitrary: values(finiteNumbers) },
    { weight: 4, arbitrary: values(similar) },
    { weight: 2, arbitrary: fc.tuple(values(similar), fc.integer({ min: -149, max: 120 })).map(([v, e]) => v.map((x) => x * 2 ** e)) },
    { weight: 2, arbitrary: values(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, -0) }, { weight: 1, arbitrary: finiteNumbers })) },
    { weight: 1, arbitrary: fc.constant(new Float32Array(length)) },
  );
}

export const roundings: fc.Arbitrary<ElementRounding> = fc.record({
  rounding: fc.constantFrom(...ROUNDINGS),
  mantissaOverflow: fc.constantFrom(...MANTISSA_OVERFLOWS),
  randomBits: fc.integer({ min: 1, max: 24 }),
});

export const quantizeOptions: fc.Arbitrary<QuantizeOptions> = fc
  .tuple(elementFormats, scaleFormats, fc.constantFrom(...GROUPINGS), roundings, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.nat(1))
  .map(([element, scaleFormat, grouping, rounding, seed, stream]) => ({
    element,
    scaleFormat,
    grouping,
    ...rounding,
    random: { seed, stream },
  }));

export const smallShapes: fc.Arbitrary<Shape4> = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 4 }),
);

/** A quantized tensor with random codes and scales: every code, not just those that quantization makes. */
export function codedTensors(shape: Shape4, elements = elementFormats): fc.Arbitrary<MlsTensor> {
  const [d0, d1, d2, d3] = shape;
  return fc.tuple(elements, scaleFormats).chain(([element, scaleFormat]) => {
    const top = 2 ** element.codeBits - 1;
    const code = fc.oneof(
      { weight: 4, arbitrary: fc.nat(top) },
      { weight: 2, arbitrary: fc.constantFrom(0, element.maxMagnitudeCode, element.maxMagnitudeCode + 1, top) },
    );
    const scale = fc.oneof(fc.nat(2 ** scaleFormat.codeBits - 1), fc.nat(Math.min(11, 2 ** scaleFormat.codeBits - 1)));
    const tensorScale = fc.oneof(
      fc.float({ min: Math.fround(2 ** -10), max: Math.fround(2 ** 10), noNaN: true }),
      fc.float({ min: Math.fround(2 ** -149), max: Math.fround(2 ** 127), noNaN: true }),
    );
    return fc.record({
      element: fc.constant(element),
      scaleFormat: fc.constant(scaleFormat),
      shape: fc.constant(shape),
      codes: fc.array(code, { minLength: d0 * d1 * d2 * d3, maxLength: d0 * d1 * d2 * d3 }).map((list) => Uint16Array.from(list)),
      scales: fc.array(scale, { minLength: d0 * d1, maxLength: d0 * d1 }).map((list) => Uint16Array.from(list)),
      tensorScale,
    });
  });
}

/** A pass with operands that fit it. */
export interface ConvolutionCase {
  readonly pass: Pass;
  readonly options: ConvolutionOptions;
  readonly x: MlsTensor;
  readonly y: MlsTensor;
}

const sizes = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });
const pairs = (max: number, min = 1): fc.Arbitrary<Pair> => fc.tuple(sizes(max, min), sizes(max, min));

/** The shapes of a forward convolution, from which each pass takes its two operands. */
export function convolutionCases(elements = elementFormats): fc.Arbitrary<ConvolutionCase> {
  return fc
    .record({
      pass: fc.constantFrom<Pass>('forward', 'input-grad', 'weight-grad'),
      n: sizes(3),
      groups: sizes(2),
      coPerGroup: sizes(3),
      ciPerGroup: sizes(3),
      kernel: pairs(3),
      stride: pairs(3),
      padding: pairs(2, 0),
      dilation: pairs(2),
      output: pairs(3),
      // Input rows and columns beyond the last tap of the last output.
      slack: pairs(1, 0),
    })
    .map((shape) => {
      const input = [0, 1].map((d) => {
        const reach = (shape.output[d] - 1) * shape.stride[d] + shape.dilation[d] * (shape.kernel[d] - 1) + 1 - 2 * shape.padding[d];
        return reach + Math.min(shape.slack[d], shape.stride[d] - 1);
      });
      return { ...shape, input: [input[0], input[1]] as const };
    })
    .filter(({ input }) => input[0] >= 1 && input[1] >= 1)
    .chain(({ pass, n, groups, coPerGroup, ciPerGroup, kernel, stride, padding, dilation, output, input }) => {
      const w: Shape4 = [coPerGroup * groups, ciPerGroup, ...kernel];
      const a: Shape4 = [n, ciPerGroup * groups, ...input];
      const e: Shape4 = [n, coPerGroup * groups, ...output];
      const [xShape, yShape] = { forward: [w, a], 'input-grad': [w, e], 'weight-grad': [e, a] }[pass];
      const options: ConvolutionOptions = {
        stride,
        padding,
        dilation,
        groups,
        ...(pass === 'input-grad' ? { inputSize: input } : {}),
        ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}),
      };
      return fc.record({
        pass: fc.constant(pass),
        options: fc.constant(options),
        x: codedTensors(xShape, elements),
        y: codedTensors(yShape, elements),
      });
    });
}

export const treeWidths: fc.Arbitrary<number> = fc.nat(10).map((log2) => 2 ** log2);

/** The parameters of a datapath besides its formats. */
export const unitParameters = fc.record({
  accumulatorWidth: fc.oneof(fc.integer({ min: 4, max: 64 }), fc.integer({ min: 4, max: 16 }), fc.constant(32)),
  accumulatorOverflow: fc.constantFrom('wrap' as const, 'saturate' as const),
  treeWidth: fc.oneof(treeWidths, fc.constantFrom(1, 2, 4)),
  subnormals: fc.boolean().map((flushToZero) => ({ flushToZero })),
  tensorScale: fc.boolean(),
});
