/** The tensor scale (paper Eq. 5): Z = sum x S_z with S_z = S_t(x) x S_t(y), each one binary32 multiplication. */
import type { SubnormalPolicy } from '../bits/binary32.ts';
/** S_z, once for a convolution. @param x, y the tensor scales' bit patterns */
export declare function outputScale(x: number, y: number, policy: SubnormalPolicy): number;
/** Z of one output. @param sum the adder tree's bit pattern @param scale S_z's bit pattern */
export declare function applyTensorScale(sum: number, scale: number, policy: SubnormalPolicy): number;
