import { type CaseClass } from '../case-class.ts';
import { type OperandPair } from './adder-operands.ts';
export declare function cancellationClasses(times: number): CaseClass<OperandPair>[];
