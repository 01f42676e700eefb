import type { MlsTensor } from '../formats/mls-tensor.ts';
import type { QuantizeOptions } from '../formats/quantize.ts';
/** Reads an .npz as it is, and quantizes an .npy or the weights of an ONNX node (`model.onnx:node`). The contents decide, not the name. @throws InputError */
export declare function readOperand(path: string, options: QuantizeOptions): Promise<MlsTensor>;
