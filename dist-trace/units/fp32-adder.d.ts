/** The binary32 adder of the tree: IEEE 754 addition, nearest-even, on bit patterns: unpack, align, add, normalize, round. */
import { type Rounded, type SubnormalPolicy } from '../bits/binary32.ts';
/**
 * a + b. A NaN result is 0x7FC00000; (+0) + (-0) and the sum of a number and its opposite are +0.
 * Raises invalid for a signaling NaN and for infinities of opposite signs; overflow with inexact; inexact.
 * @param a, b bit patterns in [0, 2^32)
 */
export declare function addFp32(a: number, b: number, policy: SubnormalPolicy): Rounded;
