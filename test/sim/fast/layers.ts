/** Layers large enough for several tiles, blocks and chunks, with contents from a seed: what the arbitraries of small convolutions don't reach. */
import fc from 'fast-check';
import { philoxIntegers } from '../../../src/bits/philox.ts';
import { elementCount, type Shape4 } from '../../../src/bits/shape.ts';
import { elementFormat, type ElementFormat } from '../../../src/formats/element.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import { convolution, type Convolution, type Pair, type Pass } from '../../../src/sim/convolution.ts';
import { mlsDatapath, type MlsParameters } from '../../../src/sim/mls-datapath.ts';

/** Codes that both operands repeat, so that sums come up to the product of their norms: one of the largest magnitude in a corner or the middle and others small, or all but one. */
interface Pattern {
  readonly seed: number;
  readonly most: boolean;
  readonly backwards: boolean;
}

/** What a tensor is filled with. */
export interface Contents {
  readonly element: ElementFormat;
  /** Codes of the largest magnitude, three of four positive, but for one in eight that is any: large sums with odd ends. */
  readonly extreme: boolean;
  /** Present where all planes are 3x3 codes over and over. */
  readonly pattern?: Pattern | undefined;
  /** Every second plane is zeros with the smallest scale, as quantization gives it. */
  readonly zeroPlanes: boolean;
  /** Exponents of group scales lie in [scaleBase, scaleBase + scaleSpread]. */
  readonly scaleBase: number;
  readonly scaleSpread: number;
  readonly Mg: 0 | 1;
  readonly tensorScale: number;
}

export function filledTensor(shape: Shape4, { element, extreme, pattern, zeroPlanes, scaleBase, scaleSpread, Mg, tensorScale }: Contents, seed: number): MlsTensor {
  const random = philoxIntegers(BigInt(seed), 0, 24);
  const scaleFormat = groupScaleFormat(8, Mg);
  const planeSize = shape[2] * shape[3];
  const isZero = (plane: number): boolean => zeroPlanes && plane % 2 === 1;
  const codeAt = (i: number): number => {
    const bits = random(i);
    if (pattern !== undefined) {
      const own = patternCode(element, pattern, 3 * ((Math.floor(i / shape[3]) % shape[2]) % 3) + ((i % shape[3]) % 3));
      return bits >> 21 === 0 ? own ^ 1 : own;
    }
    const any = bits % 2 ** element.codeBits;
    if (!extreme || bits >> 21 === 0) return any;
    return (bits >> 19) % 4 === 0 ? any | element.maxMagnitudeCode : element.maxMagnitudeCode;
  };
  return {
    element,
    scaleFormat,
    shape,
    codes: Uint16Array.from({ length: elementCount(shape) }, (_, i) => (isZero(Math.floor(i / planeSize)) ? 0 : codeAt(i))),
    scales: Uint16Array.from({ length: shape[0] * shape[1] }, (_, plane) => {
      const any = random(2 ** 32 + plane);
      return isZero(plane) ? scaleFormat.maxExp << Mg : ((scaleBase + (any % (scaleSpread + 1))) << Mg) | ((any >> 12) & Mg);
    }),
    tensorScale,
  };
}

function patternCode({ codeBits, maxMagnitudeCode }: ElementFormat, { seed, most, backwards }: Pattern, tap: number): number {
  const random = philoxIntegers(BigInt(seed), 1, 24);
  const at = backwards ? 8 - tap : tap;
  const isLone = at === 4 * (random(9) % 3);
  const sign = random(at) % 2 === 0 ? 0 : 2 ** (codeBits - 1);
  return sign | (isLone === most ? Math.min(random(at) >> 21, maxMagnitudeCode) : maxMagnitudeCode);
}

/** A pass with its operands, ready to run. */
export interface LayerCase {
  readonly conv: Convolution;
  readonly x: MlsTensor;
  readonly y: MlsTensor;
  readonly parameters: MlsParameters;
}

const shortIntegers: fc.Arbitrary<ElementFormat> = fc
  .tuple(fc.nat(4), fc.nat(10))
  .filter(([E, M]) => E + M >= 1 && M + 2 ** E - 1 <= 15)
  .map(([E, M]) => elementFormat(E, M));

/** Formats whose integers have 13 to 15 bits. */
const longIntegers = fc.constantFrom(elementFormat(3, 8), elementFormat(4, 0), elementFormat(2, 10));

function contentsOf(
  element: fc.Arbitrary<ElementFormat>, scaleSpread: fc.Arbitrary<number>, scaleBase: fc.Arbitrary<number> = fc.constant(0), pattern?: Pattern,
): fc.Arbitrary<Contents> {
  return fc.record({
    element,
    extreme: fc.boolean(),
    pattern: fc.constant(pattern),
    zeroPlanes: fc.boolean(),
    scaleBase,
    scaleSpread,
    Mg: fc.constantFrom(0 as const, 1 as const),
    tensorScale: fc.constantFrom(1, Math.fround(0.3), Math.fround(1e-20), Math.fround(1e20), 2 ** -140),
  });
}

const anyContents = contentsOf(
  fc.oneof({ weight: 2, arbitrary: fc.constant(elementFormat(2, 4)) }, { weight: 3, arbitrary: shortIntegers }),
  fc.constantFrom(0, 3, 12, 12, 80, 255),
);

const pair = (one: fc.Arbitrary<number>): fc.Arbitrary<Pair> => fc.tuple(one, one);

/** The sizes of a layer, channels by channel group. */
interface LayerShape {
  readonly pass: Pass;
  readonly n: number;
  readonly groups: number;
  readonly co: number;
  readonly ci: number;
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly input: Pair;
  readonly output: Pair;
}

const shapes: fc.Arbitrary<LayerShape> = fc
  .record({
    pass: fc.constantFrom<Pass>('forward', 'input-grad', 'weight-grad'),
    n: fc.integer({ min: 1, max: 3 }),
    groups: fc.constantFrom(1, 1, 2, 3),
    co: fc.constantFrom(1, 2, 4, 5, 8, 9),
    ci: fc.constantFrom(1, 2, 3, 12, 16, 17, 31, 40),
    kernel: fc.oneof({ weight: 1, arbitrary: fc.constant<Pair>([1, 1]) }, { weight: 3, arbitrary: pair(fc.integer({ min: 1, max: 5 })) }),
    stride: pair(fc.constantFrom(1, 1, 2, 3)),
    padding: pair(fc.integer({ min: 0, max: 3 })),
    dilation: pair(fc.constantFrom(1, 1, 2)),
    output: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 })),
  })
  .map((shape) => {
    const size = (d: 0 | 1): number => (shape.output[d] - 1) * shape.stride[d] + shape.dilation[d] * (shape.kernel[d] - 1) + 1 - 2 * shape.padding[d];
    return { ...shape, input: [size(0), size(1)] as const };
  })
  .filter(({ input }) => input[0] >= 1 && input[1] >= 1);

const anyParameters = {
  accumulatorWidth: fc.oneof({ weight: 3, arbitrary: fc.constant(32) }, { weight: 2, arbitrary: fc.integer({ min: 4, max: 32 }) }, { weight: 1, arbitrary: fc.constant(40) }),
  accumulatorOverflow: fc.constantFrom('wrap' as const, 'saturate' as const),
  treeWidth: fc.constantFrom(16, 16, 16, 1, 2, 4, 8, 32, 128),
  flushToZero: fc.boolean(),
  tensorScale: fc.boolean(),
};

function casesOf(contents: fc.Arbitrary<Contents>, parameters: typeof anyParameters, shape = shapes): fc.Arbitrary<LayerCase> {
  return fc.record({ shape, x: contents, y: contents, seed: fc.nat(2 ** 31), ...parameters }).map(({ shape: s, x: xContents, y: yContents, seed, flushToZero, ...rest }) => {
    const { pass, n, groups, co, ci, kernel, input, output, stride, padding, dilation } = s;
    const w: Shape4 = [co * groups, ci, ...kernel];
    const a: Shape4 = [n, ci * groups, ...input];
    const e: Shape4 = [n, co * groups, ...output];
    const [xShape, yShape] = { forward: [w, a], 'input-grad': [w, e], 'weight-grad': [e, a] }[pass];
    const x = filledTensor(xShape, xContents, seed);
    const y = filledTensor(yShape, pass === 'input-grad' && yContents.pattern ? { ...yContents, pattern: { ...yContents.pattern, backwards: true } } : yContents, seed + 1);
    const conv = convolution(pass, xShape, yShape, {
      stride,
      padding,
      dilation,
      groups,
      ...(pass === 'input-grad' ? { inputSize: input } : {}),
      ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}),
    });
    return { conv, x, y, parameters: { x, y, ...rest, subnormals: { flushToZero } } };
  });
}

/** Terms below 2^-126 in chunks of 16, rounded as subnormal numbers. */
const subnormalTerms = casesOf(
  contentsOf(fc.constant(elementFormat(2, 4)), fc.constantFrom(2, 6), fc.constantFrom(58, 64, 70)),
  { ...anyParameters, accumulatorWidth: fc.constant(32), treeWidth: fc.constant(16), flushToZero: fc.constant(false) },
  shapes.map((shape): LayerShape => ({ ...shape, pass: 'forward', co: Math.max(shape.co, 2), ci: Math.max(shape.ci, 16) })),
);

/** Chunks of 16 that neighbouring groups of near scales are folded in: 3x3 kernels forwards and backwards, and others, on planes of several panels. */
const nearScales = (windows: fc.Arbitrary<boolean>): fc.Arbitrary<LayerShape> => fc
  .tuple(fc.boolean(), fc.constantFrom(12, 15, 16, 31, 33, 48), fc.constantFrom(2, 4, 5, 9), shapes, windows, fc.tuple(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 1, max: 20 })))
  .map(([forward, inner, outer, shape, window, output]): LayerShape => {
    const [co, ci] = forward ? [outer, inner] : [inner, outer];
    const channels = { ...shape, pass: forward ? ('forward' as const) : ('input-grad' as const), co, ci, groups: Math.min(shape.groups, 2) };
    if (!window) return channels;
    // Padding of 0 to 2.
    const padding: Pair = [Math.min(shape.padding[0], 2), Math.min(shape.padding[1], 2)];
    const input: Pair = [Math.max(output[0] + 2 - 2 * padding[0], 1), Math.max(output[1] + 2 - 2 * padding[1], 1)];
    return { ...channels, kernel: [3, 3], stride: [1, 1], dilation: [1, 1], padding, input, output: [input[0] - 2 + 2 * padding[0], input[1] - 2 + 2 * padding[1]] };
  })
  .filter(({ output }) => output[0] >= 1 && output[1] >= 1);
const foldedElement = fc.oneof({ weight: 3, arbitrary: fc.constant(elementFormat(2, 4)) }, { weight: 1, arbitrary: shortIntegers });
const foldedParameters = { ...anyParameters, accumulatorWidth: fc.constant(32), treeWidth: fc.constant(16) };
/** Many of them by Winograd's way. */
export const foldedLayers = casesOf(contentsOf(foldedElement, fc.constantFrom(0, 2, 2, 3, 3, 4, 6, 8), fc.constantFrom(0, 0, 56)), foldedParameters, nearScales(fc.boolean()));

/** The same where sums of four groups are of about 24 bits, and come up to what norms allow. */
const patternLayers = fc.record({ seed: fc.nat(999), most: fc.boolean(), backwards: fc.constant(false) }).chain((pattern) => casesOf(contentsOf(foldedElement, fc.constantFrom(3, 4, 5), fc.constant(0), pattern), foldedParameters, nearScales(fc.constant(true))));

/** Lines of seven taps, of outputs two apart in a row, on few channels. */
const lineShapes = fc
  .tuple(shapes, fc.constantFrom(2, 4, 5, 9), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 8 }), fc.constantFrom(1, 2, 3), fc.tuple(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 1, max: 11 })))
  .map(([shape, co, ci, lines, stride, [rows, half]]): LayerShape => {
    const output: Pair = [rows, 2 * half];
    const padding: Pair = [Math.min(shape.padding[0], lines - 1), shape.padding[1]];
    const input: Pair = [(rows - 1) * stride + lines - 2 * padding[0], (output[1] - 1) * 2 + 7 - 2 * padding[1]];
    return { ...shape, pass: 'forward', co, ci, groups: Math.min(shape.groups, 2), kernel: [lines, 7], stride: [stride, 2], dilation: [1, 1], padding, input, output };
  })
  .filter(({ input }) => input[0] >= 1 && input[1] >= 1);
const lineLayers = casesOf(
  contentsOf(fc.oneof({ weight: 3, arbitrary: fc.constant(elementFormat(2, 4)) }, { weight: 2, arbitrary: shortIntegers }), fc.constantFrom(0, 3, 12)),
  { ...anyParameters, accumulatorWidth: fc.constant(32), treeWidth: fc.constant(16) },
  lineShapes,
);

/** Sums of more than 24 bits, and beyond 32. */
const longSums = casesOf(contentsOf(longIntegers, fc.constantFrom(3, 120)), { ...anyParameters, accumulatorWidth: fc.constant(32) });

export const layerCases: fc.Arbitrary<LayerCase> = fc.oneof(
  { weight: 8, arbitrary: casesOf(anyContents, anyParameters) },
  { weight: 1, arbitrary: subnormalTerms },
  { weight: 2, arbitrary: longSums },
  { weight: 6, arbitrary: foldedLayers },
  { weight: 2, arbitrary: patternLayers },
  { weight: 2, arbitrary: lineLayers },
);

export function datapathOf({ parameters }: LayerCase): ReturnType<typeof mlsDatapath> {
  return mlsDatapath(parameters);
}
