import type { Convolution } from '../convolution.ts';
import type { RunDescription } from './run-description.ts';
export declare class Outputs {
    #private;
    /** Binary32 patterns. */
    readonly bits: Uint32Array;
    /** @param into where they go; by default new memory */
    constructor({ outputShape }: Convolution, run: RunDescription, memory: WebAssembly.Memory, into: Uint32Array | undefined);
    /** Has the system give memory its pages, which takes longer than to copy to them: where other threads are at work meanwhile. */
    touch(): void;
    /** Copies the outputs of jobs that have ended on all threads since the last time. */
    copyEnded(): void;
}
