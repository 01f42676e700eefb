/** What makes a vector set, before anybody writes it to files. */
import type { Steps } from '../bits/steps.ts';
import type { Field } from './fields.ts';
import type { ClassRange, FileRole, VectorFile } from './manifest.ts';
/** A file to come. */
export interface FilePlan {
    readonly name: string;
    readonly role: FileRole;
    readonly fields: readonly Field[];
}
/** Takes a word of a file. @param file index into `files` @param hex its digits, without a line end */
export type WordSink = (file: number, hex: string) => void;
export interface VectorSource {
    readonly unit: string;
    /** As in the manifest. */
    readonly parameters: Readonly<Record<string, number>>;
    readonly files: readonly FilePlan[];
    /** Makes all words, in order within each file. The same source gives the same words. */
    generate(sink: WordSink): Steps<readonly ClassRange[]>;
    /** The self-checking bench, for files as they were written. @param set the manifest's `set` */
    testbench(set: string, files: readonly VectorFile[]): string;
    /** A bench that asks the model while it runs; not for every unit. @param evaluation the call of `mlsim eval` that answers */
    live?(evaluation: string): string;
    /** The wrapper with the design in it: the reference RTL, until a user puts their own there. */
    dut(): string;
}
