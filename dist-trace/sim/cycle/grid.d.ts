/** How the array walks through a convolution: which output is on which element. */
import type { Convolution } from '../convolution.ts';
import type { OutputGrid } from './timing.ts';
/**
 * The output matrices of a pass. A row is an output channel of X (forward co, input gradient ci, weight gradient co) of one channel group, a
 * column everything else in row-major order.
 * @param channelGroups the convolution's channel groups
 */
export declare function outputGrid({ pass, outputShape, groupCount, groupSize }: Convolution, channelGroups: number): OutputGrid;
/** The row-major output index at a place of a channel group's matrix. */
export declare function outputAt({ pass, outputShape }: Convolution, { matrixRows }: OutputGrid, channelGroup: number, row: number, column: number): number;
