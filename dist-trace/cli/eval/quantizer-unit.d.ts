import { type EvalUnit } from './unit.ts';
export declare const quantizerUnit: EvalUnit;
