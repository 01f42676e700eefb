import type { NanPolicy } from '../golden/check/difference.ts';
import type { FoundSource } from '../golden/check/found-source.ts';
import type { CompareMode, Outcome } from '../golden/check/outcome.ts';
import { type VectorSet } from '../golden/check/vector-set.ts';
import type { FileRole } from '../golden/manifest.ts';
import { LineReader } from '../io/line-reader.ts';
export interface CheckFlags {
    readonly dump: string;
    readonly signals?: string;
    readonly errors: number;
    readonly nan: NanPolicy;
    readonly compare: CompareMode;
}
/** Opens files of a set. */
export type OpenLines = (role: FileRole) => LineReader;
/** The outcome of comparing a dump or a waveform with its set. @throws InputError */
export declare function checkDump(folder: string, set: VectorSet, flags: CheckFlags): Promise<Outcome>;
/** Results in order, or stamped. */
export declare function compareDumpedResults(subject: string, found: FoundSource, set: VectorSet, lines: OpenLines, flags: CheckFlags): import("../index.ts").Steps<Outcome>;
