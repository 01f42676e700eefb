/** Which lanes of a level meet: neighbours, as in the unit, or lane i and lane i + half. */
export declare const TREE_ORDERS: readonly ["neighbours", "halves"];
export type TreeOrder = (typeof TREE_ORDERS)[number];
/** The shape of a tree. */
export interface TreeShape {
    readonly order: TreeOrder;
    /** T, a power of two. */
    readonly width: number;
}
/** The sums of all terms, chunk after chunk into a running sum that starts at +0. @param terms a lane for each group, all of one length */
export declare function treeSums(terms: readonly Float32Array[], { order, width }: TreeShape, flush: boolean): Float32Array;
