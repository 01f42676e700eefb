/** What a simulated convolution gives. */
import { type Shape4 } from '../bits/shape.ts';
import type { OperationCounts } from './counts.ts';
/** Groups whose local accumulator overflowed. */
export interface OverflowReport {
    /** How many groups, over all outputs. */
    readonly groups: number;
    /** The lowest row-major output index, then the lowest group, whatever the order of evaluation. */
    readonly first: {
        readonly output: Shape4;
        readonly group: number;
    } | null;
}
/** The output of a pass. */
export interface ConvolutionResult {
    readonly shape: Shape4;
    /** Binary32 patterns, row-major; a NaN is 0x7FC00000. */
    readonly bits: Uint32Array;
    readonly counts: OperationCounts;
    readonly overflow: OverflowReport;
}
/** Has memory for the outputs of a pass. @throws RangeError where it has another size */
export declare function requireRoom({ outputShape }: {
    readonly outputShape: Shape4;
}, into: Uint32Array | undefined): void;
/** A result with its outputs in memory that is there. */
export declare function resultIn(result: ConvolutionResult, into: Uint32Array | undefined): ConvolutionResult;
