/** Poolings. */
import { InputError } from '../../../bits/check.ts';
import { inputOfRank, intAttribute, intsAttribute, type Rule } from '../call.ts';
import { INT64 } from '../element-type.ts';
import { tensor } from '../tensor.ts';
import { windowAxes } from './window.ts';

/** MaxPool, AveragePool, LpPool; the second output of MaxPool holds indices. */
export const pool: Rule = (call) => {
  const { dims, type } = inputOfRank(call, 0, 'X', 3);
  const kernel = intsAttribute(call, 'kernel_shape', 1);
  if (kernel === undefined) throw new InputError('attribute kernel_shape: expected a kernel, found none');
  const ceil = intAttribute(call, 'ceil_mode', 0, 0, 1) === 1;
  const out = [dims[0], dims[1], ...windowAxes(call, dims.slice(2), kernel, ceil).map(({ outputs }) => outputs)];
  return [tensor(out, type), tensor(out, INT64)];
};

/** GlobalAveragePool, GlobalMaxPool, GlobalLpPool. */
export const globalPool: Rule = (call) => {
  const { dims, type } = inputOfRank(call, 0, 'X', 3);
  return [tensor(dims.map((size, axis) => (axis < 2 ? size : 1)), type)];
};
