/** The cycles of a run, one after the other. Fields describe the current cycle; the object is its own slot. */
export class Sequencer {
    issue = false;
    first = false;
    last = false;
    chunkFirst = false;
    chunkLast = false;
    context = 0;
    chunk = 0;
    k = 0;
    /** The output of the run that the pair belongs to. */
    output = 0;
    /** The first output of the current batch, and how many it has. */
    batchStart = 0;
    batchSize;
    cycle = 0;
    nextContext = 0;
    nextChunk = 0;
    nextK = 0;
    lastIssue;
    run;
    constructor(run) {
        this.run = run;
        this.batchSize = Math.min(run.interleave, run.outputs);
        this.lastIssue = new Float64Array(Math.min(run.interleave, run.outputs));
    }
    /** Whether the next cycle begins a new batch: its outputs are batchStart .. batchStart + batchSize - 1. */
    get atBatchStart() {
        return this.nextContext === 0 && this.nextChunk === 0 && this.nextK === 0;
    }
    /** Moves to the next cycle. @returns false when the run has no more cycles */
    advance() {
        const { groupSize, chunks, outputs, fpAddLatency } = this.run;
        if (this.batchStart === outputs)
            return false;
        const last = this.nextK === groupSize - 1;
        const held = last && this.nextChunk > 0 && this.cycle < this.lastIssue[this.nextContext] + fpAddLatency;
        this.issue = !held;
        if (!held) {
            this.context = this.nextContext;
            this.output = this.batchStart + this.nextContext;
            this.chunk = this.nextChunk;
            this.k = this.nextK;
            this.first = this.nextK === 0;
            this.last = last;
            this.chunkFirst = this.nextChunk === 0;
            this.chunkLast = this.nextChunk === chunks - 1;
            if (last)
                this.endChunk();
            else
                this.nextK++;
        }
        this.cycle++;
        return true;
    }
    endChunk() {
        this.lastIssue[this.nextContext] = this.cycle;
        this.nextK = 0;
        if (++this.nextContext < this.batchSize)
            return;
        this.nextContext = 0;
        if (++this.nextChunk < this.run.chunks)
            return;
        this.nextChunk = 0;
        this.batchStart += this.batchSize;
        this.batchSize = Math.min(this.run.interleave, this.run.outputs - this.batchStart);
    }
}
//# sourceMappingURL=sequencer.js.map