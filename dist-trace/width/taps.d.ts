/**
 * Which taps of a convolution can meet elements at all. A tap in the padding, or between strides, multiplies with 0, so that a group of K products can
 * have fewer that count: in the input gradient of a stride of 2 each output meets a quarter of the kernel.
 */
import { type Convolution } from '../sim/convolution.ts';
/** Taps that some output meets elements with, and the output. */
export interface MetTaps {
    /** [row, column] of the output plane. */
    readonly output: readonly [number, number];
    readonly rows: readonly number[];
    readonly columns: readonly number[];
}
/** Every different set of taps that an output of the plane meets: rows and columns are independent of each other. */
export declare function metTaps({ rows, columns }: Convolution): readonly MetTaps[];
/** The output whose group meets the most elements; the first of them. */
export declare function mostTaps({ rows, columns }: Convolution): MetTaps;
/** How many products of a group can differ from zero. */
export declare function nonzeroProducts(conv: Convolution): number;
