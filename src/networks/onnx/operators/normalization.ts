/** Normalizations that give more than one output, and quantization's. */
import { InputError } from '../../../bits/check.ts';
import { input, inputOfRank, intAttribute, type Rule } from '../call.ts';
import { axisOf, sameDims, showDims } from '../dims.ts';
import { FLOAT, UINT8 } from '../element-type.ts';
import { tensor } from '../tensor.ts';

/** Y, and in training mode statistics of each channel. */
export const batchNormalization: Rule = (call) => {
  const x = inputOfRank(call, 0, 'X', 2);
  const channels = x.dims[1];
  ['scale', 'B', 'mean', 'var'].forEach((name, i) => {
    const { dims } = input(call, i + 1, name);
    if (!sameDims(dims, [channels])) throw new InputError(`expected ${name} of [${channels}], found ${showDims(dims)}`);
  });
  const statistics = tensor([channels], x.type);
  return [tensor(x.dims, x.type), statistics, statistics, statistics, statistics];
};

/** Y, and mean and inverse deviation over the axes from `axis` on. */
export const layerNormalization: Rule = (call) => {
  const x = inputOfRank(call, 0, 'X', 1);
  const axis = axisOf('attribute axis', intAttribute(call, 'axis', -1), x.dims.length);
  const statistics = tensor(x.dims.map((size, i) => (i < axis ? size : 1)), FLOAT);
  return [tensor(x.dims, x.type), statistics, statistics];
};

/** Of the zero point's type. */
export const quantizeLinear: Rule = (call) => {
  const type = intAttribute(call, 'output_dtype', 0, 0) || (call.inputs.at(2)?.type ?? UINT8);
  return [tensor(input(call, 0, 'x').dims, type)];
};

/** Of the scale's type. */
export const dequantizeLinear: Rule = (call) => [tensor(input(call, 0, 'x').dims, input(call, 1, 'x_scale').type)];

/** Y, its scale and its zero point. */
export const dynamicQuantizeLinear: Rule = (call) => [tensor(input(call, 0, 'x').dims, UINT8), tensor([], FLOAT), tensor([], UINT8)];
