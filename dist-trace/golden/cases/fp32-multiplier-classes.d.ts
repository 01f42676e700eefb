/** Pairs of binary32 operands for a multiplier. */
import { type CaseClass, type Level } from '../case-class.ts';
import type { OperandPair } from './adder-operands.ts';
/** All directed classes of a binary32 multiplier. */
export declare function multiplierClasses(level: Level): readonly CaseClass<OperandPair>[];
