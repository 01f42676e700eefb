/** The fast engine: the bits, counts and overflows of `runReference`, on SIMD kernels in WebAssembly. */
import { elementCount, indexOf, type Shape4 } from '../../bits/shape.ts';
import type { Steps } from '../../bits/steps.ts';
import { convolutionCounts } from '../counts.ts';
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { FunctionalTree } from '../functional-tree.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult, OverflowReport } from '../result.ts';
import { elementOf } from './element-table.ts';
import { copiedRows, copyRows, layScaleTable, sharedRows } from './fold-rows.ts';
import { kernelsOn } from './kernels.ts';
import { blocking, sharedLayout, threadLayout, type ThreadLayout } from './layout.ts';
import { matrixForm, squareForm, type MatrixForm } from './matrix-form.ts';
import { MAX_MEMORY_BYTES, returnMemory, takeMemory } from './memory.ts';
import { fastModule, fastUnsupported } from './modules.ts';
import { planFast, type FastPlan } from './plan.ts';
import { fits, prepackedOf, releasePrepacked, takePrepacked, type Prepacked } from './prepack.ts';
import { prepareColumns, prepareRows, sourceGeometry, type OperandScales } from './prepare.ts';
import { formatRanges, measuredRanges, scalesOf, type Scales } from './ranges.ts';
import { unitCount, type RunDescription } from './run-description.ts';
import { areFolded, closeRun, foldShare, openRows, openUnits, putPlanes, takeUnits } from './share.ts';
import { clearReport, overflowOf } from './unit-report.ts';
import { WATCH_MS } from './wait.ts';

/** A run that fits the kernels and the memory. */
export interface FastRun {
  /** What is compiled of `assembly/convolution.ts`. */
  readonly module: WebAssembly.Module;
  readonly plan: FastPlan;
  readonly description: RunDescription;
  readonly scales: OperandScales;
  /** The parts of each thread. */
  readonly threads: readonly ThreadLayout[];
  readonly bytes: number;
  /** What is there of X already, with the run's memory. */
  readonly prepacked?: Prepacked | undefined;
  /** How many steps the work has. */
  readonly units: number;
}

export interface Refusal {
  /** Why the kernels can't take a pass. */
  readonly refused: string;
}

/** A thread should have so many units to take, so that all end at about the same time. */
const UNITS_OF_THREAD = 4;

/** Plans a pass. @param threads at most so many; there are no more than units @returns the run, or why there is none */
export function planFastRun(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1, threads = 1): FastRun | Refusal {
  const unsupported = fastUnsupported();
  if (unsupported !== undefined) return { refused: unsupported };
  const kept = prepackedOf(x);
  const ofY = scalesOf(y, datapath.yIntegers, (code) => datapath.yFactor(code));
  const pass: PlannedPass = { conv, datapath, tensorScale, threads, yShape: y.shape };
  const last = kept && lastRuns.get(kept);
  if (last && isSame(last.pass, pass) && areUsual(ofY)) {
    return { ...last.run, scales: { x: kept.scales, y: ofY }, description: { ...last.run.description, outputScale: outputScaleOf(datapath, x, y, tensorScale) } };
  }
  const planes = matrixForm(conv, x.shape[1], y.shape[1]);
  const packed = kept && fits(kept, planes, datapath) ? kept : undefined;
  const scales = { x: packed?.scales ?? scalesOf(x, datapath.xIntegers, (code) => datapath.xFactor(code)), y: ofY };
  const { plan, ofFormats } = planOperands(planes, datapath, x, y, scales);
  if ('refused' in plan) return plan;
  const squares = plan.folding === 'winograd' ? planes.window : undefined;
  const form = squares ? squareForm(planes, squares) : planes;
  const prepacked = squares && packed?.norms === plan.limits.norms ? packed : undefined;
  const blocks = blocking(form, plan, datapath.treeWidth, prepacked !== undefined);
  const source = sourceGeometry(conv, squares !== undefined);
  const shared = sharedLayout(form, plan, blocks, {
    xElements: x.codes.length,
    xPlanes: x.scales.length,
    yElements: y.codes.length,
    yPlanes: y.scales.length,
    paddedElements: source.planeElements,
    paddedRow: source.rowElements,
    outputs: elementCount(conv.outputShape),
  }, prepacked?.layout);
  const panels = form.jobs * Math.ceil(form.columns / blocks.panelColumns);
  const description: RunDescription = {
    form,
    plan,
    blocking: blocks,
    shared,
    treeWidth: datapath.treeWidth,
    accumulator: { width: datapath.accumulator.width, overflow: datapath.accumulator.overflow },
    flushToZero: datapath.subnormals.flushToZero,
    outputScale: outputScaleOf(datapath, x, y, tensorScale),
    source,
    element: elementOf(datapath.xIntegers),
    rowParts: threads === 1 ? 1 : Math.min(blocks.blocks, Math.ceil((UNITS_OF_THREAD * threads) / panels)),
    alone: threads === 1,
  };
  const units = unitCount(description);
  const own: ThreadLayout[] = [];
  let end = shared.end;
  for (let thread = 0; thread < Math.min(threads, units); thread++) {
    own.push(threadLayout(form, plan, blocks, end));
    end += own[thread].bytes;
  }
  if (end > MAX_MEMORY_BYTES) return { refused: `${end} bytes are more than the ${MAX_MEMORY_BYTES} that its memory can have` };
  const run: FastRun = { module: fastModule('convolution'), plan, description, scales, threads: own, bytes: end, units, prepacked };
  if (prepacked && ofFormats && areUsual(scales.x) && areUsual(ofY) && haveOdd(ofY)) lastRuns.set(prepacked, { pass, run });
  return run;
}

/** All that a run depends on beside X and its scales, where no scales are unusual. */
interface PlannedPass {
  readonly conv: Convolution;
  readonly datapath: IntegerForm;
  readonly tensorScale: 0 | 1;
  readonly threads: number;
  readonly yShape: Shape4;
}

/** The last runs on what is kept of operands: the next ones are often for the same layer. Their reasons are those of the first of them. */
const lastRuns = new WeakMap<Prepacked, { readonly pass: PlannedPass; readonly run: FastRun }>();

function isSame(a: PlannedPass, b: PlannedPass): boolean {
  return a.conv === b.conv && a.datapath === b.datapath && a.tensorScale === b.tensorScale && a.threads === b.threads && a.yShape.every((size, i) => size === b.yShape[i]);
}

/** With all factors from here to 1.5 no product of two comes near the ends of binary32's range, nor does any sum of terms. */
const LEAST_USUAL = 2 ** -60;
const MOST_USUAL = 1.5;

function areUsual({ factors }: Scales): boolean {
  for (const factor of factors.values()) if (factor !== 0 && !(factor >= LEAST_USUAL && factor <= MOST_USUAL)) return false;
  return true;
}

/** Whether some factor is 1.5 times a power of two: then sums of others have no more bits. */
function haveOdd({ factors }: Scales): boolean {
  for (const factor of factors.values()) if (factor > 0 && !Number.isInteger(Math.log2(factor))) return true;
  return false;
}

/** S_z, where outputs are scaled. */
function outputScaleOf(datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1): number | undefined {
  return tensorScale === 1 ? new FunctionalTree(1, 1, datapath.subnormals).roundOperandProduct(x.tensorScale, y.tensorScale) : undefined;
}

/** The plan for the formats, or where the largest integers that occur may give a faster one, for the operands at hand. */
function planOperands(form: MatrixForm, datapath: IntegerForm, x: Operand, y: Operand, scales: OperandScales): { readonly plan: FastPlan | Refusal; readonly ofFormats: boolean } {
  const known = formatRanges(form, datapath, x, y, scales);
  const plan = planFast(form, datapath, known);
  const ofFormats = !('refused' in plan) && plan.sums === 'exact' && (plan.terms !== 'binary64' || form.y.ofPlane > 0);
  return { plan: ofFormats ? plan : planFast(form, datapath, measuredRanges(form.taps, datapath, x, y, known)), ofFormats };
}

/** Takes a memory in which no thread takes a unit yet; undefined where the system has too little. The caller gives it back. */
export function takeRunMemory({ bytes, description, threads, prepacked }: FastRun): WebAssembly.Memory | undefined {
  const memory = prepacked ? takePrepacked(prepacked, bytes) : takeMemory(bytes);
  if (memory === undefined) return undefined;
  closeRun(memory, description.shared);
  for (const own of threads) clearReport(memory, own);
  return memory;
}

/** Gives the memory of a run back, that nothing reads any more. */
export function returnRunMemory({ prepacked }: FastRun, memory: WebAssembly.Memory): void {
  if (prepacked) releasePrepacked(prepacked);
  else returnMemory(memory);
}

/** Fills the memory of a run of this thread alone, and opens its units. */
export function prepareRun(conv: Convolution, datapath: IntegerForm, { module, description, scales, threads, prepacked }: FastRun, memory: WebAssembly.Memory, x: Operand, y: Operand): void {
  const kernels = kernelsOn(memory, module);
  if (!prepacked) prepareRows(x, scales.x, datapath, description, kernels, threads[0].foldScratch);
  prepareColumns(conv, datapath, y, scales.y, description, kernels);
  openUnits(memory, description.shared);
}

/** The same with other threads, which fold X while this one brings Y into memory. @param failed is rejected where one of them fails */
export async function prepareTogether(
  conv: Convolution, datapath: IntegerForm, run: FastRun, memory: WebAssembly.Memory, x: Operand, y: Operand, failed: Promise<unknown>,
): Promise<void> {
  const { module, description, scales, threads, prepacked } = run;
  const { plan, blocking, shared } = description;
  if (plan.folding === 'none' || prepacked) {
    prepareRun(conv, datapath, run, memory, x, y);
    return;
  }
  const kernels = kernelsOn(memory, module);
  // Nothing fails from here to the end of copying.
  const { codes, scales: scaleCodes } = x;
  const copy = (): void => {
    copyRows({ codes, scales: scaleCodes }, description, kernels, (planes) => { putPlanes(memory, shared, planes); });
  };
  layScaleTable(scales.x, description, kernels);
  if (blocking.late) {
    prepareColumns(conv, datapath, y, scales.y, description, kernels);
    openUnits(memory, shared);
    copy();
    return;
  }
  openRows(memory, shared);
  copy();
  prepareColumns(conv, datapath, y, scales.y, description, kernels);
  foldShare(kernels, { description, own: threads[0] }, WATCH_MS);
  await Promise.race([areFolded(memory, description), failed]);
  openUnits(memory, shared);
}

/** Units of a run until none is left, on the part of the first thread. */
export function* runUnits({ module, description, threads, units }: FastRun, memory: WebAssembly.Memory, x: Operand): Steps<void> {
  const kernels = kernelsOn(memory, module);
  const source = description.alone ? copiedRows(x, description, kernels) : sharedRows(description, () => undefined);
  let done = 0;
  for (const unit of takeUnits(kernels, { description, own: threads[0] }, source)) {
    done = Math.max(done, unit);
    yield { done, total: units };
  }
}

/** The result of a run that has ended on all threads. @param room where outputs go, of their number */
export function fastResult(conv: Convolution, { description, threads }: FastRun, memory: WebAssembly.Memory, tensorScale: 0 | 1, room?: Uint32Array): ConvolutionResult {
  const outputs = new Uint32Array(memory.buffer, description.shared.outputs, elementCount(conv.outputShape));
  const bits = room ?? new Uint32Array(outputs);
  room?.set(outputs);
  return { shape: conv.outputShape, bits, counts: convolutionCounts(conv, tensorScale), overflow: overflowReport(conv, memory, threads) };
}

/** Runs a pass on this thread. Equal to `runReference` in every bit, count and overflow; each step is a unit. @returns undefined where the system has too little memory */
export function* runFast(conv: Convolution, datapath: IntegerForm, run: FastRun, x: Operand, y: Operand, tensorScale: 0 | 1): Steps<ConvolutionResult | undefined> {
  const memory = takeRunMemory(run);
  if (memory === undefined) return undefined;
  try {
    prepareRun(conv, datapath, run, memory, x, y);
    yield* runUnits(run, memory, x);
    return fastResult(conv, run, memory, tensorScale);
  } finally {
    returnRunMemory(run, memory);
  }
}

/** The overflows of all threads. */
function overflowReport({ outputShape }: Convolution, memory: WebAssembly.Memory, threads: readonly ThreadLayout[]): OverflowReport {
  const reports = threads.map((own) => overflowOf(memory, own));
  const groups = reports.reduce((sum, report) => sum + report.groups, 0);
  if (groups === 0) return { groups, first: null };
  const first = reports.reduce((a, b) => (b.output < a.output || (b.output === a.output && b.group < a.group) ? b : a));
  return { groups, first: { output: indexOf(outputShape, first.output), group: first.group } };
}
