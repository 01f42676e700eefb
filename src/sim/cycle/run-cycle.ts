/** A convolution on the clocked array: bits, counts, overflows, and where every cycle went. */
import { binary32Bits, binary32Value } from '../../bits/host-float.ts';
import { elementCount, indexOf } from '../../bits/shape.ts';
import type { Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { Datapath } from '../datapath.ts';
import { paddedPlaneElements } from '../functional-planes.ts';
import type { Operand } from '../operand.ts';
import { operandsOfOutput } from '../reference-engine.ts';
import type { ConvolutionResult } from '../result.ts';
import { ClockedElement } from './clocked-element.ts';
import { BUBBLE, type Element, type ElementObserver, type Slot, type UnitOperations } from './element.ts';
import { FastElement, fitsFastElement, type FastWidths } from './fast-element.ts';
import { FastOperands, shareOperands } from './fast-operands.ts';
import { outputAt, outputGrid } from './grid.ts';
import { requireArrayParameters, type ArrayParameters } from './parameters.ts';
import { REGISTER_CLASSES, type RegisterClass } from './registers.ts';
import { Sequencer } from './sequencer.ts';
import { chunkCount, latency, utilization, type CycleCounts } from './timing.ts';

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
  /** Counts toggles; default true. */
  readonly toggles?: boolean;
  /** Sees the array after each clock edge; the first edge has cycle 1: what was issued in cycle 0 is in register M then. */
  readonly onEdge?: (cycle: number, slot: Slot, elements: readonly Element[]) => void;
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

/** A function that makes the elements of an array. */
function elementFactory<P, S, Q>(
  conv: Convolution,
  datapath: Datapath<P, S, Q>,
  x: Operand,
  y: Operand,
  array: ArrayParameters,
  { clean = false, toggles = true }: CycleOptions,
): (observer: ElementObserver) => Element {
  const outputScale = datapath.outputScale(binary32Bits(x.tensorScale), binary32Bits(y.tensorScale));
  const form = datapath.integerForm;
  const widths = fastWidths(datapath);
  const sourceElements = paddedPlaneElements(conv.rows, conv.columns) * y.shape[0] * y.shape[1];
  if (clean || form === undefined || !fitsFastElement(widths) || sourceElements > MAX_FAST_ELEMENTS) {
    return (observer) => new ClockedElement(datapath, array, outputScale, (output) => operandsOfOutput(conv, x, y, output), observer);
  }
  const shared = shareOperands(conv, form, x, y, widths.xScale, widths.yScale);
  return (observer) =>
    new FastElement(form, widths, array, binary32Value(outputScale), new FastOperands(shared, array.treeWidth), observer, toggles);
}

/** Gathers what the elements finish. */
class Gatherer implements ElementObserver {
  readonly bits: Uint32Array;
  finished = 0;
  private groups = 0;
  private firstOutput = Infinity;
  private firstGroup = Infinity;

  constructor(outputs: number) {
    this.bits = new Uint32Array(outputs);
  }

  output(index: number, bits: number): void {
    this.bits[index] = bits;
    this.finished++;
  }

  overflow(output: number, group: number): void {
    this.groups++;
    if (output > this.firstOutput || (output === this.firstOutput && group > this.firstGroup)) return;
    this.firstOutput = output;
    this.firstGroup = group;
  }

  report({ outputShape }: Convolution): ConvolutionResult['overflow'] {
    return { groups: this.groups, first: this.groups === 0 ? null : { output: indexOf(outputShape, this.firstOutput), group: this.firstGroup } };
  }
}

const CYCLES_BETWEEN_PROGRESS = 4096;

/**
 * Steps a pass through the array, cycle by cycle. Bits, counts and overflows equal the functional engine's, cycles the closed form of
 * `layerCycles`. Progress is in outputs.
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
  const array = requireArrayParameters({
    ...parameters,
    treeWidth: datapath.treeWidth,
    tensorScale: datapath.tensorScaleMultiplications === 1,
  });
  const grid = outputGrid(conv, channelGroups);
  const outputs = elementCount(conv.outputShape);
  const gatherer = new Gatherer(outputs);
  const makeElement = elementFactory(conv, datapath, x, y, array, options);
  const elements = Array.from({ length: array.rows * array.cols }, () => makeElement(gatherer));
  const { onEdge } = options;

  let cycle = 0;
  let issue = 0;
  let stall = 0;
  let idleLanes = 0;
  let idleElements = 0;
  const chunks = chunkCount(conv.groupCount, array.treeWidth);
  const lanesOfChunk = (chunk: number): number => Math.min(array.treeWidth, conv.groupCount - chunk * array.treeWidth);

  const edge = (slot: Slot): void => {
    for (const element of elements) element.clock(slot);
    cycle++;
    onEdge?.(cycle, slot, elements);
  };

  for (let channelGroup = 0; channelGroup < channelGroups; channelGroup++) {
    for (let rowStart = 0; rowStart < grid.matrixRows; rowStart += array.rows) {
      const run = {
        outputs: Math.ceil(grid.matrixColumns / array.cols),
        chunks,
        groupSize: conv.groupSize,
        interleave: array.interleave,
        fpAddLatency: array.fpAddLatency,
      };
      const sequencer = new Sequencer(run);
      const rowsUsed = Math.min(array.rows, grid.matrixRows - rowStart);
      for (;;) {
        if (sequencer.atBatchStart) {
          for (let context = 0; context < sequencer.batchSize; context++) {
            const columnStart = (sequencer.batchStart + context) * array.cols;
            elements.forEach((element, i) => {
              const row = rowStart + Math.floor(i / array.cols);
              const column = columnStart + (i % array.cols);
              const used = row < grid.matrixRows && column < grid.matrixColumns;
              element.assign(context, used ? outputAt(conv, grid, channelGroup, row, column) : undefined);
            });
          }
        }
        if (!sequencer.advance()) break;
        if (sequencer.issue) {
          issue++;
          const columns = Math.min(array.cols, grid.matrixColumns - sequencer.output * array.cols);
          const used = rowsUsed * columns;
          idleElements += elements.length - used;
          idleLanes += used * (array.treeWidth - lanesOfChunk(sequencer.chunk));
          edge(sequencer);
        } else {
          stall++;
          edge(BUBBLE);
        }
        if (cycle % CYCLES_BETWEEN_PROGRESS === 0) yield { done: gatherer.finished, total: outputs };
      }
    }
  }
  // The last output's last pair was issued in the cycle before: so many edges later it is visible.
  const issued = cycle;
  while (gatherer.finished < outputs) {
    if (cycle - issued > latency(array)) throw new Error(`the pipeline lost outputs: ${gatherer.finished} of ${outputs} came out`);
    edge(BUBBLE);
  }

  const cycles: CycleCounts = {
    total: BigInt(cycle + 1),
    issue: BigInt(issue),
    stall: BigInt(stall),
    drain: BigInt(cycle + 1 - issued),
    idleLanes: BigInt(idleLanes),
    idleElements: BigInt(idleElements),
  };
  return {
    shape: conv.outputShape,
    bits: gatherer.bits,
    counts: sumOperations(elements),
    overflow: gatherer.report(conv),
    cycles: { ...cycles, utilization: utilization(grid, cycles, array), toggles: sumToggles(elements) },
  };
}

function sumOperations(elements: readonly Element[]): UnitOperations {
  const sum: UnitOperations = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
  for (const { operations } of elements) {
    sum.mul += operations.mul;
    sum.localAcc += operations.localAcc;
    sum.groupScale += operations.groupScale;
    sum.treeAdd += operations.treeAdd;
    sum.tensorScale += operations.tensorScale;
  }
  return sum;
}

function sumToggles(elements: readonly Element[]): Record<RegisterClass, number> {
  const sum = Object.fromEntries(REGISTER_CLASSES.map((name) => [name, 0])) as Record<RegisterClass, number>;
  for (const element of elements) for (const [name, count] of element.toggles()) sum[name] += count;
  return sum;
}
