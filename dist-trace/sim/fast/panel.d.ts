/** Panels: the columns of a unit side by side, as the kernels read them. */
import type { Kernels } from './kernels.ts';
import type { ThreadLayout } from './layout.ts';
import type { RunDescription, Unit } from './run-description.ts';
/** A run on one thread. */
export interface ThreadRun {
    readonly run: RunDescription;
    readonly kernels: Kernels;
    readonly own: ThreadLayout;
    /** The memory. */
    readonly words: Int32Array;
}
/** Writes the columns of a unit as runs along the rows of the source. @returns their count */
export declare function layRuns({ run, own, words }: ThreadRun, { firstColumn, columns }: Unit): number;
/** Packs the columns of a unit for some groups. @param runCount of `layRuns` @param to where the panel goes */
export declare function packPanel({ run, kernels, own, words }: ThreadRun, job: number, firstGroup: number, groups: number, runCount: number, to: number): void;
