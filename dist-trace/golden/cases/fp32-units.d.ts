/** The vector sets of the units of two binary32 operands. */
import type { SubnormalPolicy } from '../../bits/binary32.ts';
import type { UnitCases } from '../unit-cases.ts';
import type { OperandPair } from './adder-operands.ts';
export declare function fp32AdderCases(policy: SubnormalPolicy): UnitCases<OperandPair>;
export declare function fp32MultiplierCases(policy: SubnormalPolicy): UnitCases<OperandPair>;
