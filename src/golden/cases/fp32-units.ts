/** The vector sets of the units of two binary32 operands. */
import type { Rounded, SubnormalPolicy } from '../../bits/binary32.ts';
import { addFp32 } from '../../units/fp32-adder.ts';
import { multiplyFp32 } from '../../units/fp32-multiplier.ts';
import { field, type FieldSpec } from '../fields.ts';
import { word32 } from '../pack.ts';
import type { UnitCases } from '../unit-cases.ts';
import { adderClasses } from './adder-classes.ts';
import type { OperandPair } from './adder-operands.ts';
import { multiplierClasses } from './fp32-multiplier-classes.ts';

const BINARY32 = { kind: 'binary32' } as const;
const FIELDS: readonly FieldSpec[] = [field('in', 'a', 32, BINARY32), field('in', 'b', 32, BINARY32), field('out', 'result', 32, BINARY32)];

type Operation = (a: number, b: number, policy: SubnormalPolicy) => Rounded;

function binaryUnit(unit: string, operation: Operation, classes: UnitCases<OperandPair>['classes'], policy: SubnormalPolicy): UnitCases<OperandPair> {
  return {
    unit,
    parameters: { FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
    fields: FIELDS,
    classes,
    word: ([a, b]) => word32(a) + word32(b) + word32(operation(a, b, policy).bits),
  };
}

export function fp32AdderCases(policy: SubnormalPolicy): UnitCases<OperandPair> {
  return binaryUnit('fp32-adder', addFp32, adderClasses, policy);
}

export function fp32MultiplierCases(policy: SubnormalPolicy): UnitCases<OperandPair> {
  return binaryUnit('fp32-multiplier', multiplyFp32, multiplierClasses, policy);
}
