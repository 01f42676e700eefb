/** What `conv` and `trace` share: the operands, the convolution and the datapath that the command line describes. */
import { type Command } from 'commander';
import type { ElementFormat } from '../formats/element.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { type Convolution, type Pair, type Pass } from '../sim/convolution.ts';
import type { Datapath } from '../sim/datapath.ts';
import type { ScaledSum } from '../units/group-scaler.ts';
import { type AccumulatorOverflow } from '../units/local-accumulator.ts';
import { type QuantizationFlags } from './options.ts';
/** What the options give. */
export interface ConvolutionFlags extends QuantizationFlags {
    readonly pass: Pass;
    readonly elementY?: ElementFormat;
    readonly scaleY?: GroupScaleFormat;
    readonly stride: Pair;
    readonly padding: Pair;
    readonly dilation: Pair;
    readonly groups: number;
    readonly inputSize?: Pair;
    readonly kernelSize?: Pair;
    readonly accWidth: number;
    readonly accOverflow: AccumulatorOverflow;
    readonly treeWidth: number;
    readonly flushToZero?: boolean;
    readonly tensorScale: boolean;
}
/** Adds the operands and the options of the convolution and its arithmetic. */
export declare function addConvolutionOptions(command: Command): Command;
/** The operands of each pass, for a help text. */
export declare const OPERANDS_HELP: string;
/** A convolution ready to run. */
export interface ConvolutionJob {
    readonly conv: Convolution;
    readonly datapath: Datapath<bigint, bigint, ScaledSum>;
    readonly x: MlsTensor;
    readonly y: MlsTensor;
}
/** Reads the operands and puts the convolution together. @throws InputError */
export declare function prepareConvolution(xPath: string, yPath: string, flags: ConvolutionFlags): Promise<ConvolutionJob>;
