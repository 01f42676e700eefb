/** The sequencer's decisions a chunk at a time: the same cycles as `Sequencer`, without a step for each. */
import type { IssueRun } from './sequencer.ts';
/** Walks through the chunks of a run in issue order. Fields describe the current chunk. */
export declare class ChunkSchedule {
    context: number;
    chunk: number;
    /** The output of the run that the chunk belongs to. */
    output: number;
    /** Cycles, from the run's first one, in which the chunk's last pair is issued, and the pair before it was. */
    lastIssue: number;
    stalls: number;
    private batchStart;
    private batchSize;
    private nextContext;
    private nextChunk;
    private readonly lastOfContext;
    private readonly run;
    constructor(run: IssueRun);
    /** Moves to the next chunk. @returns false when there is none */
    advance(): boolean;
}
