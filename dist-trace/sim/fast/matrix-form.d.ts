/**
 * A pass as products of matrices: for each group, rows of X planes times columns of source positions. Rows are the outputs that share a
 * column's source: output channels (forward), input channels (input gradient), E's channels (weight gradient). Columns are the positions of an output
 * plane, and in the weight gradient of all planes of a row.
 *
 * All of it is plain numbers, so that it can be handed to another thread.
 */
import type { Convolution } from '../convolution.ts';
export interface MatrixForm {
    /** Independent products: the channel groups of each image, or of the whole batch in the weight gradient. */
    readonly jobs: number;
    readonly rows: number;
    readonly columns: number;
    /** Positions of an output plane; columns / positions planes lie side by side. */
    readonly positions: number;
    readonly groups: number;
    readonly taps: number;
    /** The plane of X for (job, row, group) is a sum of multiples of these. */
    readonly x: {
        readonly ofChannelGroup: number;
        readonly ofRow: number;
        readonly ofGroup: number;
    };
    /** The plane of Y for (job, group, plane of the column). */
    readonly y: {
        readonly ofImage: number;
        readonly ofChannelGroup: number;
        readonly ofGroup: number;
        readonly ofPlane: number;
    };
    /** The output index of (job, row), at column 0. */
    readonly out: {
        readonly ofImage: number;
        readonly ofChannelGroup: number;
        readonly ofRow: number;
    };
    /** A job is image x channelGroups + channel group. */
    readonly channelGroups: number;
    /** Present for kernels of 3x3 taps side by side and outputs one apart. */
    readonly window?: Window | undefined;
    /** How many lines of seven taps side by side a kernel has, whose outputs are two apart and an even number in a row: as the first layer of many networks. */
    readonly lines?: number | undefined;
}
export interface Window {
    /** Which way the taps go through the source. */
    readonly taps: 'forwards' | 'backwards';
    /** Squares of 2x2 outputs in a plane, row by row; the last ones of a line or column are cut off. */
    readonly squares: number;
}
/** The form of a pass. @param xPlanes, yPlanes channels of X and Y, their second index */
export declare function matrixForm(conv: Convolution, xChannels: number, yChannels: number): MatrixForm;
/** The first planes and the first output of a job. */
export declare function jobOf(form: MatrixForm, job: number): {
    readonly channelGroup: number;
    readonly x: number;
    readonly y: number;
    readonly out: number;
};
/** Images of Y whose jobs need nothing of the others: those of the batch, or one where a job has all of them. */
export declare function imageCount({ jobs, channelGroups, y }: MatrixForm): number;
/** The jobs that need an image. */
export declare function jobsOf(form: MatrixForm, image: number): {
    readonly first: number;
    readonly end: number;
};
/** The image that a job needs. */
export declare function imageOf({ channelGroups, y }: MatrixForm, job: number): number;
/** The first plane of X of some rows and groups. */
export declare function firstPlane({ x }: Pick<MatrixForm, 'x'>, part: {
    readonly channelGroup: number;
    readonly row: number;
    readonly group: number;
}): number;
/** The same with squares of 2x2 outputs as columns. */
export declare function squareForm(form: MatrixForm, { squares }: Window): MatrixForm;
