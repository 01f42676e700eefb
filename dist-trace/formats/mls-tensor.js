/** A quantized 4-d tensor of MLS: element codes, one group scale for each (first, second) index pair, one tensor scale. */
import { InputError } from "../bits/check.js";
import { elementCount, requireShape4 } from "../bits/shape.js";
import { elementFormatName, elementValue } from "./element.js";
import { scaleValue } from "./group-scale.js";
/** Checks every invariant of a tensor that comes from outside. @param subject names it in errors @throws InputError, TypeError */
export function requireMlsTensor(subject, tensor) {
    const shape = requireShape4(`${subject}: codes`, tensor.shape);
    requireLength(`${subject}: codes`, tensor.codes, elementCount(shape));
    requireLength(`${subject}: scales`, tensor.scales, shape[0] * shape[1]);
    requireCodes(`${subject}: codes`, tensor.codes, 2 ** tensor.element.codeBits, elementFormatName(tensor.element));
    requireCodes(`${subject}: scales`, tensor.scales, 2 ** tensor.scaleFormat.codeBits, `<${tensor.scaleFormat.Eg},${tensor.scaleFormat.Mg}>`);
    const scale = tensor.tensorScale;
    if (!(scale > 0) || scale === Infinity || Math.fround(scale) !== scale) {
        throw new InputError(`${subject}: tensor_scale: expected a positive finite binary32 number, found ${scale}`);
    }
    return tensor;
}
/** The exact values of a tensor in binary64 (at most 24 + 2 + 11 significant bits), a zero with the sign of its code. */
export function dequantize(tensor) {
    const out = new Float64Array(tensor.codes.length);
    const planeSize = tensor.shape[2] * tensor.shape[3];
    const dequantizePlane = planeDequantizer(tensor);
    for (let plane = 0; plane < tensor.scales.length; plane++) {
        dequantizePlane(plane, out.subarray(plane * planeSize, (plane + 1) * planeSize));
    }
    return out;
}
/** A function that writes the values of one (first, second) index pair to `out`, so that a large tensor needs no second copy. */
export function planeDequantizer(tensor) {
    const { element, codes, scales, scaleFormat, tensorScale } = tensor;
    const valueOf = Float64Array.from({ length: 2 ** element.codeBits }, (_, code) => elementValue(element, code));
    return (plane, out) => {
        const scale = tensorScale * scaleValue(scaleFormat, scales[plane]);
        const start = plane * out.length;
        for (let i = 0; i < out.length; i++)
            out[i] = valueOf[codes[start + i]] * scale;
    };
}
/** sum |x - q| / sum |x| (paper Fig. 6), 0 for an all-zero tensor. @param values as many as the tensor has elements */
export function averageRelativeError(values, tensor) {
    const quantized = new Float64Array(tensor.shape[2] * tensor.shape[3]);
    const dequantizePlane = planeDequantizer(tensor);
    let error = 0;
    let total = 0;
    for (let plane = 0, start = 0; plane < tensor.scales.length; plane++, start += quantized.length) {
        dequantizePlane(plane, quantized);
        for (let i = 0; i < quantized.length; i++) {
            const value = values[start + i];
            error += Math.abs(value - quantized[i]);
            total += Math.abs(value);
        }
    }
    return total === 0 ? 0 : error / total;
}
function requireLength(subject, codes, length) {
    if (codes.length !== length)
        throw new InputError(`${subject}: expected ${length} codes, found ${codes.length}`);
}
function requireCodes(subject, codes, limit, format) {
    for (let i = 0; i < codes.length; i++) {
        if (codes[i] >= limit)
            throw new InputError(`${subject}[${i}]: expected a ${format} code below ${limit}, found ${codes[i]}`);
    }
}
//# sourceMappingURL=mls-tensor.js.map