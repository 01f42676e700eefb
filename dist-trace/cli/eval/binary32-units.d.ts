import { type EvalUnit } from './unit.ts';
export declare const adderUnit: EvalUnit;
export declare const fp32MultiplierUnit: EvalUnit;
export declare const adderTreeUnit: EvalUnit;
export declare const tensorScaleUnit: EvalUnit;
