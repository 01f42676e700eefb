import { type Shape4 } from '../bits/shape.ts';
export declare const PASSES: readonly ["forward", "input-grad", "weight-grad"];
export type Pass = (typeof PASSES)[number];
/** Sizes along the two spatial axes, [h, w]. */
export type Pair = readonly [number, number];
/** The geometry of the forward convolution, whatever the pass. */
export interface ConvolutionOptions {
    readonly stride: Pair;
    /** Symmetric zero padding. */
    readonly padding: Pair;
    readonly dilation: Pair;
    /** Channel groups. */
    readonly groups: number;
    /** Spatial size of the forward input, for the input gradient; needed where the stride is above 1. */
    readonly inputSize?: Pair | undefined;
    /** Spatial size of the kernel, for the weight gradient; needed where stride or dilation is above 1. */
    readonly kernelSize?: Pair | undefined;
}
export declare const PLAIN_CONVOLUTION: ConvolutionOptions;
/** How outputs and taps meet source positions along one spatial axis. */
export interface Axis {
    readonly outputs: number;
    readonly taps: number;
    /** Size of the source. */
    readonly source: number;
    readonly outputStep: number;
    readonly tapStep: number;
    readonly offset: number;
    /** Distance of neighbouring source elements: above 1 in the input gradient of a strided convolution, with zeros between. */
    readonly spacing: number;
}
/** A pass over given operands: which products make which output. */
export interface Convolution {
    readonly pass: Pass;
    /** [o0, o1, rows, columns]: an output plane for each (o0, o1). */
    readonly outputShape: Shape4;
    /** G, the groups of each output. */
    readonly groupCount: number;
    /** K, the products of each group. */
    readonly groupSize: number;
    /** How many channel groups share the channels of both operands. */
    readonly channelGroups: number;
    readonly rows: Axis;
    readonly columns: Axis;
    /** The plane of X (and its scale) for group g of output plane (o0, o1). */
    xPlane(o0: number, o1: number, g: number): number;
    /** The plane of Y (and its scale) for group g of output plane (o0, o1). */
    yPlane(o0: number, o1: number, g: number): number;
}
/** The index in the source that a tap meets, or -1 in the padding and between strides. */
export declare function sourceIndex(axis: Axis, output: number, tap: number): number;
/** The operands' index names, for messages and help. */
export declare const OPERAND_NAMES: Record<Pass, {
    readonly x: string;
    readonly y: string;
    readonly output: string;
}>;
/** The pass over operands of given shapes. @throws InputError where shapes and options don't fit together; TypeError */
export declare function convolution(pass: Pass, xShape: Shape4, yShape: Shape4, options: ConvolutionOptions): Convolution;
