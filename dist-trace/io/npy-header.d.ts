import { type ByteSource } from './byte-source.ts';
import { type NpyDict } from './npy-literal.ts';
/** A parsed header. The dtype is not judged yet. */
export interface NpyLayout extends NpyDict {
    /** Elements in all, a safe integer. */
    readonly count: number;
    /** Bytes before the data. */
    readonly dataOffset: number;
}
/** The bytes of every .npy file's start: \x93NUMPY. */
export declare const NPY_MAGIC: readonly [147, 78, 85, 77, 80, 89];
/** Reads and parses the header, versions 1.0, 2.0 and 3.0. @throws InputError */
export declare function readNpyLayout(source: ByteSource): NpyLayout;
/** Checks that the data that the header announces is exactly what the file holds. @throws InputError */
export declare function requireDataSize(source: ByteSource, layout: NpyLayout): void;
/**
 * The header that numpy writes for a row-major array: version 1.0, the data starting at a multiple of 64 bytes.
 * @param descr dtype, such as `<f4` @param shape sizes, outermost first; empty for a scalar; at most 64 of them
 */
export declare function npyHeader(descr: string, shape: readonly number[]): Uint8Array;
