/** A tensor cut into slices that fit a workspace of constant size: several whole planes, or a part of one. */
/** Data and codes of a slice are 96 KiB together: they stay in a second-level cache, and a call for each costs little. */
export declare const SLICE_ELEMENTS = 16384;
export interface Slice {
    /** The first plane, and how many. */
    readonly plane: number;
    readonly planes: number;
    /** The row-major index of the first element. */
    readonly first: number;
    /** Elements of each plane: all of them, or of the one plane those in this slice. */
    readonly planeSize: number;
}
/** All slices in order. @param limit the largest number of elements of a slice, a multiple of four */
export declare function slices(planes: number, planeSize: number, limit?: number): Generator<Slice, undefined, undefined>;
