import { type RowSource } from './fold-rows.ts';
import { type ThreadRun } from './panel.ts';
import { type Unit } from './run-description.ts';
/** Adds the sums of folded groups to running sums. */
export declare class FoldedUnits {
    #private;
    /** @param source where rows are that units fold */
    constructor(thread: ThreadRun, source: RowSource);
    /** All groups of a unit. @param runCount of `layRuns` */
    addUnit(unit: Unit, tiles: number, runCount: number): void;
    /** Writes the outputs of a unit of squares. @param rows that exist */
    writeSquares(unit: Unit, tiles: number, rows: number): void;
}
