import type { Steps } from '../bits/steps.ts';
import type { Convolution } from './convolution.ts';
import type { IntegerForm } from './datapath.ts';
import type { Operand } from './operand.ts';
import type { ConvolutionResult } from './result.ts';
/** How the sums of a group are formed: without a check where no operands can overflow the accumulator, else with one at each step. */
export type Kernel = 'exact' | 'checked';
/**
 * The kernel that is exact for a convolution of given operands, or undefined where doubles are not enough.
 * @param groupSize K @param xMax, yMax the largest magnitude integers that occur in the operands
 */
export declare function planKernel(form: IntegerForm, groupSize: number, xMax: number, yMax: number): Kernel | undefined;
/** The largest magnitude integer among an operand's codes. */
export declare function largestMagnitude(codes: Uint16Array, integers: Float64Array): number;
/** The kernel for a convolution, or undefined where the reference engine has to take it. */
export declare function planFunctional(conv: Convolution, form: IntegerForm, x: Operand, y: Operand): Kernel | undefined;
/** Runs a pass. Equal to `runReference` in every bit, count and overflow; each step is a tile of an output plane. */
export declare function runFunctional(conv: Convolution, form: IntegerForm, kernel: Kernel, x: Operand, y: Operand, tensorScale: 0 | 1): Steps<ConvolutionResult>;
