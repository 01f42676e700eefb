/** Walks through the chunks of a run in issue order. Fields describe the current chunk. */
export class ChunkSchedule {
    context = 0;
    chunk = 0;
    /** The output of the run that the chunk belongs to. */
    output = 0;
    /** Cycles, from the run's first one, in which the chunk's last pair is issued, and the pair before it was. */
    lastIssue = -1;
    stalls = 0;
    batchStart = 0;
    batchSize;
    nextContext = 0;
    nextChunk = 0;
    lastOfContext;
    run;
    constructor(run) {
        this.run = run;
        this.batchSize = Math.min(run.interleave, run.outputs);
        this.lastOfContext = new Float64Array(this.batchSize);
    }
    /** Moves to the next chunk. @returns false when there is none */
    advance() {
        const { groupSize, chunks, outputs, interleave, fpAddLatency } = this.run;
        if (this.batchStart === outputs)
            return false;
        this.context = this.nextContext;
        this.chunk = this.nextChunk;
        this.output = this.batchStart + this.nextContext;
        const unheld = this.lastIssue + groupSize;
        const earliest = this.chunk === 0 ? unheld : this.lastOfContext[this.context] + fpAddLatency;
        this.stalls = Math.max(0, earliest - unheld);
        this.lastIssue = unheld + this.stalls;
        this.lastOfContext[this.context] = this.lastIssue;
        if (++this.nextContext < this.batchSize)
            return true;
        this.nextContext = 0;
        if (++this.nextChunk < chunks)
            return true;
        this.nextChunk = 0;
        this.batchStart += this.batchSize;
        this.batchSize = Math.min(interleave, outputs - this.batchStart);
        return true;
    }
}
//# sourceMappingURL=chunk-schedule.js.map