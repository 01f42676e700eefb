/** The plan of a pass on the fast engine: its kernels, how it is cut, and where all of it lies in memory. */
import { elementCount } from '../../bits/shape.ts';
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { FunctionalTree } from '../functional-tree.ts';
import type { Operand } from '../operand.ts';
import { elementOf } from './element-table.ts';
import { blocking, sharedLayout, threadLayout, type ThreadLayout } from './layout.ts';
import { imageCount, matrixForm, squareForm, type MatrixForm } from './matrix-form.ts';
import { MAX_MEMORY_BYTES } from './memory.ts';
import { fastModule, fastUnsupported } from './modules.ts';
import { padGeometry, padPartCount, staysWithin } from './pad.ts';
import { planFast, type FastPlan } from './plan.ts';
import { fits, prepackedOf, type Prepacked } from './prepack.ts';
import { sourceGeometry, type OperandScales } from './prepare.ts';
import { formatRanges, measuredRanges, scalesOf, type Scales } from './ranges.ts';
import { sliceCount, type RunDescription } from './run-description.ts';

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
  /** What the work is cut into. */
  readonly slices: number;
  /** Whether any operands of these formats and shapes have this plan, if their scales are within the range of these. */
  readonly ofFormats: boolean;
}

export interface Refusal {
  /** Why the kernels can't take a pass. */
  readonly refused: string;
}

export function scalesOfX(datapath: IntegerForm, x: Operand): Scales {
  return scalesOf(x, datapath.xIntegers, (code) => datapath.xFactor(code));
}

export function scalesOfY(datapath: IntegerForm, y: Operand): Scales {
  return scalesOf(y, datapath.yIntegers, (code) => datapath.yFactor(code));
}

/** Plans a pass. @param threads at most so many; there are no more than slices @returns the run, or why there is none */
export function planFastRun(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1, threads = 1): FastRun | Refusal {
  const unsupported = fastUnsupported();
  if (unsupported !== undefined) return { refused: unsupported };
  const planes = matrixForm(conv, x.shape[1], y.shape[1]);
  const kept = prepackedOf(x);
  const packed = kept && fits(kept, planes, datapath) ? kept : undefined;
  const scales = { x: packed?.scales ?? scalesOfX(datapath, x), y: scalesOfY(datapath, y) };
  const { plan, ofFormats } = planOperands(planes, datapath, x, y, scales);
  if ('refused' in plan) return plan;
  const squares = plan.folding === 'winograd' ? planes.window : undefined;
  const form = squares ? squareForm(planes, squares) : planes;
  const prepacked = squares && packed?.norms === plan.limits.norms ? packed : undefined;
  const blocks = blocking(form, plan, datapath.treeWidth, threads, prepacked !== undefined);
  const source = sourceGeometry(conv, squares !== undefined);
  const images = imageCount(form);
  const pads = padGeometry(conv, y.shape[2], y.shape[3], elementOf(datapath.yIntegers));
  const padParts = threads > 1 && images === 1 && pads.element && staysWithin(pads, source) ? padPartCount({ source }, y.scales.length) : 0;
  const shared = sharedLayout(form, plan, blocks, {
    xElements: x.codes.length,
    xPlanes: x.scales.length,
    yElements: y.codes.length,
    yPlanes: y.scales.length,
    paddedElements: source.planeElements,
    paddedRow: source.rowElements,
    outputs: elementCount(conv.outputShape),
    queues: images > 1 ? 1 : threads,
    yElementsAside: threads > 1 && images > 1 ? y.codes.length / images : 0,
  }, prepacked?.layout);
  const described = {
    form,
    plan,
    blocking: blocks,
    shared,
    treeWidth: datapath.treeWidth,
    accumulator: { width: datapath.accumulator.width, overflow: datapath.accumulator.overflow },
    flushToZero: datapath.subnormals.flushToZero,
    outputScale: outputScaleOf(datapath, x, y, tensorScale),
    source,
    pads,
    padParts,
    padPlanes: padParts > 0 ? y.scales.length : 0,
    element: elementOf(datapath.xIntegers),
    threads,
  };
  const slices = sliceCount(described);
  const description: RunDescription = { ...described, queues: images > 1 ? 1 : Math.min(threads, slices) };
  const own: ThreadLayout[] = [];
  let end = shared.end;
  for (let thread = 0; thread < Math.min(threads, slices); thread++) {
    own.push(threadLayout(form, plan, blocks, end));
    end += own[thread].bytes;
  }
  if (end > MAX_MEMORY_BYTES) return { refused: `${end} bytes are more than the ${MAX_MEMORY_BYTES} that its memory can have` };
  return { module: fastModule('convolution'), plan, description, scales, threads: own, bytes: end, slices, ofFormats, prepacked };
}

/** S_z, where outputs are scaled. */
export function outputScaleOf(datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1): number | undefined {
  return tensorScale === 1 ? new FunctionalTree(1, 1, datapath.subnormals).roundOperandProduct(x.tensorScale, y.tensorScale) : undefined;
}

/** The plan for the formats, or where the largest integers that occur may give a faster one, for the operands at hand. */
function planOperands(form: MatrixForm, datapath: IntegerForm, x: Operand, y: Operand, scales: OperandScales): { readonly plan: FastPlan | Refusal; readonly ofFormats: boolean } {
  const known = formatRanges(form, datapath, x, y, scales);
  const plan = planFast(form, datapath, known);
  const ofFormats = !('refused' in plan) && plan.sums === 'exact' && (plan.terms !== 'binary64' || form.y.ofPlane > 0);
  return { plan: ofFormats ? plan : planFast(form, datapath, measuredRanges(form.taps, datapath, x, y, known)), ofFormats };
}
