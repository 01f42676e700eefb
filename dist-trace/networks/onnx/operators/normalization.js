/** Normalizations that give more than one output, and quantization's. */
import { InputError } from "../../../bits/check.js";
import { input, inputOfRank, intAttribute } from "../call.js";
import { axisOf, sameDims, showDims } from "../dims.js";
import { FLOAT, UINT8 } from "../element-type.js";
import { tensor } from "../tensor.js";
/** Y, and in training mode statistics of each channel. */
export const batchNormalization = (call) => {
    const x = inputOfRank(call, 0, 'X', 2);
    const channels = x.dims[1];
    ['scale', 'B', 'mean', 'var'].forEach((name, i) => {
        const { dims } = input(call, i + 1, name);
        if (!sameDims(dims, [channels]))
            throw new InputError(`expected ${name} of [${channels}], found ${showDims(dims)}`);
    });
    const statistics = tensor([channels], x.type);
    return [tensor(x.dims, x.type), statistics, statistics, statistics, statistics];
};
/** Y, and mean and inverse deviation over the axes from `axis` on. */
export const layerNormalization = (call) => {
    const x = inputOfRank(call, 0, 'X', 1);
    const axis = axisOf('attribute axis', intAttribute(call, 'axis', -1), x.dims.length);
    const statistics = tensor(x.dims.map((size, i) => (i < axis ? size : 1)), FLOAT);
    return [tensor(x.dims, x.type), statistics, statistics];
};
/** Of the zero point's type. */
export const quantizeLinear = (call) => {
    const type = intAttribute(call, 'output_dtype', 0, 0) || (call.inputs.at(2)?.type ?? UINT8);
    return [tensor(input(call, 0, 'x').dims, type)];
};
/** Of the scale's type. */
export const dequantizeLinear = (call) => [tensor(input(call, 0, 'x').dims, input(call, 1, 'x_scale').type)];
/** Y, its scale and its zero point. */
export const dynamicQuantizeLinear = (call) => [tensor(input(call, 0, 'x').dims, UINT8), tensor([], FLOAT), tensor([], UINT8)];
//# sourceMappingURL=normalization.js.map