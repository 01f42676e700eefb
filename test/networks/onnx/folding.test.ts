import { describe, expect, it } from 'vitest';
import { floatTensor, int64Tensor, model, tensor, type AttributeSpec, type NodeSpec } from './encoder.ts';
import { shapesOf } from './support.ts';

type Constant = readonly number[] | { readonly floats: readonly number[] } | { readonly dims: readonly number[]; readonly ints: readonly number[] } | { readonly bool: readonly number[] };

interface FoldingCase {
  readonly op: string;
  readonly inputs: readonly Constant[];
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  readonly opset?: number;
  /** The output's elements. */
  readonly gives: readonly number[];
  readonly output?: number;
}

const scalar = (value: number): Constant => ({ dims: [], ints: [value] });
const matrix: Constant = { dims: [2, 3], ints: [1, 2, 3, 4, 5, 6] };

const FOLDING: readonly FoldingCase[] = [
  { op: 'Add', inputs: [[1, 2, 3], [10]], gives: [11, 12, 13] },
  { op: 'Sub', inputs: [[10], [1, 2]], gives: [9, 8] },
  { op: 'Mul', inputs: [matrix, [1, 10, 100]], gives: [1, 20, 300, 4, 50, 600] },
  { op: 'Mul', inputs: [matrix, { dims: [2, 1], ints: [1, 10] }], gives: [1, 2, 3, 40, 50, 60] },
  { op: 'Div', inputs: [[7, 9, 20], [2, 3, 6]], gives: [3, 3, 3] },
  { op: 'Div', inputs: [[-7], [-2]], gives: [3] },
  { op: 'Div', inputs: [{ floats: [7, 9] }, { floats: [2] }], gives: [3, 4] },
  { op: 'Mod', inputs: [[-7, 7], [5, 4]], gives: [3, 3] },
  { op: 'Mod', inputs: [[7, 9], [4, 5]], attributes: { fmod: 1 }, gives: [3, 4] },
  { op: 'Pow', inputs: [[2, 3], [3, 2]], gives: [8, 9] },
  { op: 'Max', inputs: [[1, 9], [4], [2, 3]], gives: [4, 9] },
  { op: 'Min', inputs: [[1, 9], [4]], gives: [1, 4] },
  { op: 'Sum', inputs: [[1], [2], [3]], gives: [6] },
  { op: 'Neg', inputs: [[-3]], gives: [3] },
  { op: 'Abs', inputs: [[-3, 4]], gives: [3, 4] },
  { op: 'Floor', inputs: [{ floats: [2.9] }], gives: [2] },
  { op: 'Ceil', inputs: [{ floats: [2.1] }], gives: [3] },
  { op: 'Round', inputs: [{ floats: [2.5, 3.5, 2.6, 1.4] }], gives: [2, 4, 3, 1] },
  { op: 'Sqrt', inputs: [{ floats: [49] }], gives: [7] },
  { op: 'Equal', inputs: [[1, 2], [1]], gives: [1, 0] },
  { op: 'Less', inputs: [[1, 2, 3], [2]], gives: [1, 0, 0] },
  { op: 'GreaterOrEqual', inputs: [[1, 2, 3], [2]], gives: [0, 1, 1] },
  { op: 'Not', inputs: [{ bool: [1, 0] }], gives: [0, 1] },
  { op: 'And', inputs: [{ bool: [1, 1, 0] }, { bool: [1, 0, 0] }], gives: [1, 0, 0] },
  { op: 'Xor', inputs: [{ bool: [1, 1, 0] }, { bool: [1, 0, 0] }], gives: [0, 1, 0] },
  { op: 'Where', inputs: [{ bool: [1, 0] }, [5, 6], [7]], gives: [5, 7] },
  { op: 'Cast', inputs: [{ floats: [2.9, 0.5] }], attributes: { to: 7 }, gives: [2, 0] },
  { op: 'Cast', inputs: [{ floats: [2.9, 0] }], attributes: { to: 9 }, gives: [1, 0] },
  { op: 'Concat', inputs: [[1], [2, 3]], attributes: { axis: 0 }, gives: [1, 2, 3] },
  { op: 'Concat', inputs: [matrix, { dims: [2, 1], ints: [7, 8] }], attributes: { axis: 1 }, gives: [1, 2, 3, 7, 4, 5, 6, 8] },
  { op: 'Split', inputs: [matrix, [1, 2]], attributes: { axis: 1 }, output: 1, gives: [2, 3, 5, 6] },
  { op: 'Slice', inputs: [[1, 2, 3, 4], [-1], [-9], [0], [-2]], gives: [4, 2] },
  { op: 'Slice', inputs: [matrix, [1], [3], [1]], gives: [2, 3, 5, 6] },
  { op: 'Gather', inputs: [[5, 6, 7], [-1, 0]], gives: [7, 5] },
  { op: 'Gather', inputs: [matrix, scalar(1)], attributes: { axis: 1 }, gives: [2, 5] },
  { op: 'Transpose', inputs: [matrix], gives: [1, 4, 2, 5, 3, 6] },
  { op: 'Expand', inputs: [{ dims: [2, 1], ints: [1, 2] }, [2, 3]], gives: [1, 1, 1, 2, 2, 2] },
  { op: 'Tile', inputs: [[1, 2], [2]], gives: [1, 2, 1, 2] },
  { op: 'Reshape', inputs: [matrix, [3, 2]], gives: [1, 2, 3, 4, 5, 6] },
  { op: 'Range', inputs: [scalar(2), scalar(9), scalar(3)], gives: [2, 5, 8] },
  { op: 'Range', inputs: [scalar(3), scalar(0), scalar(-1)], gives: [3, 2, 1] },
  { op: 'Shape', inputs: [matrix], gives: [2, 3] },
  { op: 'Size', inputs: [matrix], gives: [6] },
  { op: 'ReduceProd', inputs: [matrix], gives: [720] },
  { op: 'ReduceSum', inputs: [matrix], gives: [21] },
  { op: 'ReduceMax', inputs: [matrix], gives: [6] },
  { op: 'ReduceMin', inputs: [matrix], gives: [1] },
  { op: 'NonZero', inputs: [{ dims: [2, 2], ints: [0, 3, 4, 0] }], gives: [0, 1, 1, 0] },
  { op: 'ConstantOfShape', inputs: [[2]], attributes: { value: { t: int64Tensor([7]) } }, gives: [7, 7] },
  { op: 'Identity', inputs: [[3]], gives: [3] },
];

/** The node, and a tensor whose shape is its output's elements, plus one so that none is 0. */
function foldingModel({ op, inputs, attributes = {}, opset = 13, output = 0 }: FoldingCase): Uint8Array {
  const initializers = inputs.map((one, i) => {
    const name = `in${i}`;
    if ('floats' in one) return floatTensor(name, [one.floats.length], one.floats);
    if ('bool' in one) return tensor({ name, type: 9, dims: [one.bool.length], raw: one.bool });
    return 'dims' in one ? int64Tensor(one.ints, one.dims, name) : int64Tensor(one, [one.length], name);
  });
  const outputs = Array.from({ length: output + 1 }, (_, i) => `v${i}`);
  const nodes: NodeSpec[] = [
    { op, name: 'node', inputs: inputs.map((_, i) => `in${i}`), outputs, attributes },
    { op: 'Cast', inputs: [`v${output}`], outputs: ['c'], attributes: { to: 7 } },
    { op: 'Reshape', inputs: ['c', 'flat'], outputs: ['r'] },
    { op: 'Add', inputs: ['r', 'one'], outputs: ['s'] },
    { op: 'ConstantOfShape', inputs: ['s'], outputs: ['y'] },
  ];
  return model({ opset, nodes, outputs: ['y'], initializers: [...initializers, int64Tensor([-1], [1], 'flat'), int64Tensor([1], [1], 'one')] });
}

describe('arithmetic on constants', () => {
  it.each(FOLDING.map((one, i) => [`${i}: ${one.op} of ${JSON.stringify(one.inputs)}`, one] as const))('%s', async (_, one) => {
    expect((await shapesOf(foldingModel(one))).get('y')).toEqual(one.gives.map((value) => value + 1));
  });

  it('that has no exact result is not followed', async () => {
    const shape = shapesOf(foldingModel({ op: 'Div', inputs: [[1], [0]], gives: [] }));
    await expect(shape).rejects.toThrow('m.onnx: node "y" (ConstantOfShape): expected input to be constant, since a shape depends on it, found int64 values that are not known');
  });
});
