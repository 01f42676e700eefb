/** Where the cycles go, over many arrays: the closed form summed over the layers of a network. */
import type { Steps } from '../../bits/steps.ts';
import type { ArrayParameters } from './parameters.ts';
import { type CycleCounts, type OutputGrid } from './timing.ts';
/**
 * What becomes of the multiplier slots of a run. A slot is one lane of one element in one cycle: cycles x T x rows x cols of them. The five
 * shares are disjoint and add up to 1.
 */
export interface SlotShares {
    /** Slots that make a product: mul / (cycles x T x rows x cols). */
    readonly utilization: number;
    /** Slots of cycles that are held for the running sum. */
    readonly stall: number;
    /** Slots of cycles after a layer's last issue. */
    readonly drain: number;
    /** Slots of issue in lanes without a group, on elements that have an output. */
    readonly idleLanes: number;
    /** Slots of issue on elements without an output. */
    readonly idleElements: number;
}
/** The cycles of all layers on one array. */
export interface SweepPoint {
    readonly array: ArrayParameters;
    /** Sums over the layers. Layers follow one another, and each pays its own drain. */
    readonly cycles: CycleCounts;
    readonly products: bigint;
    readonly shares: SlotShares;
}
/** All (x, y) pairs of a layer. */
export declare function productsOf({ channelGroups, matrixRows, matrixColumns, groupCount, groupSize }: OutputGrid): bigint;
/** Multipliers of an array: the products that it can make in a cycle. */
export declare function multipliers({ rows, cols, treeWidth }: ArrayParameters): number;
/** One array. */
export declare function sweepPoint(layers: readonly OutputGrid[], array: ArrayParameters): SweepPoint;
/** Many arrays, in order. */
export declare function sweep(layers: readonly OutputGrid[], arrays: readonly ArrayParameters[]): Steps<readonly SweepPoint[]>;
/** Products a cycle, on average. */
export declare function productsPerCycle({ products, cycles }: SweepPoint): number;
