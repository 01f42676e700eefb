/** Integer to binary32: a scaled group sum becomes an input of the adder tree, rounded once. */
import { type Rounded, type SubnormalPolicy } from '../bits/binary32.ts';
/**
 * q x 2^lsb in binary32: nearest, ties to even, gradual underflow, overflow to infinity. 0 gives +0; a nonzero negative q that rounds or
 * flushes to zero gives -0.
 * @param q any signed integer @param lsb exponent of q's least significant bit, any integer
 */
export declare function intToFp32(q: bigint, lsb: number, policy: SubnormalPolicy): Rounded;
