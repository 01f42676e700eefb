/** The MLS datapath (paper Fig. 1b, Eq. 6-8), put together from the units. */
import type { SubnormalPolicy } from '../bits/binary32.ts';
import { elementInteger, MAX_EXPONENT_BITS, MAX_MANTISSA_BITS, type ElementFormat } from '../formats/element.ts';
import { MAX_SCALE_EXPONENT_BITS, scaleValue, type GroupScaleFormat } from '../formats/group-scale.ts';
import { adderTree, MAX_TREE_WIDTH, requireTreeWidth } from '../units/adder-tree.ts';
import { scaleGroup } from '../units/group-scaler.ts';
import { intToFp32 } from '../units/int-to-fp32.ts';
import {
  accumulate,
  ACCUMULATOR_OVERFLOWS,
  accumulatorFormat,
  EMPTY_ACCUMULATOR,
  MAX_ACCUMULATOR_WIDTH,
  MIN_ACCUMULATOR_WIDTH,
  type AccumulatorOverflow,
} from '../units/local-accumulator.ts';
import { multiply } from '../units/multiplier.ts';
import { applyTensorScale, outputScale } from '../units/tensor-scale.ts';
import type { Datapath, DatapathDescription, IntegerForm } from './datapath.ts';

export const mlsDescription: DatapathDescription = {
  name: 'mls',
  title: 'multi-level scaling: integer products and sums in a group, shift-add group scales, a binary32 adder tree',
  source: 'Zhong, Ning et al., "Exploring the Potential of Low-bit Training of Convolutional Neural Networks", Fig. 1(b), Eq. 6-8',
  operand: {
    element: 'float <E,M> with subnormals, without infinity or NaN',
    exponentBits: { low: 0, high: MAX_EXPONENT_BITS, default: 2 },
    mantissaBits: { low: 0, high: MAX_MANTISSA_BITS, default: 4 },
  },
  product: 'exact signed integer',
  localAccumulation: {
    kind: "two's complement integer",
    width: { low: MIN_ACCUMULATOR_WIDTH, high: MAX_ACCUMULATOR_WIDTH, default: 32 },
    overflow: ACCUMULATOR_OVERFLOWS,
  },
  groupScale: {
    kind: 'shift-add of {1, 1.5} x 2^-k, then one rounding to binary32',
    exponentBits: { low: 1, high: MAX_SCALE_EXPONENT_BITS, default: 8 },
    mantissaBits: { low: 0, high: 1, default: 1 },
  },
  tree: { format: 'binary32', width: { low: 1, high: MAX_TREE_WIDTH, default: 16 } },
  tensorScale: 'one binary32 multiplication for an output (optional)',
};

/** The number formats of one operand. */
export interface MlsOperandFormat {
  readonly element: ElementFormat;
  readonly scaleFormat: GroupScaleFormat;
}

/** The parameters of an MLS unit. */
export interface MlsParameters {
  readonly x: MlsOperandFormat;
  readonly y: MlsOperandFormat;
  /** A, 4..64 bits. */
  readonly accumulatorWidth: number;
  readonly accumulatorOverflow: AccumulatorOverflow;
  /** T, a power of two in 1..1024. */
  readonly treeWidth: number;
  readonly subnormals: SubnormalPolicy;
  /** Whether the output is multiplied by S_z. */
  readonly tensorScale: boolean;
}

/** The defaults of an MLS unit for two operands. */
export function mlsDefaults(x: MlsOperandFormat, y: MlsOperandFormat): MlsParameters {
  return {
    x,
    y,
    accumulatorWidth: mlsDescription.localAccumulation.width.default,
    accumulatorOverflow: 'wrap',
    treeWidth: mlsDescription.tree.width.default,
    subnormals: { flushToZero: false },
    tensorScale: true,
  };
}

/** The MLS datapath of given parameters. @throws InputError, TypeError for a parameter out of range */
export function mlsDatapath(parameters: MlsParameters): Datapath<bigint, bigint> {
  const { x, y, subnormals, tensorScale } = parameters;
  const accumulator = accumulatorFormat(parameters.accumulatorWidth, parameters.accumulatorOverflow);
  const treeWidth = requireTreeWidth(parameters.treeWidth);
  const elementLsb = x.element.lsb + y.element.lsb;
  return {
    name: mlsDescription.name,
    multiply: (xCode, yCode) => multiply(x.element, xCode, y.element, yCode),
    accumulate: (old, product, first) => accumulate(accumulator, old, product, first),
    empty: EMPTY_ACCUMULATOR,
    scaleGroup: (sum, xScale, yScale) => {
      const scaled = scaleGroup(sum, elementLsb, { format: x.scaleFormat, code: xScale }, { format: y.scaleFormat, code: yScale });
      return intToFp32(scaled.q, scaled.lsb, subnormals).bits;
    },
    addTerms: (terms) => adderTree(terms, treeWidth, subnormals),
    finish: (sum, xScale, yScale) => (tensorScale ? applyTensorScale(sum, outputScale(xScale, yScale, subnormals), subnormals) : sum),
    tensorScaleMultiplications: tensorScale ? 1 : 0,
    integerForm: integerForm(parameters),
  };
}

function integerForm({ x, y, accumulatorWidth, accumulatorOverflow, treeWidth, subnormals }: MlsParameters): IntegerForm {
  const elementLsb = x.element.lsb + y.element.lsb;
  return {
    xIntegers: integersOf(x.element),
    yIntegers: integersOf(y.element),
    accumulator: { width: accumulatorWidth, overflow: accumulatorOverflow },
    // {1, 1.5, 2.25} x 2^-k: an exact double, and so is its product with a sum of at most 49 bits.
    factor: (xScale, yScale) => scaleValue(x.scaleFormat, xScale) * scaleValue(y.scaleFormat, yScale) * 2 ** elementLsb,
    factorBits: 4,
    treeWidth,
    subnormals,
  };
}

function integersOf(format: ElementFormat): Float64Array {
  return Float64Array.from({ length: 2 ** format.codeBits }, (_, code) => elementInteger(format, code));
}
