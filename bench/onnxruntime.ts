/** A convolution in binary32 on ONNX Runtime: what a library without any rounding rule of ours makes of the same layer. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { elementCount, type Shape4 } from '../src/bits/shape.ts';
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import type { ConvolutionOptions } from '../src/sim/convolution.ts';
import { library } from './library.ts';
import { convolutionModel } from './onnx-model.ts';

/** What is used of onnxruntime-node, which isn't a dependency. */
interface Tensor {
  readonly data: Float32Array;
}
interface Session {
  run(inputs: Readonly<Record<string, Tensor>>, outputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}
export interface OnnxRuntime {
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
  readonly InferenceSession: { create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Session> };
}

/** onnxruntime-node of this project or of the folder MLSIM_BENCH_MODULES, or undefined. */
export function findOnnxRuntime(): OnnxRuntime | undefined {
  const folder = process.env['MLSIM_BENCH_MODULES'];
  const places = [import.meta.url, ...(folder === undefined ? [] : [resolve(folder, 'any.js')])];
  for (const place of places) {
    const require = createRequire(place);
    try {
      require.resolve('onnxruntime-node');
    } catch {
      continue;
    }
    return require('onnxruntime-node') as OnnxRuntime;
  }
  return undefined;
}

/** The layer on dequantized operands, as a function that computes it once, its output in the same memory each time. @param inModel whether weights are in the model, and known before a run */
export async function convolutionOnRuntime(
  runtime: OnnxRuntime,
  w: MlsTensor,
  a: MlsTensor,
  outputShape: Shape4,
  options: ConvolutionOptions,
  threads: number,
  inModel: boolean,
): Promise<() => Promise<Float32Array>> {
  const [weights, input] = [w, a].map((tensor) => Float32Array.from(library.dequantize(tensor)));
  const model = convolutionModel(inModel ? weights : undefined, w.shape, a.shape, outputShape, options);
  const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: threads, interOpNumThreads: 1, executionMode: 'sequential' });
  const inputs = { A: new runtime.Tensor('float32', input, a.shape), ...(inModel ? {} : { W: new runtime.Tensor('float32', weights, w.shape) }) };
  const outputs = { Z: new runtime.Tensor('float32', new Float32Array(elementCount(outputShape)), outputShape) };
  return async () => {
    await session.run(inputs, outputs);
    return outputs.Z.data;
  };
}
