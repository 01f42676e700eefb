/** The bytes of an ONNX file to a model. */
import { InputError } from "../../bits/check.js";
import { onnxModel } from "./model.js";
import { MODEL } from "./schema.js";
import { decodeFile } from "./wire.js";
/**
 * Reads the whole file. Tensors stay views of `bytes`: don't change them afterwards.
 * @param subject names the file in errors @param readExternal reads tensors that are in other files; without it they can't be had
 * @throws InputError for a file that is none or not whole, or a graph whose names don't fit together
 */
export async function parseOnnx(subject, bytes, readExternal) {
    if (bytes.length === 0)
        throw new InputError(`${subject}: expected an ONNX model, found an empty file`);
    // Imported here, since only this needs it.
    const { default: protobuf } = await import('protobufjs/minimal.js');
    return onnxModel(subject, decodeFile(subject, MODEL, protobuf.Reader.create(bytes)), readExternal);
}
//# sourceMappingURL=parse.js.map