import { type CaseClass, type Level } from '../case-class.ts';
/** The operands of one step; the flags are 0 or 1. */
export interface Step {
    readonly first: number;
    readonly sum: bigint;
    readonly overflow: number;
    readonly product: bigint;
}
/** All directed classes. @param width A @param productWidth bits of the signed product */
export declare function accumulatorClasses(width: number, productWidth: number, level: Level): CaseClass<Step>[];
