import { type QuantizeOptions } from '../formats/quantize.ts';
import { type ConvolutionOptions, type Pass } from '../sim/convolution.ts';
import type { ConvolutionResult } from '../sim/result.ts';
import { type PlainTensor } from '../sim/unquantized.ts';
/** A layer with its operands in binary32. */
export interface Layer {
    readonly name: string;
    readonly kind: string;
    readonly options: ConvolutionOptions;
    readonly weights: PlainTensor;
    readonly activations: PlainTensor;
}
/** One pass, and how far it is from the unquantized convolution. */
export interface PassReport {
    readonly pass: Pass;
    readonly result: ConvolutionResult;
    /** In dB. */
    readonly sqnr: number;
    readonly averageRelativeError: number;
    /** Of the simulation alone. */
    readonly milliseconds: number;
}
/** A layer's three passes. */
export interface LayerReport {
    readonly layer: Layer;
    /** Average relative errors of the quantized operands. */
    readonly operandErrors: {
        readonly W: number;
        readonly A: number;
        readonly E: number;
    };
    readonly passes: readonly PassReport[];
}
/**
 * Quantizes a layer and runs its passes with the defaults of the MLS unit.
 *
 * E is the gradient of half the output's variance in each channel: Z minus its channel's mean. It stands for the gradient of a training loss, which
 * a network made for inference comes without.
 * @param now a clock, in milliseconds
 */
export declare function reportLayer(layer: Layer, options: QuantizeOptions, now: () => number): LayerReport;
