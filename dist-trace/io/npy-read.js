/** Tensors from .npy files. */
import { memorySource } from "./byte-source.js";
import { withInputFile } from "./input-file.js";
import { readAsFloat32, readAsUint32, readNative, viewNative } from "./npy-data.js";
import { NPY_DESCRS, requireDescr } from "./npy-dtype.js";
import { readNpyLayout } from "./npy-header.js";
/**
 * Reads a tensor of binary32 numbers from a file of dtype <f4, or <f8 or <f2 of values exact in binary32. NaN and infinities pass.
 * The file is read straight into the result; only Fortran order costs a second copy.
 * @throws InputError for anything else, with the index of the first inexact value
 */
export function readFloat32(path) {
    return withInputFile(path, float32From);
}
/**
 * Reads a tensor of unsigned integers from a file of dtype |u1, <u2, <u4, or <u8 of values below 2^32.
 * @returns data as wide as the file's, at most 32 bits @throws InputError
 */
export function readUnsigned(path) {
    return withInputFile(path, unsignedFrom);
}
/** `readFloat32` from any source of bytes. */
export function float32From(source) {
    const layout = readNpyLayout(source);
    const descr = requireDescr(source.subject, layout.descr, ['<f4', '<f8', '<f2']);
    return { shape: layout.shape, data: descr === '<f4' ? readNative(source, layout, descr) : readAsFloat32(source, layout, descr) };
}
/** `readUnsigned` from any source of bytes. */
export function unsignedFrom(source) {
    const layout = readNpyLayout(source);
    const descr = requireDescr(source.subject, layout.descr, ['|u1', '<u1', '<u2', '<u4', '<u8']);
    if (descr === '<u8')
        return { shape: layout.shape, data: readAsUint32(source, layout) };
    return { shape: layout.shape, data: readNative(source, layout, descr === '<u1' ? '|u1' : descr) };
}
export function readNpyBytes(name, bytes, accepted = NPY_DESCRS) {
    const source = memorySource(name, bytes);
    const layout = readNpyLayout(source);
    const descr = requireDescr(name, layout.descr, accepted);
    return { descr, shape: layout.shape, data: viewNative(source, bytes, layout, descr) };
}
//# sourceMappingURL=npy-read.js.map