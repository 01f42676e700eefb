import { type Shape4 } from '../bits/shape.ts';
import { type ElementFormat } from './element.ts';
import { type GroupScaleFormat } from './group-scale.ts';
/** A quantized tensor (paper Eq. 1). The value of an element is tensorScale x its group's scale x the value of its code. */
export interface MlsTensor {
    readonly element: ElementFormat;
    readonly scaleFormat: GroupScaleFormat;
    readonly shape: Shape4;
    /** Element codes in row-major order, shape[0] x shape[1] x shape[2] x shape[3] of them. */
    readonly codes: Uint16Array;
    /** Group scale codes, shape[0] x shape[1] of them, row-major. */
    readonly scales: Uint16Array;
    /** S_t, a positive finite binary32 number. */
    readonly tensorScale: number;
}
/** Checks every invariant of a tensor that comes from outside. @param subject names it in errors @throws InputError, TypeError */
export declare function requireMlsTensor(subject: string, tensor: MlsTensor): MlsTensor;
/** The exact values of a tensor in binary64 (at most 24 + 2 + 11 significant bits), a zero with the sign of its code. */
export declare function dequantize(tensor: MlsTensor): Float64Array;
/** A function that writes the values of one (first, second) index pair to `out`, so that a large tensor needs no second copy. */
export declare function planeDequantizer(tensor: MlsTensor): (plane: number, out: Float64Array) => void;
/** sum |x - q| / sum |x| (paper Fig. 6), 0 for an all-zero tensor. @param values as many as the tensor has elements */
export declare function averageRelativeError(values: Float32Array, tensor: MlsTensor): number;
