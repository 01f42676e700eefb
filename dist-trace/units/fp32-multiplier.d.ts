/** The binary32 multiplier of the tensor scale: IEEE 754 multiplication, nearest-even, on bit patterns: unpack, multiply, normalize, round. */
import { type Rounded, type SubnormalPolicy } from '../bits/binary32.ts';
/**
 * a x b. A NaN result is 0x7FC00000.
 * Raises invalid for a signaling NaN and for zero times infinity; overflow with inexact; underflow (tiny after rounding and inexact); inexact.
 * @param a, b bit patterns in [0, 2^32)
 */
export declare function multiplyFp32(a: number, b: number, policy: SubnormalPolicy): Rounded;
