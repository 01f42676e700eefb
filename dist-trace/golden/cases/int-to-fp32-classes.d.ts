import { type CaseClass, type Level } from '../case-class.ts';
/** q, and the exponent of its least significant bit. */
export type ScaledInteger = readonly [bigint, number];
/** All directed classes. @param width Q, bits of the signed integer */
export declare function converterClasses(width: number, level: Level): CaseClass<ScaledInteger>[];
