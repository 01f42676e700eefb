/** A convolution on the clocked array: bits, counts, overflows, and where every cycle went. */
import { binary32Bits, binary32Value } from '../../bits/host-float.ts';
import { elementCount, indexOf } from '../../bits/shape.ts';
import type { Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { Datapath, IntegerForm } from '../datapath.ts';
import { paddedPlaneElements } from '../functional-planes.ts';
import type { Operand } from '../operand.ts';
import { operandsOfOutput } from '../reference-engine.ts';
import type { ConvolutionResult } from '../result.ts';
import { ChunkElement } from './chunk-element.ts';
import { ChunkSchedule } from './chunk-schedule.ts';
import { ClockedElement } from './clocked-element.ts';
import { BUBBLE, type Element, type ElementObserver, type Slot, type UnitOperations } from './element.ts';
import { FastElement, fitsFastElement, type FastWidths } from './fast-element.ts';
import { FastOperands, shareOperands, type SharedOperands } from './fast-operands.ts';
import { outputAt, outputGrid } from './grid.ts';
import { issueRun } from './locate.ts';
import { requireArrayParameters, type ArrayParameters } from './parameters.ts';
import { REGISTER_CLASSES, type RegisterClass } from './registers.ts';
import { Sequencer, type IssueRun } from './sequencer.ts';
import { latency, utilization, type CycleCounts, type OutputGrid } from './timing.ts';

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
  /** Sees the array in each cycle, from cycle 0 (after reset): what is issued in cycle 0 is in register M in cycle 1. */
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

/** One pass on one array. */
interface Job {
  readonly conv: Convolution;
  readonly grid: OutputGrid;
  readonly array: ArrayParameters;
  readonly gatherer: Gatherer;
  /** The issue rule's run: the same for every row tile. */
  readonly run: IssueRun;
}

/** Cycles and idle slots of a job, and what its elements did. */
interface Outcome {
  readonly cycles: CycleCounts;
  readonly operations: readonly UnitOperations[];
  readonly toggles: readonly ReadonlyMap<RegisterClass, number>[];
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

/** The row tiles of a job, in order: a channel group and its first matrix row. */
function* rowTiles({ grid, array }: Job): Generator<{ channelGroup: number; rowStart: number }> {
  for (let channelGroup = 0; channelGroup < grid.channelGroups; channelGroup++) {
    for (let rowStart = 0; rowStart < grid.matrixRows; rowStart += array.rows) yield { channelGroup, rowStart };
  }
}

/** The output (row-major) that each element has at a column tile, -1 for none. */
function tileOutputs({ conv, grid, array }: Job, channelGroup: number, rowStart: number, columnTile: number, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) {
    const row = rowStart + Math.floor(i / array.cols);
    const column = columnTile * array.cols + (i % array.cols);
    out[i] = row < grid.matrixRows && column < grid.matrixColumns ? outputAt(conv, grid, channelGroup, row, column) : -1;
  }
  return out;
}

/** Counts the slots of issue that make nothing. */
class IdleTally {
  lanes = 0;
  elements = 0;
  private readonly job: Job;

  constructor(job: Job) {
    this.job = job;
  }

  /** Adds cycles in which a chunk is issued to elements, some of them without an output. */
  add(cycles: number, used: number, chunk: number): void {
    const { array, conv } = this.job;
    const lanes = Math.min(array.treeWidth, conv.groupCount - chunk * array.treeWidth);
    this.lanes += cycles * used * (array.treeWidth - lanes);
    this.elements += cycles * (array.rows * array.cols - used);
  }
}

const CYCLES_BETWEEN_PROGRESS = 4096;

/** Every clock edge, one after the other. */
function* stepArray(job: Job, elements: readonly Element[], onEdge: CycleOptions['onEdge']): Steps<Outcome> {
  const { gatherer, run, array } = job;
  const total = gatherer.bits.length;
  const idle = new IdleTally(job);
  let cycle = 0;
  let stall = 0;
  const edge = (slot: Slot): void => {
    for (const element of elements) element.clock(slot);
    cycle++;
    onEdge?.(cycle, slot, elements);
  };
  onEdge?.(0, BUBBLE, elements);
  for (const { channelGroup, rowStart } of rowTiles(job)) {
    const sequencer = new Sequencer(run);
    const used = new Int32Array(array.interleave);
    for (;;) {
      if (sequencer.atBatchStart) {
        for (let context = 0; context < sequencer.batchSize; context++) {
          const outputs = tileOutputs(job, channelGroup, rowStart, sequencer.batchStart + context, new Float64Array(elements.length));
          elements.forEach((element, i) => {
            element.assign(context, outputs[i] < 0 ? undefined : outputs[i]);
          });
          used[context] = outputs.filter((output) => output >= 0).length;
        }
      }
      if (!sequencer.advance()) break;
      if (sequencer.issue) {
        idle.add(1, used[sequencer.context], sequencer.chunk);
        edge(sequencer);
      } else {
        stall++;
        edge(BUBBLE);
      }
      if (cycle % CYCLES_BETWEEN_PROGRESS === 0) yield { done: gatherer.finished, total };
    }
  }
  // The last pair was issued in the cycle before; its output is visible `latency` edges after that cycle.
  const issued = cycle;
  while (gatherer.finished < total) {
    if (cycle - issued > latency(array)) throw new Error(`the pipeline lost outputs: ${gatherer.finished} of ${total} came out`);
    edge(BUBBLE);
  }
  return {
    cycles: cycleCounts(issued - stall, stall, cycle + 1 - issued, idle),
    operations: elements.map(({ operations }) => operations),
    toggles: elements.map((element) => element.toggles()),
  };
}

/** A chunk at a time, in the same order. */
function* chunkArray(job: Job, elements: readonly ChunkElement[]): Steps<Outcome> {
  const { gatherer, run, array } = job;
  const total = gatherer.bits.length;
  const idle = new IdleTally(job);
  const outputs = Array.from({ length: array.interleave }, () => new Float64Array(elements.length));
  let start = 0;
  let stall = 0;
  let steps = 0;
  for (const { channelGroup, rowStart } of rowTiles(job)) {
    const schedule = new ChunkSchedule(run);
    while (schedule.advance()) {
      const { context, chunk } = schedule;
      if (chunk === 0) tileOutputs(job, channelGroup, rowStart, schedule.output, outputs[context]);
      const tile = outputs[context];
      let used = 0;
      for (let i = 0; i < elements.length; i++) {
        if (tile[i] < 0) continue;
        elements[i].takeChunk(schedule, tile[i], start);
        used++;
      }
      idle.add(run.groupSize, used, chunk);
      stall += schedule.stalls;
      if (++steps % CYCLES_BETWEEN_PROGRESS === 0) yield { done: gatherer.finished, total };
    }
    start += schedule.lastIssue + 1;
  }
  return {
    cycles: cycleCounts(start - stall, stall, latency(array), idle),
    operations: elements.map(({ operations }) => operations),
    toggles: elements.map((element) => element.toggles(start - 1)),
  };
}

function cycleCounts(issue: number, stall: number, drain: number, idle: IdleTally): CycleCounts {
  return {
    total: BigInt(issue + stall + drain),
    issue: BigInt(issue),
    stall: BigInt(stall),
    drain: BigInt(drain),
    idleLanes: BigInt(idle.lanes),
    idleElements: BigInt(idle.elements),
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
