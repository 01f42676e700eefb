import { type ByteSource } from './byte-source.ts';
import type { ZipEntry } from './zip-directory.ts';
/** Reads a member. @param subject names it in errors @throws InputError when it is not exactly what the directory announces */
export declare function readZipMember(source: ByteSource, entry: ZipEntry, subject: string): Uint8Array;
