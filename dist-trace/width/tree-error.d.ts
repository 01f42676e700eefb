import { type TreeOrder } from './tree-orders.ts';
/** One tree on all outputs. Errors are relative to sum |x| of the output's terms, in units of u = 2^-24. */
export interface TreeError {
    readonly order: TreeOrder;
    /** T. */
    readonly width: number;
    /** The most rounded additions that a term passes. */
    readonly depth: number;
    /** No error can be larger: gamma_d / u. With flush-to-zero, (G - 1) x 2^-126 come on top of the absolute error. */
    readonly bound: number;
    /** The largest. */
    readonly largest: number;
    /** The root of the mean square. */
    readonly rms: number;
    /** Share of outputs without any error. */
    readonly exact: number;
}
/** Gathers the errors of all trees, tile by tile. */
export declare class TreeErrorTally {
    private readonly running;
    private readonly groupCount;
    private readonly flush;
    /** @param groupCount G @param flush whether subnormal sums become zeros */
    constructor(groupCount: number, flush: boolean);
    /** @param terms the tree's inputs: a lane for each group, all of one length */
    add(terms: readonly Float32Array[]): void;
    /** Every width from 1 to 1024, in each wiring. */
    report(): readonly TreeError[];
}
