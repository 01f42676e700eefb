/** The array: all elements in lockstep under one sequencer, every edge or a chunk at a time. */
import type { Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { ChunkElement } from './chunk-element.ts';
import { type Element, type Slot, type UnitOperations } from './element.ts';
import type { Gatherer } from './gatherer.ts';
import type { ArrayParameters } from './parameters.ts';
import type { RegisterClass } from './registers.ts';
import { type IssueRun } from './sequencer.ts';
import { type CycleCounts, type OutputGrid } from './timing.ts';
/** One pass on one array. */
export interface Job {
    readonly conv: Convolution;
    readonly grid: OutputGrid;
    readonly array: ArrayParameters;
    readonly gatherer: Gatherer;
    /** The issue rule's run: the same for every row tile. */
    readonly run: IssueRun;
}
/** Cycles and idle slots of a job, and what its elements did. */
export interface Outcome {
    readonly cycles: CycleCounts;
    readonly operations: readonly UnitOperations[];
    readonly toggles: readonly ReadonlyMap<RegisterClass, number>[];
}
/** Sees the array in each cycle, from cycle 0 (after reset): what is issued in cycle 0 is in register M in cycle 1. */
export type OnEdge = (cycle: number, slot: Slot, elements: readonly Element[]) => void;
/** Every clock edge, one after the other. */
export declare function stepArray(job: Job, elements: readonly Element[], onEdge: OnEdge | undefined): Steps<Outcome>;
/** A chunk at a time, in the same order. */
export declare function chunkArray(job: Job, elements: readonly ChunkElement[]): Steps<Outcome>;
