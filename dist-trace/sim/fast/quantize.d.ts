import { type Steps } from '../../bits/steps.ts';
import { type ElementRounding } from '../../formats/element-quantizer.ts';
import type { MlsTensor } from '../../formats/mls-tensor.ts';
import { type QuantizeOptions, type RandomSource } from '../../formats/quantize.ts';
/** Quantizes a tensor in steps. Parameters, result and errors are those of `quantizing`. */
export declare function fastQuantizing(subject: string, data: Float32Array, shape: readonly number[], options: QuantizeOptions): Steps<MlsTensor>;
/** Quantizes a tensor. Parameters, result and errors are those of `quantize`. */
export declare function fastQuantize(subject: string, data: Float32Array, shape: readonly number[], options: QuantizeOptions): MlsTensor;
/** Quantizes with the scales of another tensor held fixed. Parameters, result and errors are those of `quantizeLike`. */
export declare function fastQuantizeLike(subject: string, data: Float32Array, like: MlsTensor, rounding: ElementRounding, random: RandomSource): MlsTensor;
