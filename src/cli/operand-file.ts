/** An operand of a convolution from a file: quantized already, or quantized on the way. */
import { InputError } from '../bits/check.ts';
import type { Shape4 } from '../bits/shape.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import type { QuantizeOptions } from '../formats/quantize.ts';
import { fileFormat } from '../io/file-format.ts';
import { readMlsNpz } from '../io/mls-npz.ts';
import { readFloat32 } from '../io/npy.ts';
import { readOnnxFile } from '../io/onnx-file.ts';
import { onnxOperand, type OnnxOperand } from '../io/onnx-operand.ts';
import { fastQuantizing } from '../sim/fast/quantize.ts';
import { work } from './work.ts';

/** Reads an .npz as it is, and quantizes an .npy or the weights of an ONNX node (`model.onnx:node`). The contents decide, not the name. @throws InputError */
export async function readOperand(path: string, options: QuantizeOptions): Promise<MlsTensor> {
  const weights = onnxOperand(path);
  if (weights !== undefined) {
    const { shape, data } = await onnxWeights(weights);
    return work(`quantize ${path}`, fastQuantizing(path, data, shape, options));
  }
  switch (fileFormat(path)) {
    case 'npz':
      return readMlsNpz(path);
    case 'npy': {
      const { shape, data } = readFloat32(path);
      return work(`quantize ${path}`, fastQuantizing(path, data, shape, options));
    }
    case 'other':
      throw new InputError(`${path}: expected an .npz of a quantized tensor, an .npy, or model.onnx:node`);
  }
}

async function onnxWeights({ path, node }: OnnxOperand): Promise<{ shape: Shape4; data: Float32Array }> {
  const { subject, bytes, readExternal } = readOnnxFile(path);
  const { parseOnnx, weightOf } = await import('../networks/onnx/onnx.ts');
  return weightOf(await parseOnnx(subject, bytes, readExternal), node);
}
