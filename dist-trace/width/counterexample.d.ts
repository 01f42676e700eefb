/**
 * Operands that overflow an accumulator, with as few products as can.
 *
 * n products sum to at most n x p, so the fewest that leave A bits are floor((2^(A-1) - 1) / p) + 1, and that many of the largest product do. At the
 * negative end it takes as many, or one more where n x p is just 2^(A-1).
 */
import type { Shape4 } from '../bits/shape.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { type NetworkLayer } from '../networks/layer.ts';
import { type Pass } from '../sim/convolution.ts';
import { type ElementPair } from './bounds.ts';
import type { LayerPass, WidthFormats } from './layer-widths.ts';
/** Operands of one image and one channel that overflow A bits. */
export interface Counterexample {
    /** A. */
    readonly width: number;
    /** The layer, cut to one channel. */
    readonly layer: NetworkLayer;
    readonly pass: Pass;
    readonly x: MlsTensor;
    readonly y: MlsTensor;
    /** The output whose group it is. */
    readonly output: Shape4;
    /** The products of the group in order, up to the one that overflows. Those before it that are 0 meet no element. */
    readonly products: readonly bigint[];
    /** The largest value of A bits, which the last sum passes. */
    readonly limit: bigint;
}
/** The fewest products that can overflow A bits. */
export declare function fewestProducts(formats: ElementPair, width: number): bigint;
/** The smallest counterexample in a pass of a layer, or undefined where there is none: then no operands overflow A bits. @throws InputError */
export declare function counterexample({ layer, pass }: LayerPass, formats: WidthFormats, width: number): Counterexample | undefined;
/** The counterexample with the smallest groups among some passes, the first of them; undefined where there is none. */
export declare function smallestCounterexample(runs: readonly LayerPass[], formats: WidthFormats, width: number): Counterexample | undefined;
