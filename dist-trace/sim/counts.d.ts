import type { Convolution } from './convolution.ts';
/** How often each operation was made. */
export interface OperationCounts {
    /** Low-bit multiplications, those with a zero from the padding included. */
    readonly mul: number;
    /** Integer additions in the local accumulators; the load of a group's first product is none. */
    readonly localAcc: number;
    /** Group-wise scalings. */
    readonly groupScale: number;
    /** Binary32 additions: T - 1 in the tree and one in the running sum for T groups; idle lanes count nothing. */
    readonly treeAdd: number;
    /** Binary32 multiplications by S_z. */
    readonly tensorScale: number;
}
/** The counts of a whole pass: G x K, G x (K - 1), G, G and 0 or 1 for each output. */
export declare function convolutionCounts({ outputShape, groupCount, groupSize }: Convolution, tensorScale: 0 | 1): OperationCounts;
