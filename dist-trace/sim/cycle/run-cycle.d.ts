import type { Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { Datapath } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult } from '../result.ts';
import { type OnEdge } from './array.ts';
import { type ArrayParameters } from './parameters.ts';
import { type RegisterClass } from './registers.ts';
import { type CycleCounts } from './timing.ts';
/** A result with its cycles. */
export interface CycleResult extends ConvolutionResult {
    readonly cycles: CycleCounts & {
        readonly utilization: number;
        /** Register bits that changed, over all elements, by class of register. */
        readonly toggles: Readonly<Record<RegisterClass, number>>;
    };
}
/** How an array is simulated. */
export interface CycleOptions {
    /** Takes the element on the register kernel even where the fast one is exact. */
    readonly clean?: boolean;
    /** Steps every edge even where nobody looks. */
    readonly stepped?: boolean;
    /** Counts toggles; default true. */
    readonly toggles?: boolean;
    /** Looks into the array in each cycle. */
    readonly onEdge?: OnEdge | undefined;
}
/**
 * Runs a pass on the clocked array. Bits, counts and overflows equal the functional engine's, cycles the closed form of `layerCycles`. Without
 * an observer of edges, elements take a chunk at a time where that is exact; with one they are stepped.
 * @param channelGroups those of the convolution
 */
export declare function runCycle<P, S, Q>(conv: Convolution, datapath: Datapath<P, S, Q>, x: Operand, y: Operand, parameters: ArrayParameters, channelGroups: number, options?: CycleOptions): Steps<CycleResult>;
