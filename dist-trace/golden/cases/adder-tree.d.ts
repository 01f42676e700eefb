/** The vector set of the adder tree: one chunk of T lanes, without the running sum. */
import type { SubnormalPolicy } from '../../bits/binary32.ts';
import type { UnitCases } from '../unit-cases.ts';
/** @param width T, a power of two in 1..1024 @throws InputError */
export declare function adderTreeCases(width: number, policy: SubnormalPolicy): UnitCases<readonly number[]>;
