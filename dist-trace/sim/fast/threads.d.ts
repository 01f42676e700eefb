/** The fast engine on several threads, which share the memory of a run and take its units from one counter. The bits don't depend on their number. */
import { type Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { Datapath } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { type ConvolutionResult } from '../result.ts';
export { closeThreads } from './pool.ts';
/** More would only wait for each other, each with memory of its own. */
export declare const MOST_THREADS = 64;
export interface ThreadOptions {
    /** At most so many threads, this one included, and at most 64. */
    readonly threads: number;
    /** Runs the steps of this thread: to show progress, or to stop. By default in one go. */
    readonly drive?: <Result>(steps: Steps<Result>) => Result | Promise<Result>;
    /** Where the outputs go, as with `convolve`: not to be touched until the result is there. */
    readonly into?: Uint32Array | undefined;
}
/** A pass on several threads; on this one alone where the fast engine can't take it. Equal to `convolve` in every bit, count and overflow. */
export declare function convolveOnThreads<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, operand: Operand, y: Operand, options: ThreadOptions): Promise<ConvolutionResult>;
