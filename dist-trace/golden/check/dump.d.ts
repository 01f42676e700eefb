import type { FoundSource, LineSource } from './found-source.ts';
import { type Word } from './word.ts';
/** What the words of a dump may be. */
export interface WordFormat {
    /** In words, such as `result`. */
    readonly name: string;
    readonly bits: number;
}
/** The vector set that a dump is of. */
export interface DumpedSet {
    readonly unit: string;
    readonly set: string;
    /** What a stamp counts. */
    readonly stamped: 'case' | 'cycle';
}
export declare class Dump<Format extends WordFormat> implements FoundSource {
    #private;
    readonly remarks: readonly string[];
    readonly endMark = " or a last line with the end";
    text: string;
    stamp: number | undefined;
    count: number;
    /** @param formats what its words may be, told apart by their digits */
    constructor(subject: string, lines: LineSource, set: DumpedSet, formats: readonly Format[]);
    /** What its words are: the first one tells. Undefined for a dump that ends without any. Call it before `next`. @throws InputError */
    begin(): Format | undefined;
    next(): 'word' | 'pause' | 'end';
    word(): Word;
    get place(): string;
    get complete(): boolean;
    get progress(): {
        done: number;
        total: number;
    };
}
