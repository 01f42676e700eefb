/** A convolution on the clocked array: bits, counts, overflows, and where every cycle went. */
import { binary32Bits, binary32Value } from '../../bits/host-float.ts';
import { elementCount } from '../../bits/shape.ts';
import type { Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { Datapath, IntegerForm } from '../datapath.ts';
import { paddedPlaneElements } from '../functional-planes.ts';
import type { Operand } from '../operand.ts';
import { operandsOfOutput } from '../reference-engine.ts';
import type { ConvolutionResult } from '../result.ts';
import { chunkArray, stepArray, type Job, type OnEdge, type Outcome } from './array.ts';
import { ChunkElement } from './chunk-element.ts';
import { ClockedElement } from './clocked-element.ts';
import type { UnitOperations } from './element.ts';
import { FastElement, fitsFastElement, type FastWidths } from './fast-element.ts';
import { FastOperands, shareOperands, type SharedOperands } from './fast-operands.ts';
import { Gatherer } from './gatherer.ts';
import { outputGrid } from './grid.ts';
import { issueRun } from './locate.ts';
import { requireArrayParameters, type ArrayParameters } from './parameters.ts';
import { REGISTER_CLASSES, type RegisterClass } from './registers.ts';
import { utilization, type CycleCounts } from './timing.ts';

/** A result with its cycles. */
export interface CycleResult extends ConvolutionResult {
  readonly cycles: CycleCounts & {
    readonly utilization: number;
    /** Register bits that changed, over all elements, by class of register. */
    readonly toggles: Readonly<Record<RegisterClass, number>>;
  };
}

/** How an array is simulated. */
export interface CycleOptions {
  /** Takes the element on the register kernel even where the fast one is exact. */
  readonly clean?: boolean;
  /** Steps every edge even where nobody looks. */
  readonly stepped?: boolean;
  /** Counts toggles; default true. */
  readonly toggles?: boolean;
  /** Looks into the array in each cycle. */
  readonly onEdge?: OnEdge | undefined;
}

/** The widths of a datapath's integer registers, as the fast element needs them. */
function fastWidths<P, S, Q>({ words }: Datapath<P, S, Q>): FastWidths {
  const scaled = (name: string): number => words.scaled.find((field) => field.name === name)?.width ?? 0;
  return {
    product: words.product.width,
    sum: words.sum.width,
    q: scaled('q'),
    lsb: scaled('lsb'),
    xScale: words.xScaleBits,
    yScale: words.yScaleBits,
  };
}

/** Padded operands of the fast element are kept below this: 256 Mi integers of 4 bytes, as one typed array. */
const MAX_FAST_ELEMENTS = 2 ** 28;

/** What the fast elements of an array share, or undefined where 32-bit integers are not exact, or the operands too large. */
interface FastParts {
  readonly form: IntegerForm;
  readonly widths: FastWidths;
  readonly shared: SharedOperands;
}

function fastParts<P, S, Q>(conv: Convolution, datapath: Datapath<P, S, Q>, x: Operand, y: Operand): FastParts | undefined {
  const form = datapath.integerForm;
  const widths = fastWidths(datapath);
  const sourceElements = paddedPlaneElements(conv.rows, conv.columns) * y.shape[0] * y.shape[1];
  if (form === undefined || !fitsFastElement(widths) || sourceElements > MAX_FAST_ELEMENTS) return undefined;
  return { form, widths, shared: shareOperands(conv, form, x, y, widths.xScale, widths.yScale) };
}

/**
 * Runs a pass on the clocked array. Bits, counts and overflows equal the functional engine's, cycles the closed form of `layerCycles`. Without
 * an observer of edges, elements take a chunk at a time where that is exact; with one they are stepped.
 * @param channelGroups those of the convolution
 */
export function* runCycle<P, S, Q>(
  conv: Convolution,
  datapath: Datapath<P, S, Q>,
  x: Operand,
  y: Operand,
  parameters: ArrayParameters,
  channelGroups: number,
  options: CycleOptions = {},
): Steps<CycleResult> {
  const tensorScale = datapath.tensorScaleMultiplications === 1;
  const array = requireArrayParameters({ ...parameters, treeWidth: datapath.treeWidth, tensorScale });
  const grid = outputGrid(conv, channelGroups);
  const gatherer = new Gatherer(elementCount(conv.outputShape));
  const run = issueRun(conv, array, channelGroups);
  const job: Job = { conv, grid, array, gatherer, run };
  const outputScale = datapath.outputScale(binary32Bits(x.tensorScale), binary32Bits(y.tensorScale));
  const { onEdge, clean = false, stepped = onEdge !== undefined, toggles = true } = options;

  const fast = clean ? undefined : fastParts(conv, datapath, x, y);
  const scaleValue = binary32Value(outputScale);
  let outcome: Outcome;
  if (fast === undefined || stepped) {
    const elements = Array.from({ length: array.rows * array.cols }, () =>
      fast === undefined
        ? new ClockedElement(datapath, array, outputScale, (output) => operandsOfOutput(conv, x, y, output), gatherer)
        : new FastElement(fast.form, fast.widths, array, scaleValue, new FastOperands(fast.shared, array.treeWidth), gatherer, toggles),
    );
    outcome = yield* stepArray(job, elements, onEdge);
  } else {
    const elements = Array.from(
      { length: array.rows * array.cols },
      () => new ChunkElement(fast.form, fast.widths, array, scaleValue, new FastOperands(fast.shared, array.treeWidth), gatherer, run, toggles),
    );
    outcome = yield* chunkArray(job, elements);
  }

  const { cycles } = outcome;
  return {
    shape: conv.outputShape,
    bits: gatherer.bits,
    counts: sumOperations(outcome.operations),
    overflow: gatherer.report(conv),
    cycles: { ...cycles, utilization: utilization(grid, cycles, array), toggles: sumToggles(outcome.toggles) },
  };
}

function sumOperations(all: readonly UnitOperations[]): UnitOperations {
  const sum: UnitOperations = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
  for (const operations of all) {
    sum.mul += operations.mul;
    sum.localAcc += operations.localAcc;
    sum.groupScale += operations.groupScale;
    sum.treeAdd += operations.treeAdd;
    sum.tensorScale += operations.tensorScale;
  }
  return sum;
}

function sumToggles(all: readonly ReadonlyMap<RegisterClass, number>[]): Record<RegisterClass, number> {
  const sum = Object.fromEntries(REGISTER_CLASSES.map((name) => [name, 0])) as Record<RegisterClass, number>;
  for (const toggles of all) for (const [name, count] of toggles) sum[name] += count;
  return sum;
}
