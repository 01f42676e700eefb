/** The fast engine: the bits, counts and overflows of `runReference`, on SIMD kernels in WebAssembly. */
import { elementCount, indexOf } from '../../bits/shape.ts';
import type { Steps } from '../../bits/steps.ts';
import { convolutionCounts } from '../counts.ts';
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { FunctionalTree } from '../functional-tree.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult, OverflowReport } from '../result.ts';
import { kernelsOn } from './kernels.ts';
import { blocking, sharedLayout, threadLayout } from './layout.ts';
import { matrixForm, type MatrixForm } from './matrix-form.ts';
import { MAX_MEMORY_BYTES, returnMemory, takeMemory } from './memory.ts';
import { planFast, type FastPlan } from './plan.ts';
import { prepare, sourceGeometry } from './prepare.ts';
import { formatRanges, measuredRanges } from './ranges.ts';
import { unitCount, UnitRunner, type RunDescription } from './unit.ts';

/** A run that fits the kernels and the memory. */
export interface FastRun {
  readonly plan: FastPlan;
  readonly description: RunDescription;
  /** Of the shared memory and one thread's. */
  readonly bytes: number;
}

/** Plans a pass. @returns the run, or why the kernels can't take it */
export function planFastRun(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1): FastRun | { readonly refused: string } {
  const form = matrixForm(conv, x.shape[1], y.shape[1]);
  const plan = planOperands(form, datapath, x, y);
  if ('refused' in plan) return plan;
  const blocks = blocking(form, plan, datapath.treeWidth);
  const source = sourceGeometry(conv);
  const shared = sharedLayout(form, plan, blocks, {
    xElements: x.codes.length,
    xPlanes: x.scales.length,
    yElements: y.codes.length,
    yPlanes: y.scales.length,
    paddedElements: source.planeElements,
    outputs: elementCount(conv.outputShape),
  });
  const bytes = shared.end + threadLayout(form, plan, blocks, shared.end).bytes;
  if (bytes > MAX_MEMORY_BYTES) return { refused: `${bytes} bytes are more than the ${MAX_MEMORY_BYTES} that its memory can have` };
  const { flushToZero } = datapath.subnormals;
  const description: RunDescription = {
    form,
    plan,
    blocking: blocks,
    shared,
    treeWidth: datapath.treeWidth,
    accumulator: datapath.accumulator,
    flushToZero,
    outputScale: tensorScale === 1 ? new FunctionalTree(1, 1, datapath.subnormals).roundOperandProduct(x.tensorScale, y.tensorScale) : undefined,
    source,
    rowParts: 1,
  };
  return { plan, description, bytes };
}

/** The plan for the formats, or where that is not the fastest one for the operands at hand. */
function planOperands(form: MatrixForm, datapath: IntegerForm, x: Operand, y: Operand): ReturnType<typeof planFast> {
  const known = formatRanges(form.taps, datapath, x, y);
  const plan = planFast(form, datapath, known);
  if (!('refused' in plan) && plan.sums === 'exact' && plan.terms === 'exact') return plan;
  return planFast(form, datapath, measuredRanges(form.taps, datapath, x, y, known));
}

/** Runs a pass on this thread. Equal to `runReference` in every bit, count and overflow; each step is a unit. */
export function* runFast(conv: Convolution, datapath: IntegerForm, run: FastRun, x: Operand, y: Operand, tensorScale: 0 | 1): Steps<ConvolutionResult> {
  const { description } = run;
  const { form, plan, shared } = description;
  const memory = takeMemory(run.bytes);
  try {
    const kernels = kernelsOn(memory);
    prepare(conv, datapath, x, y, description, kernels);
    const runner = new UnitRunner(description, kernels, threadLayout(form, plan, description.blocking, shared.end));
    const units = unitCount(description);
    for (let unit = 0; unit < units; unit++) {
      runner.runUnit(unit);
      yield { done: unit + 1, total: units };
    }
    const bits = new Uint32Array(elementCount(conv.outputShape));
    bits.set(new Uint32Array(memory.buffer, shared.outputs, bits.length));
    return { shape: conv.outputShape, bits, counts: convolutionCounts(conv, tensorScale), overflow: overflowReport(conv, [runner.overflow]) };
  } finally {
    returnMemory(memory);
  }
}

/** The overflows of all threads. */
export function overflowReport({ outputShape }: Convolution, reports: readonly UnitRunner['overflow'][]): OverflowReport {
  const groups = reports.reduce((sum, report) => sum + report.groups, 0);
  if (groups === 0) return { groups, first: null };
  const first = reports.reduce((a, b) => (b.output < a.output || (b.output === a.output && b.group < a.group) ? b : a));
  return { groups, first: { output: indexOf(outputShape, first.output), group: first.group } };
}
