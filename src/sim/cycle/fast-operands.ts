/** The operands of an element on typed arrays: where each lane of a chunk reads its pairs. */
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { largestMagnitude, planKernel } from '../functional-engine.ts';
import { addressing, paddedPlaneElements, sourcePlanes } from '../functional-planes.ts';
import { weightOf } from '../host-binary32.ts';
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

/** What the lanes of a chunk read: the same for all outputs of a plane. */
export class ChunkLanes {
  /** Lanes that have a group. */
  count = 0;
  readonly xBases: Int32Array;
  readonly yBases: Int32Array;
  readonly xScales: Uint32Array;
  readonly yScales: Uint32Array;
  /** The group scaler of each lane: q = sum x multiplier, of weight 2^lsb; their value is sum x factor. */
  readonly multipliers: Float64Array;
  readonly lsbs: Int32Array;
  readonly factors: Float64Array;
  /** The planes of the first lane that the rest was made for. */
  xPlane = -1;
  yPlane = -1;

  constructor(lanes: number) {
    this.xBases = new Int32Array(lanes);
    this.yBases = new Int32Array(lanes);
    this.xScales = new Uint32Array(lanes);
    this.yScales = new Uint32Array(lanes);
    this.multipliers = new Float64Array(lanes);
    this.lsbs = new Int32Array(lanes);
    this.factors = new Float64Array(lanes);
  }
}

/** The operands of one element: pair k of a lane is xIntegers[xBases + k] and yIntegers[yBases + base + tapOffsets[k]]. */
export class FastOperands {
  readonly xIntegers: Int32Array;
  readonly yIntegers: Int32Array;
  readonly tapOffsets: Int32Array;
  readonly multipliers: Uint8Array;
  readonly lsbs: Int32Array;
  readonly neverOverflows: boolean;
  /** The current chunk. */
  lanes: ChunkLanes;
  /** The current output's place in a padded plane. */
  base = 0;
  private readonly chunks: (ChunkLanes | undefined)[] = [];
  private readonly shared: SharedOperands;
  private readonly treeWidth: number;

  constructor(shared: SharedOperands, treeWidth: number) {
    this.shared = shared;
    this.treeWidth = treeWidth;
    this.xIntegers = shared.xIntegers;
    this.yIntegers = shared.yIntegers;
    this.tapOffsets = shared.tapOffsets;
    this.multipliers = shared.multipliers;
    this.lsbs = shared.lsbs;
    this.neverOverflows = shared.neverOverflows;
    this.lanes = new ChunkLanes(treeWidth);
  }

  /** Points the lanes at a chunk; what it shares with the outputs before is kept. @param output row-major output index */
  select(output: number, chunk: number): void {
    const { conv, outputBases } = this.shared;
    const { outputShape } = conv;
    const planeSize = outputShape[2] * outputShape[3];
    const plane = Math.floor(output / planeSize);
    const o0 = Math.floor(plane / outputShape[1]);
    const o1 = plane - o0 * outputShape[1];
    this.base = outputBases[output - plane * planeSize];
    const firstGroup = chunk * this.treeWidth;
    const xPlane = conv.xPlane(o0, o1, firstGroup);
    const yPlane = conv.yPlane(o0, o1, firstGroup);
    const lanes = (this.chunks[chunk] ??= new ChunkLanes(this.treeWidth));
    this.lanes = lanes;
    if (lanes.xPlane !== xPlane || lanes.yPlane !== yPlane) this.fill(lanes, xPlane, yPlane, Math.min(this.treeWidth, conv.groupCount - firstGroup));
  }

  private fill(lanes: ChunkLanes, firstX: number, firstY: number, count: number): void {
    const { conv, x, y, planeElements, xPlaneStep, yPlaneStep } = this.shared;
    for (let lane = 0, xPlane = firstX, yPlane = firstY; lane < count; lane++, xPlane += xPlaneStep, yPlane += yPlaneStep) {
      lanes.xBases[lane] = xPlane * conv.groupSize;
      lanes.yBases[lane] = yPlane * planeElements;
      const xScale = x.scales[xPlane];
      const yScale = y.scales[yPlane];
      const scaler = this.scaler(xScale, yScale);
      lanes.xScales[lane] = xScale;
      lanes.yScales[lane] = yScale;
      lanes.multipliers[lane] = this.multipliers[scaler];
      lanes.lsbs[lane] = this.lsbs[scaler];
      lanes.factors[lane] = this.multipliers[scaler] * weightOf(this.lsbs[scaler]);
    }
    lanes.xPlane = firstX;
    lanes.yPlane = firstY;
    lanes.count = count;
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
