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
export class Sequencer implements Slot {
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
  batchSize: number;
  private cycle = 0;
  private nextContext = 0;
  private nextChunk = 0;
  private nextK = 0;
  private readonly lastIssue: Float64Array;
  private readonly run: IssueRun;

  constructor(run: IssueRun) {
    this.run = run;
    this.batchSize = Math.min(run.interleave, run.outputs);
    this.lastIssue = new Float64Array(Math.min(run.interleave, run.outputs));
  }

  /** Whether the next cycle begins a new batch: its outputs are batchStart .. batchStart + batchSize - 1. */
  get atBatchStart(): boolean {
    return this.nextContext === 0 && this.nextChunk === 0 && this.nextK === 0;
  }

  /** Moves to the next cycle. @returns false when the run has no more cycles */
  advance(): boolean {
    const { groupSize, chunks, outputs, fpAddLatency } = this.run;
    if (this.batchStart === outputs) return false;
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
      if (last) this.endChunk();
      else this.nextK++;
    }
    this.cycle++;
    return true;
  }

  private endChunk(): void {
    this.lastIssue[this.nextContext] = this.cycle;
    this.nextK = 0;
    if (++this.nextContext < this.batchSize) return;
    this.nextContext = 0;
    if (++this.nextChunk < this.run.chunks) return;
    this.nextChunk = 0;
    this.batchStart += this.batchSize;
    this.batchSize = Math.min(this.run.interleave, this.run.outputs - this.batchStart);
  }
}
