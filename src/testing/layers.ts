/** Arbitrary layers: a pass with operands that fit it, for an implementation of the whole datapath. */
import fc from 'fast-check';
import { elementCount, type Shape4 } from '../bits/shape.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { convolution, PASSES, type ConvolutionOptions, type Pair, type Pass } from '../sim/convolution.ts';
import { convolve } from '../sim/convolve.ts';
import { mlsDatapath, mlsDefaults, type MlsParameters } from '../sim/mls-datapath.ts';
import type { ConvolutionResult } from '../sim/result.ts';
import { elementCodes, elementFormats, groupScaleFormats, type FormatLimits } from './formats.ts';

/** A pass, its geometry and its operands, as `convolution` and `mlsim conv` take them. */
export interface Layer {
  readonly pass: Pass;
  readonly options: ConvolutionOptions;
  readonly x: MlsTensor;
  readonly y: MlsTensor;
}

/** What layers to make. */
export interface LayerLimits {
  /** The largest formats of elements. */
  readonly formats?: FormatLimits;
  /** The most channels in a channel group, and images. Default 3. */
  readonly channels?: number;
  /** The largest kernel and output, in rows and columns. Default 3. */
  readonly size?: number;
  /** The passes. Default all. */
  readonly passes?: readonly Pass[];
}

/** An implementation of a pass: from the operands to the binary32 pattern of each output, row-major. */
export type LayerImplementation = (layer: Layer) => ArrayLike<number> | Promise<ArrayLike<number>>;

/** An operand before its shape is known: the codes go round, so that they stay what they were when the layer shrinks. */
interface OperandPool {
  readonly element: MlsTensor['element'];
  readonly scaleFormat: MlsTensor['scaleFormat'];
  readonly codes: readonly number[];
  readonly scales: readonly number[];
}

const POOL = 24;

/** Small layers with extreme codes, shrinking to one product. */
export function layers({ formats, channels = 3, size = 3, passes = PASSES }: LayerLimits = {}): fc.Arbitrary<Layer> {
  const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
  const sizes = (max: number, min = 1): fc.Arbitrary<Pair> => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
  return fc
    .record({
      pass: fc.constantFrom(...passes),
      images: upTo(channels),
      groups: upTo(2),
      co: upTo(channels),
      ci: upTo(channels),
      kernel: sizes(size),
      output: sizes(size),
      stride: sizes(2),
      dilation: sizes(2),
      padding: sizes(1, 0),
      operands: fc.tuple(operandPools(formats), operandPools(formats)),
    })
    .map(({ operands, ...shape }) => fitted(shape, operands))
    .filter((layer) => layer !== undefined);
}

function operandPools(limits: FormatLimits | undefined): fc.Arbitrary<OperandPool> {
  return fc.tuple(elementFormats(limits), groupScaleFormats()).chain(([element, scaleFormat]) =>
    fc.record({
      element: fc.constant(element),
      scaleFormat: fc.constant(scaleFormat),
      codes: fc.array(elementCodes(element), { minLength: 1, maxLength: POOL }),
      scales: fc.array(fc.nat(Math.min(15, 2 ** scaleFormat.codeBits - 1)), { minLength: 1, maxLength: POOL }),
    }),
  );
}

interface LayerShape {
  readonly pass: Pass;
  readonly images: number;
  readonly groups: number;
  readonly co: number;
  readonly ci: number;
  readonly kernel: Pair;
  readonly output: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Pair;
}

/** The layer whose forward pass gives the output, or undefined where the padding alone is larger than its input. */
function fitted({ pass, images, groups, co, ci, kernel, output, stride, dilation, padding }: LayerShape, [xPool, yPool]: readonly [OperandPool, OperandPool]): Layer | undefined {
  const side = (d: 0 | 1): number => (output[d] - 1) * stride[d] + dilation[d] * (kernel[d] - 1) + 1 - 2 * padding[d];
  const input: Pair = [side(0), side(1)];
  if (input[0] < 1 || input[1] < 1) return undefined;
  const w: Shape4 = [co * groups, ci, ...kernel];
  const a: Shape4 = [images, ci * groups, ...input];
  const e: Shape4 = [images, co * groups, ...output];
  const [xShape, yShape] = { forward: [w, a], 'input-grad': [w, e], 'weight-grad': [e, a] }[pass];
  const options: ConvolutionOptions = {
    stride,
    padding,
    dilation,
    groups,
    ...(pass === 'input-grad' ? { inputSize: input } : {}),
    ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}),
  };
  return { pass, options, x: filled(xPool, xShape), y: filled(yPool, yShape) };
}

function filled({ element, scaleFormat, codes, scales }: OperandPool, shape: Shape4): MlsTensor {
  return {
    element,
    scaleFormat,
    shape,
    codes: Uint16Array.from({ length: elementCount(shape) }, (_, i) => codes[i % codes.length]),
    scales: Uint16Array.from({ length: shape[0] * shape[1] }, (_, i) => scales[i % scales.length]),
    tensorScale: 1,
  };
}

/** The unit's parameters besides the formats. */
export type UnitParameters = Partial<Omit<MlsParameters, 'x' | 'y'>>;

/** What the simulator gives for a layer. @throws InputError for a parameter out of range */
export function simulated({ pass, options, x, y }: Layer, parameters: UnitParameters = {}): ConvolutionResult {
  return convolve(convolution(pass, x.shape, y.shape, options), mlsDatapath({ ...mlsDefaults(x, y), ...parameters }), x, y);
}

/** Every output has the bits of the simulator; any NaN will do for a NaN. */
export function matchesSimulator(parameters: UnitParameters, implementation: LayerImplementation, limits: LayerLimits = {}): fc.IAsyncProperty<[Layer]> {
  return fc.asyncProperty(layers(limits), async (layer) => {
    const { bits } = simulated(layer, parameters);
    const found = await implementation(layer);
    if (found.length !== bits.length) throw new Error(`outputs: expected ${bits.length}, found ${found.length}`);
    bits.forEach((expected, i) => {
      if (expected !== found[i] && !(isNaNPattern(expected) && isNaNPattern(found[i]))) {
        throw new Error(`output ${i}: expected ${expected.toString(16).padStart(8, '0')}, found ${found[i].toString(16).padStart(8, '0')}`);
      }
    });
  });
}

function isNaNPattern(bits: number): boolean {
  return (bits & 0x7fff_ffff) > 0x7f80_0000;
}
