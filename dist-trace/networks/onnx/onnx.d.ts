/** ONNX models: what other rooms use of them. */
export { onnxTopology, type NamedShape, type OnnxImport } from './import.ts';
export type { OnnxOptions } from './inputs.ts';
export type { Uncounted } from './ledger.ts';
export type { OnnxModel } from './model.ts';
export { parseOnnx } from './parse.ts';
export type { ReadExternal } from './stored-tensor.ts';
export { weightOf, type LayerWeights } from './weights.ts';
