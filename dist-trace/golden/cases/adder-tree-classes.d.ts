/** Lanes for an adder tree: what a wrong connection, a wrong order or a wrong adder at one node would show. */
import { type CaseClass, type Level } from '../case-class.ts';
/** One bit pattern for each lane. */
type Lanes = readonly number[];
/** All directed classes of a tree. @param width T, a power of two */
export declare function treeClasses(width: number, level: Level): CaseClass<Lanes>[];
export {};
