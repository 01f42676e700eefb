/**
 * The sequencer: decides each cycle what is issued to all elements of the array.
 *
 * I outputs take turns chunk by chunk. The last pair of a chunk is issued no earlier than Lf cycles after the last pair of the same output's
 * chunk before, since the running sum's adder takes so long; a held cycle is a stall.
 */
import type { Slot } from './element.ts';
/** One run of the issue rule: the outputs that an element makes for one row tile, in order. */
export interface IssueRun {
    /** N, the outputs. */
    readonly outputs: number;
    /** C, the chunks of an output. */
    readonly chunks: number;
    /** K, the pairs of a group. */
    readonly groupSize: number;
    /** I. */
    readonly interleave: number;
    /** Lf. */
    readonly fpAddLatency: number;
}
/** The cycles of a run, one after the other. Fields describe the current cycle; the object is its own slot. */
export declare class Sequencer implements Slot {
    issue: boolean;
    first: boolean;
    last: boolean;
    chunkFirst: boolean;
    chunkLast: boolean;
    context: number;
    chunk: number;
    k: number;
    /** The output of the run that the pair belongs to. */
    output: number;
    /** The first output of the current batch, and how many it has. */
    batchStart: number;
    batchSize: number;
    private cycle;
    private nextContext;
    private nextChunk;
    private nextK;
    private readonly lastIssue;
    private readonly run;
    constructor(run: IssueRun);
    /** Whether the next cycle begins a new batch: its outputs are batchStart .. batchStart + batchSize - 1. */
    get atBatchStart(): boolean;
    /** Moves to the next cycle. @returns false when the run has no more cycles */
    advance(): boolean;
    private endChunk;
}
