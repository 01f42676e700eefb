import type { VectorFile } from '../manifest.ts';
import type { LineSource } from './found-source.ts';
export declare class GoldenWords {
    #private;
    /** The current word's digits. */
    text: string;
    /** Its number, from 0; -1 before the first one. */
    index: number;
    constructor(file: VectorFile, lines: LineSource);
    /** Goes on to the next word. @returns whether there is one @throws InputError for a line that is none, and for too few or too many of them */
    next(): boolean;
}
