/** ONNX models: what other rooms use of them. */
export { onnxTopology } from "./import.js";
export { parseOnnx } from "./parse.js";
export { weightOf } from "./weights.js";
//# sourceMappingURL=onnx.js.map