/** The fast engine: the bits, counts and overflows of `runReference`, on SIMD kernels in WebAssembly. */
import { indexOf } from '../../bits/shape.ts';
import type { Steps } from '../../bits/steps.ts';
import { convolutionCounts } from '../counts.ts';
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult, OverflowReport } from '../result.ts';
import type { FastRun } from './fast-run.ts';
import { copiedRows, copyRows, layScaleTable, sharedRows } from './fold-rows.ts';
import { kernelsOn } from './kernels.ts';
import type { ThreadLayout } from './layout.ts';
import { returnMemory, takeMemory } from './memory.ts';
import { Outputs } from './outputs.ts';
import { releasePrepacked, takePrepacked } from './prepack.ts';
import { beginColumns, prepareRows, preparingColumns } from './prepare.ts';
import { areFolded, arePadded, closeRun, foldShare, openColumns, openRows, openUnits, padShare, putImages, putPlanes, takeUnits } from './share.ts';
import { clearReport, overflowOf } from './unit-report.ts';
import { WATCH_MS } from './wait.ts';

/** Takes a memory in which no thread takes a unit yet; undefined where the system has too little. The caller gives it back. */
export function takeRunMemory({ bytes, description, threads, prepacked }: FastRun): WebAssembly.Memory | undefined {
  const memory = prepacked ? takePrepacked(prepacked, bytes) : takeMemory(bytes);
  if (memory === undefined) return undefined;
  closeRun(memory, description);
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
  for (const images of preparingColumns(conv, datapath, y, scales.y, description, kernels)) putImages(memory, description.shared, images);
  openUnits(memory, description.shared);
}

/** The same with other threads, which fold X while this one brings Y into memory, and take units of its first images before the last are there. @param check throws where one of them has failed */
export async function prepareTogether(
  conv: Convolution, datapath: IntegerForm, run: FastRun, memory: WebAssembly.Memory, x: Operand, y: Operand, check: () => void,
): Promise<void> {
  const { module, description, scales, threads, prepacked } = run;
  const { plan, blocking, shared } = description;
  const kernels = kernelsOn(memory, module);
  const together = description.padParts > 0;
  const images = together ? undefined : preparingColumns(conv, datapath, y, scales.y, description, kernels);
  const prepareImage = (): boolean => {
    const next = images?.next();
    if (next === undefined || next.done === true) return false;
    putImages(memory, shared, next.value);
    return true;
  };
  const folds = plan.folding !== 'none' && !prepacked;
  if (folds) layScaleTable(scales.x, description, kernels);
  else if (!prepacked) prepareRows(x, scales.x, datapath, description, kernels, threads[0].foldScratch);
  // Read before other threads wait for what is copied of them.
  const { codes, scales: scaleCodes } = x;
  const copy = (): void => {
    copyRows({ codes, scales: scaleCodes }, description, kernels, (planes) => { putPlanes(memory, shared, planes); });
  };
  if (folds && !blocking.late) {
    openRows(memory, shared);
    copy();
  }
  const columns = together ? beginColumns(conv, y, scales.y, description, kernels) : undefined;
  if (columns) {
    openColumns(memory, shared);
    padShare(kernels, description);
  } else {
    prepareImage();
  }
  if (folds && !blocking.late) {
    foldShare(kernels, { description, own: threads[0], thread: 0 }, WATCH_MS);
    await areFolded(memory, description, check);
  }
  if (columns) {
    await arePadded(memory, description, check);
    columns.finish();
    putImages(memory, shared, 1);
  }
  openUnits(memory, shared);
  if (folds && blocking.late) copy();
  while (prepareImage());
}

/** Units of a run until none is left, on the part of the first thread, which copies the outputs of jobs as they end. */
export function* runUnits({ module, description, threads, slices }: FastRun, memory: WebAssembly.Memory, x: Operand, outputs: Outputs): Steps<void> {
  const kernels = kernelsOn(memory, module);
  const source = description.threads === 1 ? copiedRows(x, description, kernels) : sharedRows(description, () => undefined);
  for (const done of takeUnits(kernels, { description, own: threads[0], thread: 0 }, source, WATCH_MS)) {
    outputs.copyEnded();
    yield { done, total: slices };
  }
}

/** The result of a run that has ended on all threads. */
export function fastResult(conv: Convolution, { threads }: FastRun, memory: WebAssembly.Memory, tensorScale: 0 | 1, outputs: Outputs): ConvolutionResult {
  outputs.copyEnded();
  return { shape: conv.outputShape, bits: outputs.bits, counts: convolutionCounts(conv, tensorScale), overflow: overflowReport(conv, memory, threads) };
}

/** Runs a pass on this thread. Equal to `runReference` in every bit, count and overflow; each step is a unit. @returns undefined where the system has too little memory */
export function* runFast(
  conv: Convolution, datapath: IntegerForm, run: FastRun, x: Operand, y: Operand, tensorScale: 0 | 1, into?: Uint32Array,
): Steps<ConvolutionResult | undefined> {
  const memory = takeRunMemory(run);
  if (memory === undefined) return undefined;
  try {
    prepareRun(conv, datapath, run, memory, x, y);
    const outputs = new Outputs(conv, run.description, memory, into);
    yield* runUnits(run, memory, x, outputs);
    return fastResult(conv, run, memory, tensorScale, outputs);
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
