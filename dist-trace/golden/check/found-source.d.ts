/** What a design gave, one word after another, wherever it was written down. */
import type { Word } from './word.ts';
export interface FoundSource {
    /** Goes on to the next word, or for a while without coming to one: then the caller may see to something else. @throws InputError where the source is not what it should be */
    next(): 'word' | 'pause' | 'end';
    /** The current word's hexadecimal digits, to be compared as text: when they are not the expected ones, `word` decides. Empty where the source has none. */
    readonly text: string;
    /** The current word. @throws InputError where it is none of the expected width */
    word(): Word;
    /** The case (of the element: the cycle) that the current word says it belongs to. */
    readonly stamp: number | undefined;
    /** Where the current word is, such as `line 12`. */
    readonly place: string;
    /** Words so far. */
    readonly count: number;
    /** After the last word: whether the source says that it is whole, so that what is missing was never given. */
    readonly complete: boolean;
    /** What it would have to say to be whole, for an error message; empty where it can't. */
    readonly endMark: string;
    /** How far it has been read. */
    readonly progress: {
        readonly done: number;
        readonly total: number;
    };
    /** What is to be said about the source; after the last word. */
    readonly remarks: readonly string[];
}
/** Lines of a text. */
export interface LineSource {
    /** The next line without its line end, or undefined at the end. */
    next(): string | undefined;
    /** Of the line that `next` returned last, from 1. */
    readonly lineNumber: number;
    /** Whether that line has its line end. */
    readonly terminated: boolean;
    readonly size: number;
}
