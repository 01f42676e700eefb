/** The data of a .npy file, read in chunks into its one final array. */
import { float16Value } from "../bits/half.js";
import { InputError } from "../bits/check.js";
import { allocate } from "./byte-source.js";
import { itemBytes, NPY_ARRAYS, requireLittleEndian } from "./npy-dtype.js";
import { requireDataSize } from "./npy-header.js";
import { indicesAt, toRowMajor } from "./row-major.js";
const CHUNK_BYTES = 2 ** 22;
/** The elements as they are, in row-major order. @throws InputError when the file's size isn't the one announced */
export function readNative(source, layout, descr) {
    requireLittleEndian();
    requireDataSize(source, layout);
    const data = allocate(source.subject, () => new NPY_ARRAYS[descr](layout.count));
    source.read(layout.dataOffset, new Uint8Array(data.buffer));
    return inRowMajor(source.subject, data, layout);
}
/** `readNative` from memory: a view of `bytes`, or a copy where they are not aligned or not in row-major order. */
export function viewNative(source, bytes, layout, descr) {
    const start = bytes.byteOffset + layout.dataOffset;
    if (start % itemBytes(descr) !== 0)
        return readNative(source, layout, descr);
    requireLittleEndian();
    requireDataSize(source, layout);
    const data = new NPY_ARRAYS[descr](bytes.buffer, start, layout.count);
    return inRowMajor(source.subject, data, layout);
}
/** The elements of a <f2 or <f8 file as binary32. @throws InputError also for a finite value that is not exact in binary32 */
export function readAsFloat32(source, layout, descr) {
    requireLittleEndian();
    requireDataSize(source, layout);
    const data = allocate(source.subject, () => new Float32Array(layout.count));
    readChunks(source, layout, descr === '<f2' ? 2 : 8, (buffer, first) => {
        if (descr === '<f2')
            widenHalves(new Uint16Array(buffer), data, first);
        else
            narrowDoubles(source.subject, layout, new Float64Array(buffer), data, first);
    });
    return inRowMajor(source.subject, data, layout);
}
/** The elements of a <u8 file as 32-bit integers. @throws InputError also for a value of 2^32 or more */
export function readAsUint32(source, layout) {
    requireLittleEndian();
    requireDataSize(source, layout);
    const data = allocate(source.subject, () => new Uint32Array(layout.count));
    readChunks(source, layout, 8, (buffer, first) => {
        const words = new Uint32Array(buffer);
        for (let i = 0; i < words.length / 2; i++) {
            if (words[2 * i + 1] !== 0) {
                const value = new BigUint64Array(buffer)[i];
                throw new InputError(`${source.subject}: ${where(layout, first + i)}: expected an integer below 2^32, found ${value}`);
            }
            data[first + i] = words[2 * i];
        }
    });
    return inRowMajor(source.subject, data, layout);
}
function widenHalves(halves, data, first) {
    for (let i = 0; i < halves.length; i++)
        data[first + i] = float16Value(halves[i]);
}
function narrowDoubles(subject, layout, values, data, first) {
    for (let i = 0; i < values.length; i++) {
        const narrow = Math.fround(values[i]);
        if (!Object.is(narrow, values[i])) {
            throw new InputError(`${subject}: ${where(layout, first + i)}: expected a value exact in binary32, found ${values[i]}`);
        }
        data[first + i] = narrow;
    }
}
/** Calls `use` with each chunk of whole elements and the position of its first one. */
function readChunks(source, layout, bytesEach, use) {
    const perChunk = CHUNK_BYTES / bytesEach;
    const chunk = new Uint8Array(Math.min(layout.count, perChunk) * bytesEach);
    for (let first = 0; first < layout.count; first += perChunk) {
        const bytes = Math.min(layout.count - first, perChunk) * bytesEach;
        const part = bytes === chunk.length ? chunk : new Uint8Array(bytes);
        source.read(layout.dataOffset + first * bytesEach, part);
        use(part.buffer, first);
    }
}
function inRowMajor(subject, data, layout) {
    return layout.fortranOrder ? allocate(subject, () => toRowMajor(data, layout.shape)) : data;
}
function where(layout, position) {
    return indicesAt(position, layout.shape, layout.fortranOrder);
}
//# sourceMappingURL=npy-data.js.map