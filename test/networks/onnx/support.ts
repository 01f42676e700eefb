/** Small models for the tests. */
import { onnxTopology, parseOnnx, type OnnxImport, type OnnxOptions } from '../../../src/networks/onnx/onnx.ts';
import { analyse } from '../../../src/networks/onnx/analysis.ts';
import { BOOL, floatTensor, int64Tensor, model, tensor, valueInfo, type ModelSpec } from './encoder.ts';
import type { OperatorCase } from './operator-cases.ts';

/** The file of a case: activations are inputs of the graph, constants initializers. */
export function caseModel({ op, opset = 13, inputs, attributes = {}, gives }: OperatorCase): Uint8Array {
  const names = inputs.map((one, i) => (one === null ? '' : `in${i}`));
  const graphInputs: Uint8Array[] = [];
  const initializers: Uint8Array[] = [];
  inputs.forEach((one, i) => {
    const name = names[i];
    if (one === null) return;
    if ('ints' in one) initializers.push(int64Tensor(one.ints, one.dims ?? [one.ints.length], name));
    else if ('floats' in one) initializers.push(floatTensor(name, one.dims ?? [one.floats.length], one.floats));
    else if ('weights' in one) initializers.push(floatTensor(name, one.weights));
    else if ('bool' in one) initializers.push(tensor({ name, type: BOOL, dims: one.bool, raw: new Array<number>(one.bool.reduce((a, b) => a * b, 1)).fill(0) }));
    else graphInputs.push(valueInfo(name, one));
  });
  const outputs = gives.map((_, i) => `out${i}`);
  return model({ opset, nodes: [{ op, inputs: names, outputs, attributes, name: 'node' }], inputs: graphInputs, outputs, initializers });
}

/** The shape of every value. */
export async function shapesOf(bytes: Uint8Array, options: OnnxOptions = {}): Promise<ReadonlyMap<string, readonly number[]>> {
  return analyse(await parseOnnx('m.onnx', bytes), options).shapes;
}

/** A model's import. */
export async function imported(spec: ModelSpec | Uint8Array, options: OnnxOptions = {}): Promise<OnnxImport> {
  return onnxTopology(await parseOnnx('m.onnx', spec instanceof Uint8Array ? spec : model(spec)), options);
}
