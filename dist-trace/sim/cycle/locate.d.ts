import type { Convolution } from '../convolution.ts';
import type { ArrayParameters } from './parameters.ts';
import type { IssueRun } from './sequencer.ts';
/** A chunk as it is issued to an element. */
export interface IssuedChunk {
    /** Row-major output index. */
    readonly output: number;
    readonly chunk: number;
    readonly context: number;
    /** The cycle of the first pair's issue. */
    readonly firstIssue: number;
    /** The cycle of the last pair's issue: `stalls` cycles later than without the issue rule. */
    readonly lastIssue: number;
    readonly stalls: number;
    /** Whether it completes its output. */
    readonly completes: boolean;
}
/** The issue rule's run of a convolution on an array. */
export declare function issueRun(conv: Convolution, array: ArrayParameters, channelGroups: number): IssueRun;
/** All chunks that are issued to the element at a place of the array, in order. */
export declare function chunksOf(conv: Convolution, array: ArrayParameters, channelGroups: number, place: Place): Generator<IssuedChunk>;
/** An element of the array. */
export interface Place {
    readonly row: number;
    readonly column: number;
}
/** An output's element, and its first and last cycle: from the issue of its first pair until it is visible. */
export interface OutputWindow {
    readonly place: Place;
    readonly first: number;
    readonly last: number;
}
/** Where and when an output is made. @param output [4 indices] of the output tensor @throws InputError for an index outside of it */
export declare function locateOutput(conv: Convolution, array: ArrayParameters, channelGroups: number, output: readonly number[]): OutputWindow;
