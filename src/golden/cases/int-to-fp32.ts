/** The vector set of the converter from integers to binary32. */
import type { SubnormalPolicy } from '../../bits/binary32.ts';
import { LSB_EXPONENT_BITS } from '../../units/group-scaler.ts';
import { intToFp32 } from '../../units/int-to-fp32.ts';
import { field, type FieldSpec } from '../fields.ts';
import { packer } from '../pack.ts';
import type { UnitCases } from '../unit-cases.ts';
import { converterClasses, type ScaledInteger } from './int-to-fp32-classes.ts';

/** @param width Q, bits of the signed integer: `scaledSumBits` of the group scaler before it */
export function intToFp32Cases(width: number, policy: SubnormalPolicy): UnitCases<ScaledInteger> {
  const fields: readonly FieldSpec[] = [
    field('in', 'q', width, { kind: 'signed' }),
    field('in', 'lsb', LSB_EXPONENT_BITS, { kind: 'signed' }),
    field('out', 'result', 32, { kind: 'binary32' }),
  ];
  const pack = packer(fields);
  return {
    unit: 'int-to-fp32',
    parameters: { Q_BITS: width, LSB_BITS: LSB_EXPONENT_BITS, FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
    fields,
    classes: (level) => converterClasses(width, level),
    word: ([q, lsb]) => pack([q, BigInt(lsb), BigInt(intToFp32(q, lsb, policy).bits)]),
    fromInputs: ([q, lsb]) => [q, Number(lsb)],
  };
}
