/** Source planes with their zeros in place, so that the position of a tap is a sum of two table entries. */
import type { Shape4 } from '../bits/shape.ts';
import type { Axis } from './convolution.ts';
/** One axis of a padded plane: it spans just the positions that some output and tap reach. */
export interface PaddedAxis {
    readonly length: number;
    /** The padded position of source index 0; it may lie outside. */
    readonly start: number;
    /** The lowest reach of a tap, at most 0. */
    readonly lowestTap: number;
}
/** The positions of `sourceIndex`, moved so that the lowest one reached is 0. */
export declare function paddedAxis(axis: Axis): PaddedAxis;
/** The elements of a padded plane, known before anything is allocated. */
export declare function paddedPlaneElements(rows: Axis, columns: Axis): number;
/** Where outputs and taps meet in a padded plane: element `outputBases[output] + tapOffsets[tap]`, both row-major. */
export interface Addressing {
    readonly outputBases: Int32Array;
    readonly tapOffsets: Int32Array;
}
export declare function addressing(rows: Axis, columns: Axis): Addressing;
/** The taps of `addressing` alone. */
export declare function tapOffsets(rows: Axis, columns: Axis): Int32Array;
/** All planes of a tensor, with zeros in the padding and between strides. @param valueAt the number at a row-major position */
export declare function sourcePlanes(rows: Axis, columns: Axis, shape: Shape4, valueAt: (position: number) => number): Float64Array;
