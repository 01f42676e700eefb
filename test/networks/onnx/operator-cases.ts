/**
 * A node each, with the shapes of its outputs. The shapes follow from the operators' specifications (onnx/docs/Operators.md and
 * Changelog.md); ONNX Runtime 1.30 gives the same for every case that it runs.
 */
import type { AttributeSpec } from './encoder.ts';

/** A shape is an activation; numbers under `ints` or `floats` are a constant. */
export type InputSpec = readonly number[] | { readonly ints: readonly number[]; readonly dims?: readonly number[] } | { readonly floats: readonly number[]; readonly dims?: readonly number[] } | { readonly weights: readonly number[] } | { readonly bool: readonly number[] } | null;

export interface OperatorCase {
  readonly op: string;
  readonly opset?: number;
  readonly inputs: readonly InputSpec[];
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** One shape for each output. */
  readonly gives: readonly (readonly number[])[];
}

const x = [2, 4, 9, 7];
const ints = (...values: number[]): InputSpec => ({ ints: values });
const scalar = (value: number): InputSpec => ({ ints: [value], dims: [] });
const floats = (...values: number[]): InputSpec => ({ floats: values });
const weights = (...dims: number[]): InputSpec => ({ weights: dims });

export const CASES: readonly OperatorCase[] = [
  // Convolutions.
  { op: 'Conv', inputs: [x, weights(6, 4, 3, 3)], gives: [[2, 6, 7, 5]] },
  { op: 'Conv', inputs: [x, weights(6, 4, 3, 3), weights(6)], attributes: { pads: [1, 1, 1, 1], strides: [2, 2] }, gives: [[2, 6, 5, 4]] },
  { op: 'Conv', inputs: [x, weights(6, 2, 3, 2)], attributes: { pads: [0, 1, 2, 0], strides: [2, 3], group: 2, kernel_shape: [3, 2] }, gives: [[2, 6, 5, 3]] },
  { op: 'Conv', inputs: [x, weights(4, 1, 3, 3)], attributes: { dilations: [2, 3], group: 4 }, gives: [[2, 4, 5, 1]] },
  { op: 'Conv', inputs: [x, weights(6, 4, 3, 3)], attributes: { auto_pad: 'SAME_UPPER', strides: [2, 2] }, gives: [[2, 6, 5, 4]] },
  { op: 'Conv', inputs: [x, weights(6, 4, 2, 4)], attributes: { auto_pad: 'SAME_LOWER', strides: [1, 3] }, gives: [[2, 6, 9, 3]] },
  { op: 'Conv', inputs: [x, weights(6, 4, 3, 3)], attributes: { auto_pad: 'VALID', strides: [3, 1] }, gives: [[2, 6, 3, 5]] },
  { op: 'Conv', inputs: [[2, 4, 9], weights(6, 4, 3)], attributes: { pads: [1, 0], strides: [2] }, gives: [[2, 6, 4]] },
  { op: 'ConvTranspose', inputs: [x, weights(4, 5, 2, 2)], attributes: { strides: [2, 2] }, gives: [[2, 5, 18, 14]] },
  { op: 'ConvTranspose', inputs: [x, weights(4, 3, 2, 3), weights(6)], attributes: { strides: [2, 3], group: 2, auto_pad: 'VALID', dilations: [1, 1], output_padding: [0, 0] }, gives: [[2, 6, 18, 21]] },
  { op: 'ConvTranspose', inputs: [[2, 4, 9], weights(4, 3, 4)], attributes: { strides: [4] }, gives: [[2, 3, 36]] },
  // Products.
  { op: 'Gemm', inputs: [[2, 8], weights(8, 5), weights(5)], gives: [[2, 5]] },
  { op: 'Gemm', inputs: [[2, 8], weights(5, 8)], attributes: { transB: 1 }, gives: [[2, 5]] },
  { op: 'Gemm', inputs: [[2, 2], weights(5, 2), weights(1)], attributes: { transA: 1, transB: 1 }, gives: [[2, 5]] },
  { op: 'MatMul', inputs: [[2, 6, 8], weights(8, 5)], gives: [[2, 6, 5]] },
  { op: 'MatMul', inputs: [weights(5, 6), [2, 6, 8]], gives: [[2, 5, 8]] },
  { op: 'MatMul', inputs: [[2, 3, 6, 8], [2, 3, 8, 4]], gives: [[2, 3, 6, 4]] },
  { op: 'MatMul', inputs: [[2, 1, 6, 8], [3, 8, 4]], gives: [[2, 3, 6, 4]] },
  { op: 'MatMul', inputs: [[2, 8], weights(8)], gives: [[2]] },
  { op: 'MatMul', inputs: [[2, 6, 8], weights(1, 8, 5)], gives: [[2, 6, 5]] },
  // Poolings.
  { op: 'MaxPool', inputs: [x], attributes: { kernel_shape: [3, 3], strides: [2, 2] }, gives: [[2, 4, 4, 3], [2, 4, 4, 3]] },
  { op: 'MaxPool', inputs: [x], attributes: { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 1 }, gives: [[2, 4, 5, 4]] },
  { op: 'MaxPool', inputs: [x], attributes: { kernel_shape: [3, 3], strides: [4, 4], pads: [1, 1, 1, 1], ceil_mode: 1 }, gives: [[2, 4, 3, 2]] },
  { op: 'MaxPool', inputs: [x], attributes: { kernel_shape: [2, 2], dilations: [3, 2] }, gives: [[2, 4, 6, 5]] },
  { op: 'MaxPool', inputs: [x], attributes: { kernel_shape: [3, 2], strides: [2, 2], auto_pad: 'SAME_UPPER' }, gives: [[2, 4, 5, 4]] },
  { op: 'MaxPool', inputs: [[2, 4, 5, 6, 7]], attributes: { kernel_shape: [2, 2, 2] }, gives: [[2, 4, 4, 5, 6]] },
  { op: 'AveragePool', inputs: [x], attributes: { kernel_shape: [3, 2], pads: [1, 0, 1, 0], count_include_pad: 1 }, gives: [[2, 4, 9, 6]] },
  { op: 'AveragePool', opset: 19, inputs: [x], attributes: { kernel_shape: [3, 3], strides: [3, 3], ceil_mode: 1, dilations: [1, 1] }, gives: [[2, 4, 3, 3]] },
  { op: 'LpPool', inputs: [x], attributes: { kernel_shape: [3, 3] }, gives: [[2, 4, 7, 5]] },
  { op: 'GlobalAveragePool', inputs: [x], gives: [[2, 4, 1, 1]] },
  { op: 'GlobalMaxPool', inputs: [[2, 4, 9]], gives: [[2, 4, 1]] },
  // Reductions: axes as attribute, then as input.
  { op: 'ReduceMean', inputs: [x], attributes: { axes: [2, 3] }, gives: [[2, 4, 1, 1]] },
  { op: 'ReduceMean', inputs: [x], attributes: { axes: [-1, 1], keepdims: 0 }, gives: [[2, 9]] },
  { op: 'ReduceMean', opset: 18, inputs: [x, ints(2, 3)], attributes: { keepdims: 0 }, gives: [[2, 4]] },
  { op: 'ReduceMax', inputs: [x], attributes: { keepdims: 0 }, gives: [[]] },
  { op: 'ReduceSum', opset: 11, inputs: [x], attributes: { axes: [1] }, gives: [[2, 1, 9, 7]] },
  { op: 'ReduceSum', inputs: [x, ints(-2)], gives: [[2, 4, 1, 7]] },
  { op: 'ReduceSum', inputs: [x], gives: [[1, 1, 1, 1]] },
  { op: 'ReduceSum', inputs: [x], attributes: { noop_with_empty_axes: 1 }, gives: [x] },
  { op: 'ReduceL2', opset: 18, inputs: [x, ints(0)], gives: [[1, 4, 9, 7]] },
  { op: 'ArgMax', inputs: [x], attributes: { axis: 1 }, gives: [[2, 1, 9, 7]] },
  { op: 'ArgMin', inputs: [x], attributes: { axis: -1, keepdims: 0 }, gives: [[2, 4, 9]] },
  { op: 'TopK', inputs: [x, ints(3)], attributes: { axis: 2 }, gives: [[2, 4, 3, 7], [2, 4, 3, 7]] },
  { op: 'TopK', opset: 9, inputs: [x], attributes: { k: 5 }, gives: [[2, 4, 9, 5], [2, 4, 9, 5]] },
  // Element by element.
  ...['Relu', 'LeakyRelu', 'Elu', 'Selu', 'Sigmoid', 'HardSigmoid', 'Tanh', 'Erf', 'Softplus', 'Softsign', 'Exp', 'Log', 'Sqrt', 'Neg', 'Abs', 'Floor', 'Ceil', 'Reciprocal', 'Softmax', 'LogSoftmax', 'Identity', 'Celu', 'ThresholdedRelu', 'Sign', 'Round', 'Hardmax'].map((op) => ({ op, inputs: [x], gives: [x] })),
  { op: 'HardSwish', opset: 14, inputs: [x], gives: [x] },
  { op: 'Mish', opset: 18, inputs: [x], gives: [x] },
  { op: 'Gelu', opset: 20, inputs: [x], gives: [x] },
  { op: 'PRelu', inputs: [x, weights(4, 1, 1)], gives: [x] },
  { op: 'Clip', opset: 9, inputs: [x], attributes: { min: { f: 0 }, max: { f: 6 } }, gives: [x] },
  { op: 'Clip', opset: 11, inputs: [x, null, { floats: [6], dims: [] }], gives: [x] },
  { op: 'Dropout', opset: 9, inputs: [x], attributes: { ratio: { f: 0.5 } }, gives: [x, x] },
  { op: 'Dropout', inputs: [x, { floats: [0.5], dims: [] }, { bool: [] }], gives: [x, x] },
  { op: 'Cast', inputs: [x], attributes: { to: 7 }, gives: [x] },
  { op: 'CastLike', opset: 15, inputs: [x, ints(1)], gives: [x] },
  { op: 'Add', inputs: [x, [7]], gives: [x] },
  { op: 'Sub', inputs: [[4, 1, 7], [2, 1, 9, 1]], gives: [[2, 4, 9, 7]] },
  { op: 'Mul', inputs: [x, [2, 4, 1, 1]], gives: [x] },
  { op: 'Div', inputs: [x, { floats: [6], dims: [] }], gives: [x] },
  { op: 'Pow', inputs: [x, { floats: [2], dims: [] }], gives: [x] },
  { op: 'Mod', inputs: [x, x], attributes: { fmod: 1 }, gives: [x] },
  { op: 'Sum', inputs: [x, [7], [4, 1, 1]], gives: [x] },
  { op: 'Mean', inputs: [x, x, x], gives: [x] },
  { op: 'Max', inputs: [x, [9, 1]], gives: [x] },
  { op: 'Min', inputs: [x], gives: [x] },
  { op: 'Equal', inputs: [x, [1]], gives: [x] },
  { op: 'Greater', inputs: [[9, 1], [7]], gives: [[9, 7]] },
  { op: 'LessOrEqual', inputs: [x, x], gives: [x] },
  { op: 'Where', inputs: [{ bool: [9, 1] }, [4, 1, 7], [2, 1, 1, 1]], gives: [x] },
  // Normalizations.
  { op: 'BatchNormalization', opset: 9, inputs: [x, weights(4), weights(4), weights(4), weights(4)], gives: [x] },
  { op: 'BatchNormalization', opset: 15, inputs: [x, weights(4), weights(4), weights(4), weights(4)], attributes: { training_mode: 1 }, gives: [x, [4], [4]] },
  { op: 'InstanceNormalization', inputs: [x, weights(4), weights(4)], gives: [x] },
  { op: 'LayerNormalization', opset: 17, inputs: [x, weights(9, 7), weights(9, 7)], attributes: { axis: 2 }, gives: [x, [2, 4, 1, 1], [2, 4, 1, 1]] },
  { op: 'GroupNormalization', opset: 21, inputs: [x, weights(4), weights(4)], attributes: { num_groups: 2 }, gives: [x] },
  { op: 'LRN', inputs: [x], attributes: { size: 3 }, gives: [x] },
  { op: 'LpNormalization', inputs: [x], gives: [x] },
  { op: 'MeanVarianceNormalization', inputs: [x], gives: [x] },
  { op: 'QuantizeLinear', inputs: [x, { floats: [0.5], dims: [] }], gives: [x] },
  { op: 'DynamicQuantizeLinear', inputs: [x], gives: [x, [], []] },
  { op: 'CumSum', inputs: [x, scalar(1)], gives: [x] },
  // The same elements in another shape.
  { op: 'Reshape', inputs: [x, ints(0, -1)], gives: [[2, 252]] },
  { op: 'Reshape', inputs: [x, ints(2, 4, 63)], gives: [[2, 4, 63]] },
  { op: 'Reshape', inputs: [x, ints(0, 0, -1)], gives: [[2, 4, 63]] },
  { op: 'Reshape', opset: 14, inputs: [x, ints(0, -1, 7)], attributes: { allowzero: 0 }, gives: [[2, 36, 7]] },
  { op: 'Flatten', inputs: [x], gives: [[2, 252]] },
  { op: 'Flatten', inputs: [x], attributes: { axis: -1 }, gives: [[72, 7]] },
  { op: 'Flatten', inputs: [x], attributes: { axis: 0 }, gives: [[1, 504]] },
  { op: 'Flatten', inputs: [x], attributes: { axis: 4 }, gives: [[504, 1]] },
  { op: 'Squeeze', inputs: [[2, 1, 9, 1]], gives: [[2, 9]] },
  { op: 'Squeeze', opset: 11, inputs: [[2, 1, 9, 1]], attributes: { axes: [-1] }, gives: [[2, 1, 9]] },
  { op: 'Squeeze', inputs: [[2, 1, 9, 1], ints(1)], gives: [[2, 9, 1]] },
  { op: 'Unsqueeze', opset: 11, inputs: [[2, 9]], attributes: { axes: [0, -1] }, gives: [[1, 2, 9, 1]] },
  { op: 'Unsqueeze', inputs: [[2, 9], ints(1, 2)], gives: [[2, 1, 1, 9]] },
  { op: 'DepthToSpace', inputs: [[2, 8, 3, 5]], attributes: { blocksize: 2 }, gives: [[2, 2, 6, 10]] },
  { op: 'SpaceToDepth', inputs: [[2, 3, 4, 6]], attributes: { blocksize: 2 }, gives: [[2, 12, 2, 3]] },
  // Moving.
  { op: 'Transpose', inputs: [x], attributes: { perm: [0, 2, 3, 1] }, gives: [[2, 9, 7, 4]] },
  { op: 'Transpose', inputs: [x], gives: [[7, 9, 4, 2]] },
  { op: 'Concat', inputs: [x, [2, 3, 9, 7], x], attributes: { axis: 1 }, gives: [[2, 11, 9, 7]] },
  { op: 'Concat', inputs: [x, x], attributes: { axis: -1 }, gives: [[2, 4, 9, 14]] },
  { op: 'Split', opset: 11, inputs: [x], attributes: { axis: 1 }, gives: [[2, 2, 9, 7], [2, 2, 9, 7]] },
  { op: 'Split', opset: 11, inputs: [x], attributes: { axis: 2, split: [4, 5] }, gives: [[2, 4, 4, 7], [2, 4, 5, 7]] },
  { op: 'Split', inputs: [x, ints(1, 3)], attributes: { axis: 1 }, gives: [[2, 1, 9, 7], [2, 3, 9, 7]] },
  { op: 'Split', opset: 18, inputs: [x], attributes: { axis: 2, num_outputs: 4 }, gives: [[2, 4, 3, 7], [2, 4, 3, 7], [2, 4, 3, 7], [2, 4, 0, 7]] },
  { op: 'Split', opset: 18, inputs: [x], attributes: { axis: 3, num_outputs: 2 }, gives: [[2, 4, 9, 4], [2, 4, 9, 3]] },
  { op: 'Slice', opset: 9, inputs: [x], attributes: { starts: [1, -3], ends: [2n ** 63n - 1n, -1], axes: [1, 2] }, gives: [[2, 3, 2, 7]] },
  { op: 'Slice', inputs: [x, ints(1, 1), ints(100, -1)], gives: [[1, 2, 9, 7]] },
  { op: 'Slice', inputs: [x, ints(-1), ints(-100), ints(2), ints(-2)], gives: [[2, 4, 5, 7]] },
  { op: 'Slice', inputs: [x, ints(0), ints(9), ints(-2), ints(4)], gives: [[2, 4, 3, 7]] },
  { op: 'Slice', inputs: [x, ints(8), ints(2), ints(2), ints(-3)], gives: [[2, 4, 2, 7]] },
  { op: 'Gather', inputs: [x, scalar(2)], attributes: { axis: 2 }, gives: [[2, 4, 7]] },
  { op: 'Gather', inputs: [weights(10, 6), { ints: [1, 2, 3, 4, 5, 6], dims: [2, 3] }], gives: [[2, 3, 6]] },
  { op: 'GatherElements', inputs: [[3, 3], { ints: [0, 1, 2, 0, 1, 2], dims: [2, 3] }], gives: [[2, 3]] },
  { op: 'GatherND', inputs: [[3, 4, 5], { ints: [0, 1, 2, 0], dims: [2, 2] }], gives: [[2, 5]] },
  { op: 'GatherND', inputs: [[2, 4, 5], { ints: [0, 1], dims: [2, 1] }], attributes: { batch_dims: 1 }, gives: [[2, 5]] },
  { op: 'ScatterND', inputs: [[4, 5], { ints: [0, 2], dims: [2, 1] }, [2, 5]], gives: [[4, 5]] },
  { op: 'ScatterElements', inputs: [[3, 3], { ints: [0, 1], dims: [1, 2] }, [1, 2]], gives: [[3, 3]] },
  { op: 'Expand', inputs: [[4, 1, 7], ints(2, 1, 9, 1)], gives: [x] },
  { op: 'Tile', inputs: [[2, 3], ints(2, 4)], gives: [[4, 12]] },
  { op: 'Pad', opset: 9, inputs: [x], attributes: { pads: [0, 0, 1, 2, 0, 0, 3, -1] }, gives: [[2, 4, 13, 8]] },
  { op: 'Pad', inputs: [x, ints(0, 0, 1, 1, 0, 0, 1, 1)], attributes: { mode: 'reflect' }, gives: [[2, 4, 11, 9]] },
  { op: 'Pad', opset: 18, inputs: [x, ints(1, 2, 3, 4), null, ints(-1, 2)], gives: [[2, 4, 15, 11]] },
  { op: 'Upsample', opset: 9, inputs: [x, floats(1, 1, 2, 1.5)], attributes: { mode: 'nearest' }, gives: [[2, 4, 18, 10]] },
  { op: 'Resize', opset: 10, inputs: [x, floats(1, 1, 0.5, 2)], gives: [[2, 4, 4, 14]] },
  { op: 'Resize', opset: 11, inputs: [x, floats(), floats(1, 1, 2.6, 0.7)], gives: [[2, 4, 23, 4]] },
  { op: 'Resize', opset: 11, inputs: [x, floats(), floats(), ints(2, 4, 20, 30)], attributes: { mode: 'linear' }, gives: [[2, 4, 20, 30]] },
  { op: 'Resize', inputs: [x, null, floats(1, 1, 2, 2)], attributes: { mode: 'cubic' }, gives: [[2, 4, 18, 14]] },
  { op: 'Resize', inputs: [[1, 1, 10, 10], null, floats(1, 1, 0.7, 1.1)], gives: [[1, 1, 7, 11]] },
  { op: 'Resize', opset: 18, inputs: [x, null, null, ints(18, 21)], attributes: { axes: [2, 3], keep_aspect_ratio_policy: 'not_larger' }, gives: [[2, 4, 18, 14]] },
  { op: 'Resize', opset: 18, inputs: [x, null, null, ints(18, 21)], attributes: { axes: [2, 3], keep_aspect_ratio_policy: 'not_smaller' }, gives: [[2, 4, 27, 21]] },
  { op: 'Trilu', opset: 14, inputs: [[5, 6]], gives: [[5, 6]] },
  { op: 'EyeLike', inputs: [[5, 6]], gives: [[5, 6]] },
  { op: 'ReverseSequence', inputs: [[5, 2, 6], ints(5, 3)], gives: [[5, 2, 6]] },
  { op: 'OneHot', inputs: [{ ints: [0, 1, 2] }, scalar(7), floats(0, 1)], gives: [[3, 7]] },
  { op: 'OneHot', inputs: [{ ints: [0, 1, 2] }, scalar(7), floats(0, 1)], attributes: { axis: 0 }, gives: [[7, 3]] },
  // Shapes.
  { op: 'Shape', inputs: [x], gives: [[4]] },
  { op: 'Shape', opset: 15, inputs: [x], attributes: { start: -3, end: -1 }, gives: [[2]] },
  { op: 'Size', inputs: [x], gives: [[]] },
  { op: 'ConstantOfShape', inputs: [ints(3, 5)], gives: [[3, 5]] },
  { op: 'Range', inputs: [scalar(2), scalar(11), scalar(4)], gives: [[3]] },
  { op: 'NonZero', inputs: [{ ints: [0, 3, 0, 4], dims: [2, 2] }], gives: [[2, 2]] },
];
