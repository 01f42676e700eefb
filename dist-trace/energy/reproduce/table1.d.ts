import { type ComparedCell } from './cell.ts';
export declare function table1(): readonly ComparedCell[];
