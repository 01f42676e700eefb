/** An operand of a convolution from a file: quantized already, or quantized on the way. */
import { InputError } from '../bits/check.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { quantizing, type QuantizeOptions } from '../formats/quantize.ts';
import { fileFormat } from '../io/file-format.ts';
import { readMlsNpz } from '../io/mls-npz.ts';
import { readFloat32 } from '../io/npy.ts';
import { work } from './work.ts';

/** Reads an .npz as it is, and quantizes an .npy. The contents decide, not the name. @throws InputError */
export async function readOperand(path: string, options: QuantizeOptions): Promise<MlsTensor> {
  switch (fileFormat(path)) {
    case 'npz':
      return readMlsNpz(path);
    case 'npy': {
      const { shape, data } = readFloat32(path);
      return work(`quantize ${path}`, quantizing(path, data, shape, options));
    }
    case 'other':
      throw new InputError(`${path}: expected an .npz of a quantized tensor or an .npy`);
  }
}
