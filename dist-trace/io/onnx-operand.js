/** An operand of the command line that names a tensor in an ONNX file: `model.onnx:node`. */
/** The file and the node; undefined where the text names none. The first `.onnx:` parts them, since node names may hold colons. */
export function onnxOperand(text) {
    const match = /^(.*?\.onnx):(.+)$/is.exec(text);
    return match === null ? undefined : { path: match[1], node: match[2] };
}
//# sourceMappingURL=onnx-operand.js.map