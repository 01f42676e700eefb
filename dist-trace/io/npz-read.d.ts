import type { ByteSource } from './byte-source.ts';
import type { NpyDescr } from './npy-dtype.ts';
import { type NpyArray } from './npy-read.ts';
/** An open .npz file. */
export interface NpzReader {
    /** The file, as the subject of an error message. */
    readonly subject: string;
    /** The arrays' names, without `.npy`, in the archive's order. */
    readonly names: readonly string[];
    /** Reads an array. @param accepted the dtypes that the caller takes @throws InputError when it isn't there or isn't sound */
    array<D extends NpyDescr>(name: string, accepted: readonly D[]): NpyArray<D>;
}
/** Opens the .npz file at `path`, stored or deflated, gives it to `use` and closes it. Only the arrays asked for are read. @throws InputError */
export declare function readNpz<T>(path: string, use: (npz: NpzReader) => T): T;
/** The reader of an archive in any source of bytes, which has to stay open. @throws InputError */
export declare function npzFrom(source: ByteSource): NpzReader;
