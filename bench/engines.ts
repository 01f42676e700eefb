/** The engines that a case can run on. One that the built program does not have is undefined, and is not measured. */
import type { quantize } from '../src/formats/quantize.ts';
import type { Convolution } from '../src/sim/convolution.ts';
import type { Datapath } from '../src/sim/datapath.ts';
import type { Operand } from '../src/sim/operand.ts';
import type { ConvolutionResult } from '../src/sim/result.ts';
import { builtModule, functionalEngine, library } from './library.ts';

interface Threads {
  convolveOnThreads<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, options: { readonly threads: number; readonly into: Uint32Array }): Promise<ConvolutionResult>;
  closeThreads(): unknown;
}

/** A pool of threads that stays between calls. */
export const threads = await builtModule<Threads>('sim/fast/threads.js');

export const fastQuantize = (await builtModule<{ fastQuantize: typeof quantize }>('sim/fast/quantize.js'))?.fastQuantize;

/** The engine on plain JavaScript's typed arrays, whatever `convolve` would take. @throws Error where doubles are not exact */
export function convolveFunctional<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand): ConvolutionResult {
  const { planFunctional, runFunctional } = functionalEngine;
  const form = datapath.integerForm;
  const kernel = form && planFunctional(conv, form, x, y);
  if (!form || !kernel) throw new Error('the functional engine is not exact for this case');
  return library.finish(runFunctional(conv, form, kernel, x, y, datapath.tensorScaleMultiplications));
}
