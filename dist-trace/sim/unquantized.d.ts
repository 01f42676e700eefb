/** The same convolution without quantization, in binary64: what a quantized result is compared with. */
import { type Shape4 } from '../bits/shape.ts';
import type { Convolution } from './convolution.ts';
/** A tensor of plain numbers. */
export interface PlainTensor {
    readonly shape: Shape4;
    readonly data: Float32Array;
}
/** All outputs of a pass in binary64, with its rounding. */
export declare function convolveUnquantized(conv: Convolution, x: PlainTensor, y: PlainTensor): Float64Array;
