import { describe, expect, it } from 'vitest';
import { parseOnnx, weightOf, type LayerWeights, type ReadExternal } from '../../../src/networks/onnx/onnx.ts';
import { floatTensor, model, tensor, valueInfo, type AttributeSpec, type NodeSpec, type TensorSpec } from './encoder.ts';

const count = (dims: readonly (number | bigint)[]): number => dims.reduce<number>((product, size) => product * Number(size), 1);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const range = (dims: readonly number[]): Uint8Array => floatTensor('w', dims, upTo(count(dims)));

/** The weights of a node that takes `w` as its second operand. */
async function weights(op: string, stored: Uint8Array, attributes: Readonly<Record<string, AttributeSpec>> = {}, inputs: readonly string[] = ['x', 'w'], before: readonly NodeSpec[] = [], external?: ReadExternal): Promise<LayerWeights> {
  const bytes = model({ nodes: [...before, { op, name: 'node', inputs, outputs: ['y'], attributes }], inputs: [valueInfo('x', ['n'])], outputs: ['y'], initializers: [stored] });
  return weightOf(await parseOnnx('m.onnx', bytes, external), 'node');
}

describe('the shape of weights', () => {
  it('of convolutions', async () => {
    expect(await weights('Conv', range([2, 3, 2, 1]))).toEqual({ shape: [2, 3, 2, 1], data: Float32Array.from(upTo(12)) });
    expect(await weights('Conv', range([2, 3, 4]))).toEqual({ shape: [2, 3, 1, 4], data: Float32Array.from(upTo(24)) });
  });

  it('of a transposed convolution: [ci, co of a group, kh, kw] to the 1x1 convolution that it is counted as', async () => {
    const { shape, data } = await weights('ConvTranspose', range([4, 3, 2, 2]), { group: 2 });
    expect(shape).toEqual([2 * 3 * 4, 2, 1, 1]);
    const expected: number[] = [];
    for (const g of [0, 1]) for (const co of [0, 1, 2]) for (const kh of [0, 1]) for (const kw of [0, 1]) for (const ci of [0, 1]) expected.push((((g * 2 + ci) * 3 + co) * 2 + kh) * 2 + kw);
    expect([...data]).toEqual(expected);
  });

  it.each([
    ['MatMul', [2, 3], {}, ['x', 'w'], [3, 2], [0, 3, 1, 4, 2, 5]],
    ['MatMul', [1, 2, 3], {}, ['x', 'w'], [3, 2], [0, 3, 1, 4, 2, 5]],
    ['MatMul', [2, 3], {}, ['w', 'x'], [2, 3], [0, 1, 2, 3, 4, 5]],
    ['MatMul', [3], {}, ['x', 'w'], [1, 3], [0, 1, 2]],
    ['Gemm', [2, 3], {}, ['x', 'w'], [3, 2], [0, 3, 1, 4, 2, 5]],
    ['Gemm', [2, 3], { transB: 1 }, ['x', 'w'], [2, 3], [0, 1, 2, 3, 4, 5]],
    ['Gemm', [2, 3], { transA: 1 }, ['w', 'x'], [3, 2], [0, 3, 1, 4, 2, 5]],
  ] as const)('of %s with %j, %j, %j: [out, in, 1, 1]', async (op, dims, attributes, inputs, shape, data) => {
    expect(await weights(op, range(dims), attributes, inputs)).toEqual({ shape: [...shape, 1, 1], data: Float32Array.from(data) });
  });

  it('behind copies and transpositions', async () => {
    const before: NodeSpec[] = [
      { op: 'Transpose', inputs: ['w'], outputs: ['t'], attributes: { perm: [1, 0] } },
      { op: 'Identity', inputs: ['t'], outputs: ['i'] },
    ];
    expect(await weights('Gemm', range([3, 2]), {}, ['x', 'i'], before)).toEqual(await weights('Gemm', range([3, 2]), { transB: 1 }));
    const axes: NodeSpec[] = [{ op: 'Transpose', inputs: ['w'], outputs: ['t'], attributes: { perm: [3, 2, 0, 1] } }];
    const { shape, data } = await weights('Conv', range([2, 1, 3, 4]), {}, ['x', 't'], axes);
    expect(shape).toEqual([4, 3, 2, 1]);
    expect([...data.subarray(0, 6)]).toEqual([0, 12, 4, 16, 8, 20]);
    // One after another: [2,1,3,4] to [1,3,4,2] to [4,2,1,3].
    const twice: NodeSpec[] = [
      { op: 'Transpose', inputs: ['w'], outputs: ['t'], attributes: { perm: [1, 2, 3, 0] } },
      { op: 'Transpose', inputs: ['t'], outputs: ['u'], attributes: { perm: [2, 3, 0, 1] } },
    ];
    const both = await weights('Conv', range([2, 1, 3, 4]), {}, ['x', 'u'], twice);
    expect(both.shape).toEqual([4, 2, 1, 3]);
    expect([...both.data.subarray(0, 9)]).toEqual([0, 4, 8, 12, 16, 20, 1, 5, 9]);
  });
});

describe('the type of weights', () => {
  const dims = [2, 3];
  // 1, -2, 0.5, 65504, 2^-24 (the smallest subnormal), -0 in binary16.
  const halves = [0x3c00, 0xc000, 0x3800, 0x7bff, 0x0001, 0x8000];
  const values = [1, -2, 0.5, 65504, 2 ** -24, -0];
  const bytes = (array: Uint16Array | Float64Array | Float32Array): Uint8Array => new Uint8Array(array.buffer);

  it.each([
    ['float, raw', { raw: bytes(Float32Array.from(values)) }],
    ['float, list', { floats: values }],
    ['float, list of single numbers', { floats: values, unpacked: true }],
    ['float16, raw', { type: 10, raw: bytes(Uint16Array.from(halves)) }],
    ['float16, list', { type: 10, ints32: halves }],
    ['double, raw', { type: 11, raw: bytes(Float64Array.from(values)) }],
    ['double, list', { type: 11, doubles: values }],
    ['double, list of single numbers', { type: 11, doubles: values, unpacked: true }],
  ] as [string, Partial<TensorSpec>][])('%s', async (_, data) => {
    const { data: found } = await weights('Gemm', tensor({ name: 'w', dims, ...data }), { transB: 1 });
    expect([...found]).toEqual(values);
  });

  it('bfloat16 is the upper half of binary32', async () => {
    const { data } = await weights('Gemm', tensor({ name: 'w', type: 16, dims, raw: bytes(Uint16Array.of(0x3f80, 0xc000, 0x4049, 0, 0x8000, 0x7f7f)) }), { transB: 1 });
    expect([...data]).toEqual([1, -2, 3.140625, 0, -0, 3.3895313892515355e38]);
  });

  it('values that binary32 does not hold are refused, infinities and NaN are not', async () => {
    await expect(weights('Gemm', tensor({ name: 'w', type: 11, dims, doubles: [1, 2, 0.1, 0, 0, 0] }))).rejects.toThrow('m.onnx: node "node": weights: element 2: expected a value exact in binary32, found 0.1');
    const { data } = await weights('Gemm', tensor({ name: 'w', type: 11, dims, doubles: [Infinity, -Infinity, NaN, 0, 0, 0] }), { transB: 1 });
    expect([...data]).toEqual([Infinity, -Infinity, NaN, 0, 0, 0]);
    const { data: special } = await weights('Gemm', tensor({ name: 'w', type: 10, dims: [1, 3], ints32: [0x7c00, 0xfc00, 0x7e00] }), { transB: 1 });
    expect([...special]).toEqual([Infinity, -Infinity, NaN]);
  });

  it('integers are refused', async () => {
    await expect(weights('Conv', tensor({ name: 'w', type: 3, dims: [1, 1, 1, 2], raw: [1, 2] }))).rejects.toThrow('weights: expected float, float16, bfloat16 or double, found int8');
  });
});

describe('weights that cannot be had', () => {
  it('another node', async () => {
    const parsed = await parseOnnx('m.onnx', model({ nodes: [{ op: 'Relu', name: 'r\n', inputs: ['x'], outputs: ['y'] }, { op: 'Conv', inputs: ['y', 'w'], outputs: ['z'] }], inputs: [valueInfo('x', [1])], outputs: ['z'], initializers: [range([1, 1, 1, 1])] }));
    expect(() => weightOf(parsed, 'r\n')).toThrow('m.onnx: expected a node with weights, one of "z", found "r\\n" ("Relu")');
    expect(() => weightOf(parsed, 'q')).toThrow('m.onnx: expected a node with weights, one of "z", found "q"');
    expect(weightOf(parsed, 'z').shape).toEqual([1, 1, 1, 1]);
  });

  it('computed weights, a cycle of copies among them', async () => {
    await expect(weights('Conv', range([1]), {}, ['x', 'c'], [{ op: 'Mul', inputs: ['w', 'w'], outputs: ['c'] }])).rejects.toThrow('weights: expected a tensor that the file holds, found one that is computed');
    await expect(weights('Conv', range([1]), {}, ['x', 'c'], [{ op: 'Identity', inputs: ['c'], outputs: ['c'] }])).rejects.toThrow('found one that is computed');
    await expect(weights('Conv', range([1]), {}, ['x', 'x'])).rejects.toThrow('found one that is computed');
  });

  it('of another rank', async () => {
    await expect(weights('Conv', range([1, 1]))).rejects.toThrow('m.onnx: node "node": weights: expected 4 dimensions');
    await expect(weights('MatMul', range([2, 2, 2]))).rejects.toThrow('weights: expected one matrix, found [2,2,2]');
    await expect(weights('Conv', range([0, 1, 1, 1]))).rejects.toThrow('expected every dimension to be at least 1');
    await expect(weights('ConvTranspose', range([2, 1, 1, 1]), { group: 0 })).rejects.toThrow('weights: expected groups that divide 2 channels, found 0');
  });

  it('in another file: the part is asked for, and must be as long as asked', async () => {
    const stored = tensor({ name: 'w', dims: [1, 1, 1, 2], external: { location: 'a/b.bin', offset: '64', length: '8', checksum: 'x' } });
    const asked: unknown[] = [];
    const { data } = await weights('Conv', stored, {}, ['x', 'w'], [], (...part) => {
      asked.push(part);
      return new Uint8Array(Float32Array.of(3, 4).buffer);
    });
    expect([...data]).toEqual([3, 4]);
    expect(asked).toEqual([['a/b.bin', 64, 8]]);
    await expect(weights('Conv', stored, {}, ['x', 'w'], [], () => new Uint8Array(7))).rejects.toThrow('weights: expected 8 bytes of data, found 7');
  });
});
