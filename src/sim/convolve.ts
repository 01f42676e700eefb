/** Runs a convolution pass on a datapath with the fastest engine that is exact for it. */
import { finish, type Steps } from '../bits/steps.ts';
import type { Convolution } from './convolution.ts';
import type { Datapath } from './datapath.ts';
import { runFast } from './fast/engine.ts';
import { planFastRun, type FastRun } from './fast/fast-run.ts';
import { fastRunOf } from './fast/kept-runs.ts';
import { keptCopyOf, unchanged } from './fast/recurring.ts';
import { planFunctional, runFunctional, type Kernel } from './functional-engine.ts';
import type { Operand } from './operand.ts';
import { runReference } from './reference-engine.ts';
import { requireRoom, resultIn, type ConvolutionResult } from './result.ts';

/** The engine of a pass, and why. `simd`: WebAssembly kernels; `doubles`: typed arrays, where doubles are exact; `units`: the hardware blocks one by one. */
export type EnginePlan = { readonly reasons: readonly string[] } & (
  | { readonly engine: 'simd'; readonly run: FastRun }
  | { readonly engine: 'doubles'; readonly kernel: Kernel }
  | { readonly engine: 'units' }
);

/** The choice of an engine. @param threads at most so many; only `simd` has more than one */
export function planConvolution<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, threads = 1): EnginePlan {
  const form = datapath.integerForm;
  if (!form) return { engine: 'units', reasons: ['products and sums of the datapath are not integers'] };
  const run = planFastRun(conv, form, x, y, datapath.tensorScaleMultiplications, threads);
  if (!('refused' in run)) return { engine: 'simd', run, reasons: run.plan.reasons };
  const reasons = [`no SIMD kernels: ${run.refused}`];
  const kernel = planFunctional(conv, form, x, y);
  if (kernel) return { engine: 'doubles', kernel, reasons: [...reasons, `sums are exact in doubles, ${kernel === 'exact' ? 'and none can overflow' : 'with a check at each step'}`] };
  return { engine: 'units', reasons: [...reasons, 'no doubles: sums would not be exact in them, or the padded source would be too large'] };
}

/** The pass in steps. @param into as of `convolve` */
export function convolving<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, into?: Uint32Array): Steps<ConvolutionResult> {
  return passSteps(conv, datapath, unchanged(x, keptCopyOf(conv, datapath, x, y)), y, into);
}

/** The same with X as it is, prepacked or not. */
export function* passSteps<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, into?: Uint32Array): Steps<ConvolutionResult> {
  requireRoom(conv, into);
  const form = datapath.integerForm;
  if (!form) return resultIn(yield* runReference(conv, datapath, x, y), into);
  const tensorScale = datapath.tensorScaleMultiplications;
  const run = fastRunOf(conv, form, x, y, tensorScale);
  const fast = 'refused' in run ? undefined : yield* runFast(conv, form, run, x, y, tensorScale, into);
  if (fast) return fast;
  const kernel = planFunctional(conv, form, x, y);
  return resultIn(kernel ? yield* runFunctional(conv, form, kernel, x, y, tensorScale) : yield* runReference(conv, datapath, x, y), into);
}

/**
 * The pass in one go. Where the same X comes again with one Y after the other, what the SIMD kernels make of it is kept from the second time on, as `prepack` would, until it
 * has changed.
 * @param into where the outputs go, a word for each: by default new memory. Passes that follow one another leave nothing to be collected where they have it in common
 * @throws RangeError where `into` has another size
 */
export function convolve<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, into?: Uint32Array): ConvolutionResult {
  return finish(convolving(conv, datapath, x, y, into));
}
