/** The dtypes of .npy files that are kept as they are in memory, and the check that this host can do so. */
import { endianness } from 'node:os';
import { InputError, show } from "../bits/check.js";
/** The constructors of those arrays. */
export const NPY_ARRAYS = {
    '|u1': Uint8Array,
    '<u2': Uint16Array,
    '<u4': Uint32Array,
    '<f4': Float32Array,
    '<f8': Float64Array,
};
/** All of them. */
export const NPY_DESCRS = Object.keys(NPY_ARRAYS);
/** Bytes of an element of dtype `descr`, which ends in its decimal size. */
export function itemBytes(descr) {
    return Number(descr.slice(2));
}
/** `descr` if it is one of `accepted`. @throws InputError naming what is accepted */
export function requireDescr(subject, descr, accepted) {
    const found = accepted.find((one) => one === descr);
    if (found !== undefined)
        return found;
    const needed = accepted.length === 1 ? accepted[0] : `one of ${accepted.join(', ')}`;
    throw new InputError(`${subject}: expected dtype ${needed}, found ${describe(descr)}`);
}
/** Typed arrays have the host's byte order, and the files are little-endian. @throws Error on a big-endian host */
export function requireLittleEndian(order = endianness()) {
    if (order !== 'LE')
        throw new Error('mlsim reads and writes binary files on little-endian hosts only, found a big-endian one');
}
function describe(descr) {
    if (descr.startsWith('>'))
        return `${show(descr)} (big-endian)`;
    if (/^\|?O/.test(descr))
        return `${show(descr)} (Python objects)`;
    return show(descr);
}
//# sourceMappingURL=npy-dtype.js.map