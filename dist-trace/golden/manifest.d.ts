/** The manifest of a vector set: all that a reader needs to know of the files beside it. */
import type { Field } from './fields.ts';
export declare const MANIFEST_FORMAT = "mlsim-vectors/1";
export declare const MANIFEST_FILE = "manifest.json";
/** What the lines of a file are. */
export type FileRole = 
/** A unit's cases: operands and the golden result. */
'cases'
/** The element's inputs in each cycle. */
 | 'stimulus'
/** The element's outputs in order, each with the cycle in which it is visible. */
 | 'outputs'
/** What every register of the element holds in each cycle. */
 | 'registers';
/** A file of packed words, one a line, lower-case hexadecimal digits, as `$readmemh` reads it. */
export interface VectorFile {
    readonly name: string;
    readonly role: FileRole;
    /** Lines. */
    readonly words: number;
    readonly wordBits: number;
    /** Lower-case hexadecimal digest of the bytes. */
    readonly sha256: string;
    readonly fields: readonly Field[];
}
/** A range of cases (of the element: of cycles) that were made for one purpose. */
export interface ClassRange {
    readonly name: string;
    /** What it is to find. */
    readonly about: string;
    readonly first: number;
    readonly count: number;
}
export interface Manifest {
    readonly format: typeof MANIFEST_FORMAT;
    /** The version of mlsim that wrote the set. */
    readonly version: string;
    /** A unit of `mlsim eval`, or `pe`. */
    readonly unit: string;
    /** The unit's parameters by their names in RTL, such as `E_X` or `FLUSH_TO_ZERO`; flags are 0 and 1. */
    readonly parameters: Readonly<Record<string, number>>;
    /** The command that writes the same bytes again, without its output folder. */
    readonly command: string;
    readonly level: 1 | 2;
    /** Decimal: it may pass 2^53. */
    readonly seed: string;
    /** Names the content: the first 16 digits of the SHA-256 of the files' digests, in order, each followed by a line end. */
    readonly set: string;
    readonly files: readonly VectorFile[];
    readonly classes: readonly ClassRange[];
}
