/** The tensor scale (paper Eq. 5): Z = sum x S_z with S_z = S_t(x) x S_t(y), each one binary32 multiplication. */
import type { SubnormalPolicy } from '../bits/binary32.ts';
import { multiplyFp32 } from './fp32-multiplier.ts';

/** S_z, once for a convolution. @param x, y the tensor scales' bit patterns */
export function outputScale(x: number, y: number, policy: SubnormalPolicy): number {
  return multiplyFp32(x, y, policy).bits;
}

/** Z of one output. @param sum the adder tree's bit pattern @param scale S_z's bit pattern */
export function applyTensorScale(sum: number, scale: number, policy: SubnormalPolicy): number {
  return multiplyFp32(sum, scale, policy).bits;
}
