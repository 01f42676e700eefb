import { type Shape4 } from '../bits/shape.ts';
import { type Steps } from '../bits/steps.ts';
import { type ElementRounding } from './element-quantizer.ts';
import type { ElementFormat } from './element.ts';
import type { GroupScaleFormat } from './group-scale.ts';
import type { MlsTensor } from './mls-tensor.ts';
export declare const GROUPINGS: readonly ["nc", "n", "c", "none"];
/** The dimensions that have scales of their own: first and second index, first, second, or one group for the whole tensor. */
export type Grouping = (typeof GROUPINGS)[number];
export declare const MAX_SEED: bigint;
/** Where stochastic rounding takes its random integers from. */
export type RandomSource = 
/** One integer in [0, 2^randomBits) for each element, row-major; `subject` names them in errors. */
{
    readonly integers: ArrayLike<number>;
    readonly subject?: string;
}
/** Philox4x32-10. seed: 0..2^64-1; stream: 0, or 1 for the second operand of a convolution. */
 | {
    readonly seed: bigint;
    readonly stream: number;
};
/** All options of a quantization. */
export interface QuantizeOptions extends ElementRounding {
    readonly element: ElementFormat;
    readonly scaleFormat: GroupScaleFormat;
    readonly grouping: Grouping;
    /** For stochastic rounding; ignored otherwise. */
    readonly random: RandomSource;
}
/** S_r, broadcast to each (first, second) index pair: the largest magnitude pattern of the pair's group. */
export declare function groupMaxima(maxima: Uint32Array, [d0, d1]: Shape4, grouping: Grouping): Uint32Array;
/**
 * Quantizes a tensor in steps, so that a caller can show progress or stop between them; `quantize` is the same in one go.
 * @param subject names the tensor in errors
 * @param data row-major, as many values as the shape says
 * @throws InputError for a NaN or an infinity (with its index), a wrong length, an option or a random integer out of range
 */
export declare function quantizing(subject: string, data: Float32Array, shape: readonly number[], options: QuantizeOptions): Steps<MlsTensor>;
/** Quantizes a tensor (paper Alg. 1). Parameters, result and errors are those of `quantizing`. */
export declare function quantize(subject: string, data: Float32Array, shape: readonly number[], options: QuantizeOptions): MlsTensor;
/**
 * Quantizes with the scales of another tensor held fixed.
 * @param like gives formats, shape and scales @throws InputError where a value is above its group scale x tensor scale
 */
export declare function quantizeLike(subject: string, data: Float32Array, like: MlsTensor, rounding: ElementRounding, random: RandomSource): MlsTensor;
