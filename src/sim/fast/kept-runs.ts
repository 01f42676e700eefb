/** Plans that are taken again: a layer is often run on one input after the other. */
import type { Shape4 } from '../../bits/shape.ts';
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { outputScaleOf, planFastRun, scalesOfX, scalesOfY, type FastRun, type Refusal } from './fast-run.ts';
import { prepackedOf, type Prepacked } from './prepack.ts';
import type { OperandScales } from './prepare.ts';
import type { Scales } from './ranges.ts';

/** All that a plan depends on beside scales. */
interface PlannedPass {
  readonly conv: Convolution;
  readonly datapath: IntegerForm;
  readonly tensorScale: 0 | 1;
  readonly threads: number;
  readonly xShape: Shape4;
  readonly yShape: Shape4;
}

/** The last run of a layer, or on what is kept of an operand. */
const lastRuns = new WeakMap<Convolution | Prepacked, { readonly pass: PlannedPass; readonly run: FastRun }>();

/**
 * A run of a pass. Its plan may be that of the last one, if that holds for these operands as well: then `planFastRun` may choose otherwise which groups are folded, as that
 * depends on what is faster for some of their scales; with either the bits are the same.
 * @param threads at most so many; there are no more than units @returns the run, or why there is none
 */
export function fastRunOf(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1, threads = 1): FastRun | Refusal {
  const pass: PlannedPass = { conv, datapath, tensorScale, threads, xShape: x.shape, yShape: y.shape };
  const owner = prepackedOf(x) ?? conv;
  const last = lastRuns.get(owner);
  if (last && isSame(last.pass, pass)) {
    const scales = { x: last.run.prepacked?.scales ?? scalesOfX(datapath, x), y: scalesOfY(datapath, y) };
    if (areUsual(scales)) return { ...last.run, scales, description: { ...last.run.description, outputScale: outputScaleOf(datapath, x, y, tensorScale) } };
  }
  const run = planFastRun(conv, datapath, x, y, tensorScale, threads);
  if (!('refused' in run) && run.ofFormats && areUsual(run.scales) && haveOdd(run.scales.x) && haveOdd(run.scales.y)) lastRuns.set(owner, { pass, run });
  return run;
}

function isSame(a: PlannedPass, b: PlannedPass): boolean {
  const sameShapes = sameShape(a.xShape, b.xShape) && sameShape(a.yShape, b.yShape);
  return sameShapes && a.conv === b.conv && a.datapath === b.datapath && a.tensorScale === b.tensorScale && a.threads === b.threads;
}

function sameShape(a: Shape4, b: Shape4): boolean {
  return a.every((size, i) => size === b[i]);
}

/** With all factors from here to 1.5 no product of two comes near the ends of binary32's range, nor does any sum of terms. */
const LEAST_USUAL = 2 ** -60;
const MOST_USUAL = 1.5;

function areUsual({ x, y }: OperandScales): boolean {
  return [x, y].every(({ factors }) => [...factors.values()].every((factor) => factor === 0 || (factor >= LEAST_USUAL && factor <= MOST_USUAL)));
}

/** Whether some factor is 1.5 times a power of two: then sums of others have no more bits. */
function haveOdd({ factors }: Scales): boolean {
  return [...factors.values()].some((factor) => factor > 0 && !Number.isInteger(Math.log2(factor)));
}
