/** The parameters of a processing element, as the vectors, the model and the RTL take them. */
import type { ElementFormat } from '../../formats/element.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import { DEFAULT_ARRAY, requireArrayParameters, type ArrayParameters } from '../../sim/cycle/parameters.ts';
import { latency } from '../../sim/cycle/timing.ts';
import { mlsDatapath, type MlsParameters } from '../../sim/mls-datapath.ts';
import { accumulatorFormat, type AccumulatorOverflow } from '../../units/local-accumulator.ts';
import { RandomStream } from './random-stream.ts';

export interface PeParameters {
  /** The formats of operand x, then those of y. */
  readonly element: ElementFormat;
  readonly elementY: ElementFormat;
  readonly scale: GroupScaleFormat;
  readonly scaleY: GroupScaleFormat;
  /** A, 4..64 bits. */
  readonly accWidth: number;
  readonly accOverflow: AccumulatorOverflow;
  /** T, a power of two in 1..1024. */
  readonly treeWidth: number;
  /** Lf and Lm, 1..64 cycles. */
  readonly fpAddLatency: number;
  readonly fpMulLatency: number;
  /** Running-sum registers, 1..1024: how many outputs can take turns. */
  readonly contexts: number;
  /** Whether stage Z is there. */
  readonly tensorScale: boolean;
  readonly flushToZero: boolean;
}

/** The parameters, checked. @throws InputError, TypeError */
export function requirePeParameters(parameters: PeParameters): PeParameters {
  requireArrayParameters(arrayOf(parameters));
  accumulatorFormat(parameters.accWidth, parameters.accOverflow);
  return parameters;
}

/** An array of this one element. */
export function arrayOf({ treeWidth, fpAddLatency, fpMulLatency, contexts, tensorScale }: PeParameters): ArrayParameters {
  return { ...DEFAULT_ARRAY, rows: 1, cols: 1, treeWidth, fpAddLatency, fpMulLatency, interleave: contexts, tensorScale };
}

/** The element's datapath. */
export function datapathOf(parameters: PeParameters): ReturnType<typeof mlsDatapath> {
  return mlsDatapath(mlsParametersOf(parameters));
}

function mlsParametersOf(p: PeParameters): MlsParameters {
  return {
    x: { element: p.element, scaleFormat: p.scale },
    y: { element: p.elementY, scaleFormat: p.scaleY },
    accumulatorWidth: p.accWidth,
    accumulatorOverflow: p.accOverflow,
    treeWidth: p.treeWidth,
    subnormals: { flushToZero: p.flushToZero },
    tensorScale: p.tensorScale,
  };
}

/** Cycles from the issue of an output's last pair until the output is visible. */
export function latencyOf(parameters: PeParameters): number {
  return latency(arrayOf(parameters));
}

/** Width of a context number; one bit where there is only one. */
export function contextBits({ contexts }: PeParameters): number {
  return Math.max(1, Math.ceil(Math.log2(contexts)));
}

/** The parameters of module `pe`. */
export function rtlParameters(p: PeParameters): Record<string, number> {
  return {
    E_X: p.element.E,
    M_X: p.element.M,
    E_Y: p.elementY.E,
    M_Y: p.elementY.M,
    EG_X: p.scale.Eg,
    MG_X: p.scale.Mg,
    EG_Y: p.scaleY.Eg,
    MG_Y: p.scaleY.Mg,
    ACC_WIDTH: p.accWidth,
    ACC_SATURATE: p.accOverflow === 'saturate' ? 1 : 0,
    TREE_WIDTH: p.treeWidth,
    FP_ADD_LATENCY: p.fpAddLatency,
    FP_MUL_LATENCY: p.fpMulLatency,
    CONTEXTS: p.contexts,
    TENSOR_SCALE: p.tensorScale ? 1 : 0,
    FLUSH_TO_ZERO: p.flushToZero ? 1 : 0,
  };
}

/** The stream that S_z is drawn from; segments have the lower ones. */
const OUTPUT_SCALE_STREAM = 0xffff_ffff;

/** S_z of a set: a binary32 pattern in [1/4, 4) whose mantissa is long, so that nearly every product with it is inexact. */
export function outputScaleOf(seed: bigint): number {
  const random = new RandomStream(seed, OUTPUT_SCALE_STREAM);
  const exponent = random.between(125, 128);
  // The bit below the hidden one and the last one are set.
  const fraction = random.bits(23) | 0x40_0001;
  return exponent * 2 ** 23 + fraction;
}
