/** Tensors into .npy files. */
import { elementCount } from '../bits/shape.ts';
import type { OutputFile } from './atomic-file.ts';
import { NPY_ARRAYS, requireLittleEndian, type NpyArrays, type NpyDescr } from './npy-dtype.ts';
import { npyHeader } from './npy-header.ts';

/**
 * Writes a row-major tensor as numpy's np.save does, byte for byte.
 * @param shape sizes, outermost first; [] for a scalar @param data elementCount(shape) elements, of the array type of `descr`
 * @throws TypeError for another array type, RangeError for another length, InputError when the file can't be written
 */
export function writeNpy<D extends NpyDescr>(out: OutputFile, descr: D, shape: readonly number[], data: NpyArrays[D]): void {
  for (const bytes of npyBytes(descr, shape, data)) out.write(bytes);
}

/** The two parts of a .npy file: header and data, the data not copied. */
export function npyBytes<D extends NpyDescr>(descr: D, shape: readonly number[], data: NpyArrays[D]): [Uint8Array, Uint8Array] {
  requireLittleEndian();
  if (!(data instanceof NPY_ARRAYS[descr])) throw new TypeError(`npy data of dtype ${descr}: expected ${NPY_ARRAYS[descr].name}, found another array`);
  if (data.length !== elementCount(shape)) {
    throw new RangeError(`npy data: expected ${elementCount(shape)} elements for shape [${shape.join(',')}], found ${data.length}`);
  }
  return [npyHeader(descr, shape), new Uint8Array(data.buffer, data.byteOffset, data.byteLength)];
}
