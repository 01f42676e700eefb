/** Runs a convolution pass on a datapath with the fastest engine that is exact for it. */
import { finish, type Steps } from '../bits/steps.ts';
import type { Convolution } from './convolution.ts';
import type { Datapath } from './datapath.ts';
import { planFastRun, runFast } from './fast/engine.ts';
import { planFunctional, runFunctional } from './functional-engine.ts';
import type { Operand } from './operand.ts';
import { runReference } from './reference-engine.ts';
import type { ConvolutionResult } from './result.ts';

/** The pass in steps: on SIMD kernels, else on typed arrays where they are exact, else on the units. */
export function* convolving<Product, Sum>(
  conv: Convolution,
  datapath: Datapath<Product, Sum>,
  x: Operand,
  y: Operand,
): Steps<ConvolutionResult> {
  const form = datapath.integerForm;
  if (form) {
    const fast = planFastRun(conv, form, x, y, datapath.tensorScaleMultiplications);
    if (!('refused' in fast)) return yield* runFast(conv, form, fast, x, y, datapath.tensorScaleMultiplications);
    const kernel = planFunctional(conv, form, x, y);
    if (kernel) return yield* runFunctional(conv, form, kernel, x, y, datapath.tensorScaleMultiplications);
  }
  return yield* runReference(conv, datapath, x, y);
}

/** The pass in one go. */
export function convolve<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand): ConvolutionResult {
  return finish(convolving(conv, datapath, x, y));
}
