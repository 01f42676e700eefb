/** Tensors from .npy files. */
import { type ByteSource } from './byte-source.ts';
import { type NpyArrays, type NpyDescr } from './npy-dtype.ts';
/** A tensor of any shape; [] is a scalar. The data is in row-major order, whatever the file's order. */
export interface NpyTensor<T> {
    readonly shape: readonly number[];
    readonly data: T;
}
/** A tensor with its dtype, which says what its data is. */
export type NpyArray<D extends NpyDescr = NpyDescr> = {
    [K in D]: NpyTensor<NpyArrays[K]> & {
        readonly descr: K;
    };
}[D];
/**
 * Reads a tensor of binary32 numbers from a file of dtype <f4, or <f8 or <f2 of values exact in binary32. NaN and infinities pass.
 * The file is read straight into the result; only Fortran order costs a second copy.
 * @throws InputError for anything else, with the index of the first inexact value
 */
export declare function readFloat32(path: string): NpyTensor<Float32Array>;
/**
 * Reads a tensor of unsigned integers from a file of dtype |u1, <u2, <u4, or <u8 of values below 2^32.
 * @returns data as wide as the file's, at most 32 bits @throws InputError
 */
export declare function readUnsigned(path: string): NpyTensor<Uint8Array | Uint16Array | Uint32Array>;
/** `readFloat32` from any source of bytes. */
export declare function float32From(source: ByteSource): NpyTensor<Float32Array>;
/** `readUnsigned` from any source of bytes. */
export declare function unsignedFrom(source: ByteSource): NpyTensor<Uint8Array | Uint16Array | Uint32Array>;
/**
 * Parses the bytes of a .npy file. The data is a view of them where it can be: don't change either afterwards.
 * @param name names it in errors @param accepted the dtypes that the caller takes @throws InputError
 */
export declare function readNpyBytes<D extends NpyDescr>(name: string, bytes: Uint8Array, accepted: readonly D[]): NpyArray<D>;
export declare function readNpyBytes(name: string, bytes: Uint8Array): NpyArray;
