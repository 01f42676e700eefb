/** The header of a .npy file: where the data starts and how it is laid out. */
import { InputError } from "../bits/check.js";
import { elementCount } from "../bits/shape.js";
import { readBytes } from "./byte-source.js";
import { itemBytes } from "./npy-dtype.js";
import { parseNpyDict } from "./npy-literal.js";
/** The bytes of every .npy file's start: \x93NUMPY. */
export const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** More than any header that numpy writes for a plain array. */
const MAX_HEADER_BYTES = 2 ** 16;
/** Boundary, in bytes, at which numpy starts the data. */
const DATA_ALIGNMENT = 64;
/** Digits of the growing dimension for which numpy leaves room, so that a file can be appended to in place. */
const GROWTH_DIGITS = 21;
/** Reads and parses the header, versions 1.0, 2.0 and 3.0. @throws InputError */
export function readNpyLayout(source) {
    const { subject, size } = source;
    const start = readBytes(source, 0, Math.min(size, 12));
    if (start.length < NPY_MAGIC.length || NPY_MAGIC.some((byte, i) => byte !== start[i])) {
        throw new InputError(`${subject}: expected a .npy file (it starts with \\x93NUMPY), found ${describeStart(start)}`);
    }
    if (size < 12)
        throw truncated(subject, size);
    const [major, minor] = [start[6], start[7]];
    if (major < 1 || major > 3 || minor !== 0) {
        throw new InputError(`${subject}: expected npy version 1.0, 2.0 or 3.0, found ${major}.${minor}`);
    }
    const view = new DataView(start.buffer);
    const headerOffset = major === 1 ? 10 : 12;
    const headerBytes = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
    if (headerBytes > MAX_HEADER_BYTES) {
        throw new InputError(`${subject}: expected an npy header of at most ${MAX_HEADER_BYTES} bytes, found one of ${headerBytes}`);
    }
    if (headerOffset + headerBytes > size)
        throw truncated(subject, size);
    // Version 3 is UTF-8, but beyond ASCII only in the field names of structured dtypes, which nobody accepts.
    const dict = parseNpyDict(subject, Buffer.from(readBytes(source, headerOffset, headerBytes)).toString('latin1'));
    return { ...dict, count: elementsOf(subject, dict.shape), dataOffset: headerOffset + headerBytes };
}
/** Checks that the data that the header announces is exactly what the file holds. @throws InputError */
export function requireDataSize(source, layout) {
    const needed = layout.count * itemBytes(layout.descr);
    const found = source.size - layout.dataOffset;
    if (needed !== found) {
        throw new InputError(`${source.subject}: expected ${needed} bytes of data for ${layout.descr} [${layout.shape.join(',')}], found ${found}`);
    }
}
/**
 * The header that numpy writes for a row-major array: version 1.0, the data starting at a multiple of 64 bytes.
 * @param descr dtype, such as `<f4` @param shape sizes, outermost first; empty for a scalar; at most 64 of them
 */
export function npyHeader(descr, shape) {
    const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
    const room = shape.length === 0 ? 0 : Math.max(0, GROWTH_DIGITS - String(shape[0]).length);
    const dict = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sizes}), }${' '.repeat(room)}`;
    const prefixBytes = NPY_MAGIC.length + 4;
    const padding = DATA_ALIGNMENT - ((prefixBytes + dict.length + 1) % DATA_ALIGNMENT);
    const text = `${dict}${' '.repeat(padding)}\n`;
    return Uint8Array.from([...NPY_MAGIC, 1, 0, text.length & 0xff, text.length >>> 8, ...Buffer.from(text, 'latin1')]);
}
function elementsOf(subject, shape) {
    const count = elementCount(shape);
    if (!Number.isSafeInteger(count))
        throw new InputError(`${subject}: too many elements, found shape [${shape.join(',')}]`);
    return count;
}
function truncated(subject, size) {
    return new InputError(`${subject}: expected a whole npy header, found only ${size} bytes`);
}
function describeStart(start) {
    if (start.length === 0)
        return 'an empty file';
    const hex = Buffer.from(start.subarray(0, NPY_MAGIC.length)).toString('hex');
    return start[0] === 0x50 && start[1] === 0x4b ? 'a zip archive (an .npz?)' : `the bytes ${hex}`;
}
//# sourceMappingURL=npy-header.js.map