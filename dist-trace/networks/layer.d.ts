/** A layer of a network as the MAC unit sees it: a convolution, with the shapes and counts that follow from it. */
import { type Shape4 } from '../bits/shape.ts';
import { type Convolution, type Pair, type Pass } from '../sim/convolution.ts';
import type { OutputGrid } from '../sim/cycle/timing.ts';
/** A convolution with its input size. Pairs are [h, w]. */
export interface NetworkLayer {
    readonly name: string;
    /** A fully connected layer is a 1x1 convolution of a 1x1 input. */
    readonly kind: 'conv' | 'fc';
    /** Input channels of all channel groups together. */
    readonly ci: number;
    /** Output channels of all channel groups together. */
    readonly co: number;
    readonly kernel: Pair;
    readonly stride: Pair;
    readonly padding: Pair;
    readonly dilation: Pair;
    readonly groups: number;
    readonly input: Pair;
}
/** W, [co, ci of a channel group, kh, kw]. */
export declare function weightShape({ co, ci, groups, kernel }: NetworkLayer): Shape4;
/** A, [n, ci, h, w]. */
export declare function inputShape({ ci, input }: NetworkLayer, batch: number): Shape4;
/** Z and E, [n, co, y, x]. @throws InputError where the kernel doesn't fit the input */
export declare function outputShape(layer: NetworkLayer, batch: number): Shape4;
/** The shapes of X and Y in a pass. */
export declare function operandShapes(layer: NetworkLayer, pass: Pass, batch: number): {
    readonly x: Shape4;
    readonly y: Shape4;
};
/** A pass of the layer over a batch. @throws InputError */
export declare function passConvolution(layer: NetworkLayer, pass: Pass, batch: number): Convolution;
/**
 * The outputs of a pass over a batch. Found from one image, since a batch may have more outputs than a simulated tensor can hold: images
 * are more columns, but in the weight gradient more groups of each output.
 */
export declare function passGrid(layer: NetworkLayer, pass: Pass, batch: number): OutputGrid;
/** Weights, without biases. */
export declare function weightCount(layer: NetworkLayer): number;
/** Products of the forward pass of one image, those in the padding included. */
export declare function productCount(layer: NetworkLayer): number;
