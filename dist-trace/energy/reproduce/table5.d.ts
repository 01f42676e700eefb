import { type ComparedCell } from './cell.ts';
export declare function table5(): readonly ComparedCell[];
