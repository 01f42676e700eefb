/** Command line values: from text to numbers and formats, with the option's name in each error. */
import { Option, type Command } from 'commander';
import { type ElementFormat } from '../formats/element.ts';
import { type MantissaOverflow, type Rounding } from '../formats/element-quantizer.ts';
import { type GroupScaleFormat } from '../formats/group-scale.ts';
import { type Grouping } from '../formats/quantize.ts';
import type { Pair } from '../sim/convolution.ts';
/** A decimal integer in a range. */
export declare function integer(low: number, high: number): (text: string) => number;
/** `h,w`, or `n` for both. */
export declare const pair: (text: string) => Pair;
/** `h,w` with both said. */
export declare const size: (text: string) => Pair;
/** `E,M`. */
export declare const element: (text: string) => ElementFormat;
/** `Eg,Mg`. */
export declare const scale: (text: string) => GroupScaleFormat;
/** A 64-bit seed, decimal or 0x-hexadecimal. */
export declare const seed: (text: string) => bigint;
export declare const DEFAULT_ELEMENT: ElementFormat;
export declare const DEFAULT_SCALE: GroupScaleFormat;
/** `--element E,M` with its default. */
export declare function elementOption(flags?: string, about?: string): Option;
/** `--scale Eg,Mg` with its default. */
export declare function scaleOption(flags?: string, about?: string): Option;
/** What the quantization options give. */
export interface QuantizationFlags {
    readonly element: ElementFormat;
    readonly scale: GroupScaleFormat;
    readonly group: Grouping;
    readonly rounding: Rounding;
    readonly mantissaOverflow: MantissaOverflow;
    readonly randomBits: number;
    readonly seed?: bigint;
}
/** Adds the options of a quantization. */
export declare function addQuantizationOptions(command: Command): Command;
export declare function roundingOption(): Option;
export declare function randomBitsOption(): Option;
export declare function mantissaOverflowOption(): Option;
/** @throws InputError for a source of random integers without stochastic rounding */
export declare function requireStochastic(option: string, given: boolean, rounding: Rounding): void;
/** `--input NAME=d0,d1,...`, which may be given for each input of an ONNX file. */
export declare function onnxInputOption(): Option;
/** A layer's own sizes. */
export interface LayerSizes {
    /** Channels of all channel groups together. */
    readonly co: number;
    readonly ci: number;
    readonly kernel: Pair;
    readonly input: Pair;
}
/** `co,ci,kh,kw,h,w`. */
export declare const layerSizes: (text: string) => LayerSizes;
