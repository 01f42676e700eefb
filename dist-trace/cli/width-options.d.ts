/** The options of `mlsim width`, and which of them go with what is asked. */
import { Option, type Command } from 'commander';
import type { Pair, Pass } from '../sim/convolution.ts';
import { type ConvolutionFlags } from './convolution-job.ts';
import { type LayerSizes } from './options.ts';
/** What the options give; `--pass` may be missing here. */
export interface WidthFlags extends Omit<ConvolutionFlags, 'pass'> {
    readonly pass?: Pass;
    readonly kernel?: Pair;
    readonly layer?: LayerSizes;
    readonly data?: boolean;
    readonly weights?: string;
    readonly counterexample?: string;
    readonly tree?: boolean;
    readonly html?: string;
    readonly json?: boolean;
    readonly csv?: boolean;
}
/** Adds the options of `conv` that say what is multiplied, none of them mandatory. @param donor an empty command */
export declare function addOperandOptions(command: Command, donor: Command): Command;
/** `3x3`, `3,3` or `3`. */
export declare function kernelOption(): Option;
export declare function layerOption(): Option;
/** What is asked. */
export declare const SUBJECTS: readonly ["network", "kernel", "layer", "weights", "data"];
export type Subject = (typeof SUBJECTS)[number];
/**
 * What the command line asks for. @param operands how many arguments there are
 * @throws InputError where nothing is asked, two things at once, or an option that says nothing about it
 */
export declare function subjectOf(command: Command, flags: WidthFlags, operands: number): Subject;
