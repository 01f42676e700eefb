/** The vector set of the converter from integers to binary32. */
import type { SubnormalPolicy } from '../../bits/binary32.ts';
import type { UnitCases } from '../unit-cases.ts';
import { type ScaledInteger } from './int-to-fp32-classes.ts';
/** @param width Q, bits of the signed integer: `scaledSumBits` of the group scaler before it */
export declare function intToFp32Cases(width: number, policy: SubnormalPolicy): UnitCases<ScaledInteger>;
