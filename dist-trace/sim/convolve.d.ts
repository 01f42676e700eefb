/** Runs a convolution pass on a datapath with the fastest engine that is exact for it. */
import { type Steps } from '../bits/steps.ts';
import type { Convolution } from './convolution.ts';
import type { Datapath } from './datapath.ts';
import { type FastRun } from './fast/fast-run.ts';
import { type Kernel } from './functional-engine.ts';
import type { Operand } from './operand.ts';
import { type ConvolutionResult } from './result.ts';
/** The engine of a pass, and why. `simd`: WebAssembly kernels; `doubles`: typed arrays, where doubles are exact; `units`: the hardware blocks one by one. */
export type EnginePlan = {
    readonly reasons: readonly string[];
} & ({
    readonly engine: 'simd';
    readonly run: FastRun;
} | {
    readonly engine: 'doubles';
    readonly kernel: Kernel;
} | {
    readonly engine: 'units';
});
/** The choice of an engine. @param threads at most so many; only `simd` has more than one */
export declare function planConvolution<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, threads?: number): EnginePlan;
/** The pass in steps. @param into as of `convolve` */
export declare function convolving<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, into?: Uint32Array): Steps<ConvolutionResult>;
/** The same with X as it is, prepacked or not. */
export declare function passSteps<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, into?: Uint32Array): Steps<ConvolutionResult>;
/**
 * The pass in one go. Where the same X comes again with one Y after the other, what the SIMD kernels make of it is kept from the second time on, as `prepack` would, until it
 * has changed.
 * @param into where the outputs go, a word for each: by default new memory. Passes that follow one another leave nothing to be collected where they have it in common
 * @throws RangeError where `into` has another size
 */
export declare function convolve<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand, into?: Uint32Array): ConvolutionResult;
