/** Pairs of binary32 operands for an adder. */
import { type CaseClass, type Level } from '../case-class.ts';
import type { OperandPair } from './adder-operands.ts';
/** All directed classes of a binary32 adder. */
export declare function adderClasses(level: Level): readonly CaseClass<OperandPair>[];
