import type { OutputFile } from './atomic-file.ts';
import type { NpyArrays, NpyDescr } from './npy-dtype.ts';
/** An array of an archive: its name there, and the two parts of its .npy file. Made by `npzMember`. */
export interface NpzMember {
    readonly name: string;
    readonly header: Uint8Array;
    readonly data: Uint8Array;
}
/** An array for `writeNpz`. @param shape and @param data as for `writeNpy` */
export declare function npzMember<D extends NpyDescr>(name: string, descr: D, shape: readonly number[], data: NpyArrays[D]): NpzMember;
/**
 * Writes an archive that np.load opens. The members' data is passed on in pieces, not copied as a whole.
 * @throws InputError before anything is written when the archive would reach 4 GiB, and when the file can't be written
 */
export declare function writeNpz(out: OutputFile, members: readonly NpzMember[]): void;
/** Checks that an archive of members of these ASCII names and sizes needs no zip64. @throws InputError */
export declare function requireArchiveSize(subject: string, members: readonly {
    readonly name: string;
    readonly bytes: number;
}[]): void;
