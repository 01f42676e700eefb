/**
 * Everything in binary32, for a tile of outputs at once, with the host's rounding: equal to `intToFp32`, `adderTree` and
 * `applyTensorScale` for each output. An integer sum times its group factor is an exact double.
 */
import type { SubnormalPolicy } from '../bits/binary32.ts';
/** The adder tree of one tile. */
export declare class FunctionalTree {
    /** Lane-major: the terms of each output of the tile. */
    private readonly lanes;
    private readonly running;
    private readonly flush;
    private used;
    private count;
    constructor(width: number, tile: number, subnormals: SubnormalPolicy);
    /** Starts the running sums of a tile at +0. */
    clear(count: number): void;
    /** Converts a group's sums and takes them as the next lane. */
    addGroup(sums: Float64Array, factor: number, count: number): void;
    /** Writes the outputs of the tile. @param scale S_z, or undefined to leave the sums as they are */
    finish(out: Float32Array, scale: number | undefined): void;
    /** The rounded product of two binary32 numbers under the tree's subnormal policy. */
    roundOperandProduct(a: number, b: number): number;
    private reduceChunk;
    private add;
}
