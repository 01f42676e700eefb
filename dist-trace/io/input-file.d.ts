/** A regular file opened for reading. */
import { type Stats } from 'node:fs';
import type { ByteSource } from './byte-source.ts';
/**
 * Opens the regular file at `path`, gives it to `use` and closes it.
 * @throws InputError when it cannot be opened or read, is not a regular file, or shrinks meanwhile
 */
export declare function withInputFile<T>(path: string, use: (file: ByteSource) => T): T;
/** What a file is, in words. */
export declare function fileKind(stats: Stats): string;
