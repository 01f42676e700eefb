/** Cycles of a layer in closed form: exact, equal to what the clocked model counts, and instant for billions of cycles. */
import type { ArrayParameters } from './parameters.ts';
import type { IssueRun } from './sequencer.ts';
/** The outputs of a layer as the array sees them: one matrix for each channel group. */
export interface OutputGrid {
    readonly channelGroups: number;
    /** Output channels of a channel group. */
    readonly matrixRows: number;
    /** All other outputs of an output channel. */
    readonly matrixColumns: number;
    /** G, the groups of an output. */
    readonly groupCount: number;
    /** K, the products of a group. */
    readonly groupSize: number;
}
/** Where the cycles of a layer go. All are exact counts; bigint, since a network's layers have billions. */
export interface CycleCounts {
    /** issue + stall + drain. */
    readonly total: bigint;
    /** Cycles in which an element pair is issued to each lane that has one. */
    readonly issue: bigint;
    /** Cycles in which the last element of a chunk is held for the running sum. */
    readonly stall: bigint;
    /** Cycles after the last issue until the last output is visible. */
    readonly drain: bigint;
    /** Lane-cycles of issue, on elements that have an output, in lanes without a group. */
    readonly idleLanes: bigint;
    /** Element-cycles of issue on elements without an output, at the edges of the output matrix. */
    readonly idleElements: bigint;
}
/** The registers between the issue of a chunk's last pair and the visible output: M, A, S, C, the tree's levels, R and Z. */
export declare function latency({ treeWidth, fpAddLatency, fpMulLatency, tensorScale }: ArrayParameters): number;
/** C, the chunks of an output. */
export declare function chunkCount(groupCount: number, treeWidth: number): number;
/** The cycles of one run, from its first issue to its last, stalls included. */
export declare function runCycles(run: IssueRun): number;
/** The cycles of a layer. */
export declare function layerCycles(grid: OutputGrid, parameters: ArrayParameters): CycleCounts;
/** mul / (cycles x T x rows x cols): the share of all multiplier slots that make a product. */
export declare function utilization(grid: OutputGrid, cycles: CycleCounts, { rows, cols, treeWidth }: ArrayParameters): number;
