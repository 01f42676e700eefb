/** Tensors into .npy files. */
import { elementCount } from "../bits/shape.js";
import { NPY_ARRAYS, requireLittleEndian } from "./npy-dtype.js";
import { npyHeader } from "./npy-header.js";
/**
 * Writes a row-major tensor as numpy's np.save does, byte for byte.
 * @param shape sizes, outermost first; [] for a scalar @param data elementCount(shape) elements, of the array type of `descr`
 * @throws TypeError for another array type, RangeError for another length, InputError when the file can't be written
 */
export function writeNpy(out, descr, shape, data) {
    for (const bytes of npyBytes(descr, shape, data))
        out.write(bytes);
}
/** The two parts of a .npy file: header and data, the data not copied. */
export function npyBytes(descr, shape, data) {
    requireLittleEndian();
    if (!(data instanceof NPY_ARRAYS[descr]))
        throw new TypeError(`npy data of dtype ${descr}: expected ${NPY_ARRAYS[descr].name}, found another array`);
    if (data.length !== elementCount(shape)) {
        throw new RangeError(`npy data: expected ${elementCount(shape)} elements for shape [${shape.join(',')}], found ${data.length}`);
    }
    return [npyHeader(descr, shape), new Uint8Array(data.buffer, data.byteOffset, data.byteLength)];
}
//# sourceMappingURL=npy-write.js.map