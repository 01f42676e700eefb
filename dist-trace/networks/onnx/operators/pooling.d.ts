import { type Rule } from '../call.ts';
/** MaxPool, AveragePool, LpPool; the second output of MaxPool holds indices. */
export declare const pool: Rule;
/** GlobalAveragePool, GlobalMaxPool, GlobalLpPool. */
export declare const globalPool: Rule;
