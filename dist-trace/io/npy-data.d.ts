import { type ByteSource } from './byte-source.ts';
import { type NpyArrays, type NpyDescr } from './npy-dtype.ts';
import { type NpyLayout } from './npy-header.ts';
/** The elements as they are, in row-major order. @throws InputError when the file's size isn't the one announced */
export declare function readNative<D extends NpyDescr>(source: ByteSource, layout: NpyLayout, descr: D): NpyArrays[D];
/** `readNative` from memory: a view of `bytes`, or a copy where they are not aligned or not in row-major order. */
export declare function viewNative<D extends NpyDescr>(source: ByteSource, bytes: Uint8Array, layout: NpyLayout, descr: D): NpyArrays[D];
/** The elements of a <f2 or <f8 file as binary32. @throws InputError also for a finite value that is not exact in binary32 */
export declare function readAsFloat32(source: ByteSource, layout: NpyLayout, descr: '<f2' | '<f8'): Float32Array;
/** The elements of a <u8 file as 32-bit integers. @throws InputError also for a value of 2^32 or more */
export declare function readAsUint32(source: ByteSource, layout: NpyLayout): Uint32Array;
