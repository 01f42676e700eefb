/** The grouped dot product (paper Eq. 6-8), one output of a convolution, on the units of a datapath. */
import type { Datapath } from './datapath.ts';
/** The operands of one output: G groups of K element pairs. */
export interface GroupedOperands {
    readonly groupCount: number;
    readonly groupSize: number;
    /** The element codes of product k in group g. */
    x(g: number, k: number): number;
    y(g: number, k: number): number;
    /** The scale codes of group g. */
    xScale(g: number): number;
    yScale(g: number): number;
    /** Bit patterns of the tensor scales. */
    readonly xTensorScale: number;
    readonly yTensorScale: number;
}
/** What one output took. */
export interface GroupedDot {
    /** The output's binary32 pattern. */
    readonly bits: number;
    /** The groups whose accumulator overflowed, ascending. */
    readonly overflowed: readonly number[];
    readonly counts: {
        mul: number;
        localAcc: number;
        groupScale: number;
        treeAdd: number;
        tensorScale: number;
    };
}
/** Computes one output as the hardware does, counting each operation as it is made. */
export declare function groupedDot<Product, Sum>(datapath: Datapath<Product, Sum>, operands: GroupedOperands): GroupedDot;
