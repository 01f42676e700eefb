/** A layer cut down until it can be simulated clock by clock, with the same kernel, stride, dilation and kind of channel groups. */
import type { Pass } from '../sim/convolution.ts';
import type { ArrayParameters } from '../sim/cycle/parameters.ts';
import type { NetworkLayer } from './layer.ts';
/** A layer over a batch. */
export interface LayerCase {
    readonly layer: NetworkLayer;
    readonly batch: number;
}
/**
 * The layer itself if it fits, else a smaller one; undefined where even the smallest doesn't fit. The largest size is halved again and again, first
 * down to sizes that still make two chunks, two row tiles and two batches of interleaved outputs, then down to 1.
 */
export declare function shrinkLayer(whole: LayerCase, pass: Pass, array: ArrayParameters, fits: (candidate: LayerCase) => boolean): LayerCase | undefined;
