/** The operands of an element on typed arrays: where each lane of a chunk reads its pairs. */
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { largestMagnitude, planKernel } from '../functional-engine.ts';
import { addressing, paddedPlaneElements, sourcePlanes } from '../functional-planes.ts';
import type { Operand } from '../operand.ts';

/** What all elements of an array share: decoded operands and tables. */
export interface SharedOperands {
  readonly conv: Convolution;
  readonly form: IntegerForm;
  readonly x: Operand;
  readonly y: Operand;
  readonly xIntegers: Int32Array;
  readonly yIntegers: Int32Array;
  readonly planeElements: number;
  /** Neighbouring groups lie so many planes apart, the same for all outputs. */
  readonly xPlaneStep: number;
  readonly yPlaneStep: number;
  readonly outputBases: Int32Array;
  readonly tapOffsets: Int32Array;
  /** The group scaler by pair of scale codes, found when first needed: multiplier 0 stands for not yet known. */
  readonly multipliers: Uint8Array;
  readonly lsbs: Int32Array;
  readonly yScaleBits: number;
  /** Whether no sum of these operands can leave the accumulator. */
  readonly neverOverflows: boolean;
}

/** Decodes the operands. Needs integers of at most 32 bits. */
export function shareOperands(conv: Convolution, form: IntegerForm, x: Operand, y: Operand, xScaleBits: number, yScaleBits: number): SharedOperands {
  const { rows, columns } = conv;
  const planes = sourcePlanes(rows, columns, y.shape, (position) => form.yIntegers[y.codes[position]]);
  return {
    conv,
    form,
    x,
    y,
    xIntegers: Int32Array.from(x.codes, (code) => form.xIntegers[code]),
    yIntegers: Int32Array.from(planes),
    planeElements: paddedPlaneElements(rows, columns),
    xPlaneStep: conv.xPlane(0, 0, 1) - conv.xPlane(0, 0, 0),
    yPlaneStep: conv.yPlane(0, 0, 1) - conv.yPlane(0, 0, 0),
    ...addressing(rows, columns),
    multipliers: new Uint8Array(2 ** (xScaleBits + yScaleBits)),
    lsbs: new Int32Array(2 ** (xScaleBits + yScaleBits)),
    yScaleBits,
    neverOverflows: planKernel(form, conv.groupSize, largestMagnitude(x.codes, form.xIntegers), largestMagnitude(y.codes, form.yIntegers)) === 'exact',
  };
}

/** The lanes of one element's current chunk: pair k of a lane is xIntegers[xBases + k] and yIntegers[yBases + tapOffsets[k]]. */
export class FastOperands {
  readonly xIntegers: Int32Array;
  readonly yIntegers: Int32Array;
  readonly tapOffsets: Int32Array;
  readonly multipliers: Uint8Array;
  readonly lsbs: Int32Array;
  readonly neverOverflows: boolean;
  readonly xBases: Int32Array;
  readonly yBases: Int32Array;
  readonly xScales: Uint32Array;
  readonly yScales: Uint32Array;
  /** Lanes of the chunk that have a group. */
  lanesOfChunk = 0;
  private readonly shared: SharedOperands;
  private readonly lanes: number;

  constructor(shared: SharedOperands, lanes: number) {
    this.shared = shared;
    this.lanes = lanes;
    this.xIntegers = shared.xIntegers;
    this.yIntegers = shared.yIntegers;
    this.tapOffsets = shared.tapOffsets;
    this.multipliers = shared.multipliers;
    this.lsbs = shared.lsbs;
    this.neverOverflows = shared.neverOverflows;
    this.xBases = new Int32Array(lanes);
    this.yBases = new Int32Array(lanes);
    this.xScales = new Uint32Array(lanes);
    this.yScales = new Uint32Array(lanes);
  }

  /** Points the lanes at a chunk. @param output row-major output index */
  select(output: number, chunk: number): void {
    const { conv, x, y, planeElements, outputBases, xPlaneStep, yPlaneStep } = this.shared;
    const { outputShape, groupCount, groupSize } = conv;
    const planeSize = outputShape[2] * outputShape[3];
    const plane = Math.floor(output / planeSize);
    const o0 = Math.floor(plane / outputShape[1]);
    const o1 = plane - o0 * outputShape[1];
    const base = outputBases[output - plane * planeSize];
    const firstGroup = chunk * this.lanes;
    const lanes = Math.min(this.lanes, groupCount - firstGroup);
    let xPlane = conv.xPlane(o0, o1, firstGroup);
    let yPlane = conv.yPlane(o0, o1, firstGroup);
    for (let lane = 0; lane < lanes; lane++, xPlane += xPlaneStep, yPlane += yPlaneStep) {
      this.xBases[lane] = xPlane * groupSize;
      this.yBases[lane] = yPlane * planeElements + base;
      this.xScales[lane] = x.scales[xPlane];
      this.yScales[lane] = y.scales[yPlane];
    }
    this.lanesOfChunk = lanes;
  }

  /** The index in `multipliers` and `lsbs` of a pair of scale codes. */
  scaler(xScale: number, yScale: number): number {
    const { form, yScaleBits } = this.shared;
    const index = (xScale << yScaleBits) | yScale;
    if (this.multipliers[index] === 0) {
      this.multipliers[index] = form.multiplier(xScale, yScale);
      this.lsbs[index] = form.lsb(xScale, yScale);
    }
    return index;
  }
}
