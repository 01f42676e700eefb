/** A thread's share of a run: units that a counter in the shared memory hands out, so that nobody waits for the slowest. */
import { type RowSource } from './fold-rows.ts';
import type { Kernels } from './kernels.ts';
import type { SharedLayout, ThreadLayout } from './layout.ts';
import { type RunDescription } from './run-description.ts';
export interface Share {
    readonly description: RunDescription;
    readonly own: ThreadLayout;
}
/** Lets nobody do anything yet. */
export declare function closeRun(memory: WebAssembly.Memory, run: RunDescription): void;
/** Lets threads fold parts of X. */
export declare function openRows(memory: WebAssembly.Memory, shared: SharedLayout): void;
/** Says how many planes of X have their codes in memory. */
export declare function putPlanes(memory: WebAssembly.Memory, shared: SharedLayout, planes: number): void;
/** Says how many images of Y are in memory, as units need them. */
export declare function putImages(memory: WebAssembly.Memory, shared: SharedLayout, images: number): void;
/** Lets threads take units. */
export declare function openUnits(memory: WebAssembly.Memory, shared: SharedLayout): void;
/** Leaves nothing to be done, whatever was open. */
export declare function abandonRun(memory: WebAssembly.Memory, shared: SharedLayout): void;
/** Says that a thread has found no unit left, and writes nothing more. */
export declare function leaveRun(memory: WebAssembly.Memory, shared: SharedLayout): void;
/** Waits until so many threads have left. @param check throws where they never will */
export declare function haveLeft(memory: WebAssembly.Memory, shared: SharedLayout, threads: number, check: () => void): Promise<void>;
/** Waits until all parts of X are folded. @param check throws where they never will */
export declare function areFolded(memory: WebAssembly.Memory, description: RunDescription, check: () => void): Promise<void>;
/** Folds parts of X until none is left, where they are open. */
export declare function foldShare(kernels: Kernels, { description, own }: Share, watchMs: number): void;
/** Takes units until none is left, and yields the end of the slices of each. @param source of rows that units fold @param watchMs how long a thread watches a word before it sleeps */
export declare function takeUnits(kernels: Kernels, { description, own }: Share, source: RowSource, watchMs: number): Generator<number, void, undefined>;
/** How many jobs have all their outputs, from the first one on. @param known at least so many */
export declare function finishedJobs(memory: WebAssembly.Memory, description: RunDescription, known: number): number;
/** All that a thread beside the first one does of a run, as it opens. */
export declare function runShare(kernels: Kernels, share: Share, watchMs: number): void;
