import type { OutputFile } from './atomic-file.ts';
import { type NpyArrays, type NpyDescr } from './npy-dtype.ts';
/**
 * Writes a row-major tensor as numpy's np.save does, byte for byte.
 * @param shape sizes, outermost first; [] for a scalar @param data elementCount(shape) elements, of the array type of `descr`
 * @throws TypeError for another array type, RangeError for another length, InputError when the file can't be written
 */
export declare function writeNpy<D extends NpyDescr>(out: OutputFile, descr: D, shape: readonly number[], data: NpyArrays[D]): void;
/** The two parts of a .npy file: header and data, the data not copied. */
export declare function npyBytes<D extends NpyDescr>(descr: D, shape: readonly number[], data: NpyArrays[D]): [Uint8Array, Uint8Array];
