import { type EvalUnit } from './unit.ts';
export declare const multiplierUnit: EvalUnit;
export declare const accumulatorUnit: EvalUnit;
export declare const groupScalerUnit: EvalUnit;
export declare const intToFp32Unit: EvalUnit;
