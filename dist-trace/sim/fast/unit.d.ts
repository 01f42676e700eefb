import type { RowSource } from './fold-rows.ts';
import type { Kernels } from './kernels.ts';
import { type ThreadLayout } from './layout.ts';
import { type RunDescription, type Unit } from './run-description.ts';
/** Runs units on one thread's part of the memory. */
export declare class UnitRunner {
    #private;
    /** @param source where rows are that units fold */
    constructor(run: RunDescription, kernels: Kernels, own: ThreadLayout, source: RowSource);
    runUnit(unit: Unit): void;
}
