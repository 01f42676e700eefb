/** Everything that the paper prints about energy, beside the computed values. */
import type { ComparedCell } from './cell.ts';
export interface Reproduction {
    readonly cells: readonly ComparedCell[];
    /** Whether every cell is equal, or inconsistent for its known reason. */
    readonly reproduced: boolean;
}
export declare function reproduce(): Reproduction;
export declare function judged(cells: readonly ComparedCell[]): Reproduction;
