/** The memory in which slices of a tensor are quantized. */
import type { RandomSource } from '../../formats/quantize.ts';
import { type QuantizationKernels } from './quantize-kernels.ts';
import { type Slice } from './quantize-slices.ts';
/** Room for one slice and for all planes' maxima, and the kernels on it. */
export interface Workspace {
    readonly kernels: QuantizationKernels;
    readonly data: Uint32Array;
    /** Random words, or maxima of planes. */
    readonly words: Uint32Array;
    readonly codes: Uint16Array;
    readonly scales: Uint16Array;
    readonly maxima: Uint32Array;
}
/** Room for a number of maxima, with anything in it. */
export declare function roomForMaxima({ maxima }: Workspace, count: number): Uint32Array;
/** This thread's workspace, whose contents last until the caller's next step; undefined where WebAssembly or its SIMD are missing. */
export declare function workspace(): Workspace | undefined;
/**
 * Writes the codes of a slice, whose data and scales are there, to the workspace.
 * @param random for stochastic rounding only @returns false, and no codes, where a random integer is out of range
 */
export declare function quantizeSlice({ kernels, words }: Workspace, { first, planes, planeSize }: Slice, random: RandomSource | undefined, randomBits: number): boolean;
