/** An operand of the command line that names a tensor in an ONNX file: `model.onnx:node`. */
export interface OnnxOperand {
    readonly path: string;
    readonly node: string;
}
/** The file and the node; undefined where the text names none. The first `.onnx:` parts them, since node names may hold colons. */
export declare function onnxOperand(text: string): OnnxOperand | undefined;
