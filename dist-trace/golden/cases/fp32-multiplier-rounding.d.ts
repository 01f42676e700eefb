/** Products whose rounding hangs on one bit, on both sides of 2. */
import { type CaseClass } from '../case-class.ts';
import type { OperandPair } from './adder-operands.ts';
export declare function productRoundingClasses(times: number): CaseClass<OperandPair>[];
