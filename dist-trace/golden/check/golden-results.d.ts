import { type Field } from '../fields.ts';
import type { VectorFile } from '../manifest.ts';
import type { LineSource } from './found-source.ts';
export interface GoldenResults {
    /** Goes on to the next result. @returns whether there is one */
    next(): boolean;
    /** The fields of a result, placed in it. */
    readonly fields: readonly Field[];
    /** The current result's digits. */
    readonly digits: string;
    /** The number of the current result, from 0. */
    readonly index: number;
    /** The case, or the element's cycle. */
    readonly stamp: number;
    /** The whole word, with the operands. */
    readonly word: string;
    /** Results in all. */
    readonly total: number;
}
/** The fields of a file that a design gives, placed in a word of their own. */
export declare function resultFields({ role, fields }: Pick<VectorFile, 'role' | 'fields'>): Field[];
/** The results of a unit's cases: the lowest bits of each word. */
export declare class CaseResults implements GoldenResults {
    #private;
    digits: string;
    readonly fields: readonly Field[];
    readonly total: number;
    constructor(file: VectorFile, lines: LineSource);
    next(): boolean;
    get index(): number;
    get stamp(): number;
    get word(): string;
}
/** The outputs of an element: `{cycle, out}`. */
export declare class ElementOutputs implements GoldenResults {
    #private;
    digits: string;
    stamp: number;
    readonly fields: readonly Field[];
    readonly total: number;
    /** @param cycles of the run */
    constructor(file: VectorFile, lines: LineSource, cycles: number);
    next(): boolean;
    get index(): number;
    get word(): string;
}
