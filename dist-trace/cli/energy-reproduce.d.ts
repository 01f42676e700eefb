import { type Reproduction } from '../energy/reproduce/reproduce.ts';
/** Prints the comparison, and sets exit status 1 where a cell differs that should not. */
export declare function printReproduction(json: boolean, reproduction?: Reproduction): void;
