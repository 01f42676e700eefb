/** An operand of a convolution from a file: quantized already, or quantized on the way. */
import { InputError } from "../bits/check.js";
import { fileFormat } from "../io/file-format.js";
import { readMlsNpz } from "../io/mls-npz.js";
import { readFloat32 } from "../io/npy.js";
import { readOnnxFile } from "../io/onnx-file.js";
import { onnxOperand } from "../io/onnx-operand.js";
import { fastQuantizing } from "../sim/fast/quantize.js";
import { work } from "./work.js";
/** Reads an .npz as it is, and quantizes an .npy or the weights of an ONNX node (`model.onnx:node`). The contents decide, not the name. @throws InputError */
export async function readOperand(path, options) {
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
async function onnxWeights({ path, node }) {
    const { subject, bytes, readExternal } = readOnnxFile(path);
    const { parseOnnx, weightOf } = await import("../networks/onnx/onnx.js");
    return weightOf(await parseOnnx(subject, bytes, readExternal), node);
}
//# sourceMappingURL=operand-file.js.map