/** Quantized tensors as .npz files: the arrays codes, scales, tensor_scale, element and scale_format. */
import { about, InputError } from "../bits/check.js";
import { elementFormat } from "../formats/element.js";
import { groupScaleFormat } from "../formats/group-scale.js";
import { requireMlsTensor } from "../formats/mls-tensor.js";
import { npzMember, readNpz, writeNpz } from "./npz.js";
/** Reads a quantized tensor. Other arrays in the file are ignored. @throws InputError */
export function readMlsNpz(path) {
    return readNpz(path, mlsTensorFrom);
}
/** `readMlsNpz` from an open archive. @throws InputError */
export function mlsTensorFrom(npz) {
    requireArrays(npz);
    const [E, M] = readArray(npz, 'element', '|u1', [2]);
    const [Eg, Mg] = readArray(npz, 'scale_format', '|u1', [2]);
    const [tensorScale] = readArray(npz, 'tensor_scale', '<f4', []);
    const element = about(`${npz.subject}: element`, () => elementFormat(E, M));
    const scaleFormat = about(`${npz.subject}: scale_format`, () => groupScaleFormat(Eg, Mg));
    const { shape, data: codes } = npz.array('codes', ['<u2']);
    if (shape.length !== 4)
        throw new InputError(`${npz.subject}: codes: expected 4 dimensions, found shape ${text(shape)}`);
    const scales = readArray(npz, 'scales', '<u2', [shape[0], shape[1]]);
    const tensor = { element, scaleFormat, shape: [shape[0], shape[1], shape[2], shape[3]], codes, scales, tensorScale };
    return requireMlsTensor(npz.subject, tensor);
}
/** Writes a quantized tensor as `readMlsNpz` reads it. The same tensor gives the same bytes. @throws InputError, TypeError */
export function writeMlsNpz(out, tensor) {
    const { element, scaleFormat, shape, codes, scales, tensorScale } = requireMlsTensor(out.subject, tensor);
    writeNpz(out, [
        npzMember('codes', '<u2', shape, codes),
        npzMember('scales', '<u2', shape.slice(0, 2), scales),
        npzMember('tensor_scale', '<f4', [], Float32Array.of(tensorScale)),
        npzMember('element', '|u1', [2], Uint8Array.of(element.E, element.M)),
        npzMember('scale_format', '|u1', [2], Uint8Array.of(scaleFormat.Eg, scaleFormat.Mg)),
    ]);
}
const ARRAYS = ['codes', 'scales', 'tensor_scale', 'element', 'scale_format'];
function requireArrays({ subject, names }) {
    const missing = ARRAYS.filter((name) => !names.includes(name));
    if (missing.length === 0)
        return;
    const found = ARRAYS.filter((name) => names.includes(name));
    throw new InputError(`${subject}: expected the arrays ${ARRAYS.join(', ')} of a quantized tensor, found ${found.length === 0 ? 'none of them' : `no ${missing.join(', no ')}`}`);
}
function readArray(npz, name, descr, shape) {
    const array = npz.array(name, [descr]);
    if (text(array.shape) !== text(shape)) {
        throw new InputError(`${npz.subject}: ${name}: expected shape ${text(shape)}, found ${text(array.shape)}`);
    }
    return array.data;
}
function text(shape) {
    return `[${shape.join(',')}]`;
}
//# sourceMappingURL=mls-npz.js.map