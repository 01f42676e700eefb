import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonAncestor, SOURCE, vertexBelow, type Vertex } from '../../../src/networks/onnx/flow.ts';
import { bytesField, concatenate, floatTensor, int64Tensor, model, tensor, valueInfo, type ModelSpec, type NodeSpec } from './encoder.ts';
import { imported } from './support.ts';

const conv = (name: string, from: string, weights: string, more: Partial<NodeSpec> = {}): NodeSpec => ({ op: 'Conv', name, inputs: [from, weights], outputs: [name], ...more });
/** A network of an 8-channel 6x5 image. */
const network = (nodes: readonly NodeSpec[], output: string, initializers: readonly Uint8Array[], opset = 13): ModelSpec => ({
  opset,
  nodes,
  initializers,
  inputs: [valueInfo('x', [1, 8, 6, 5])],
  outputs: [output],
});
const w = floatTensor('w', [8, 8, 1, 1]);

describe('what surrounds a layer', () => {
  const statistics = ['scale', 'shift', 'mean', 'var'];
  const tensors = statistics.map((name) => floatTensor(name, [8]));
  const bn = (from: string, name: string): NodeSpec => ({ op: 'BatchNormalization', inputs: [from, ...statistics], outputs: [name] });

  it('batch normalization right behind it, through what only copies', async () => {
    const nodes = [conv('a', 'x', 'w'), { op: 'Identity', inputs: ['a'], outputs: ['i'] }, bn('i', 'n'), { op: 'Relu', inputs: ['n'], outputs: ['r'] }, conv('b', 'r', 'w')];
    const { topology, parameters, uncounted } = await imported(network(nodes, 'b', [w, ...tensors]));
    expect(topology.layers.map(({ name, normalized, bias, fromInput }) => [name, normalized, bias, fromInput])).toEqual([
      ['a', true, false, true],
      ['b', false, false, false],
    ]);
    // The shared weights once, scale and shift, but no statistics.
    expect(parameters).toBe(64 + 16);
    expect(uncounted).toEqual([]);
  });

  it('batch normalization before it is reported, as is that behind a fully connected layer', async () => {
    const { topology, uncounted } = await imported(network([bn('x', 'n'), conv('a', 'n', 'w')], 'a', [w, ...tensors]));
    expect(topology.layers[0]).toMatchObject({ normalized: false, fromInput: true });
    expect(uncounted).toEqual([{ operator: 'BatchNormalization behind no layer', nodes: 1, elements: 240, products: 0 }]);
    const dense = await imported({
      nodes: [{ op: 'Gemm', name: 'g', inputs: ['x', 'm'], outputs: ['g'] }, bn('g', 'n')],
      initializers: [floatTensor('m', [4, 8]), ...tensors],
      inputs: [valueInfo('x', ['n', 4])],
      outputs: ['n'],
    });
    expect(dense.topology.layers[0]).toMatchObject({ kind: 'fc', normalized: true });
    expect(dense.uncounted).toEqual([{ operator: 'BatchNormalization behind a fully connected layer', nodes: 1, elements: 8, products: 0 }]);
  });

  it('a constant of one number a channel that is added is the bias; any other is reported', async () => {
    const added = (dims: readonly number[], from = 'a'): ModelSpec =>
      network([conv('a', 'x', 'w'), { op: 'Relu', inputs: ['a'], outputs: ['r'] }, { op: 'Add', inputs: ['c', from], outputs: ['y'] }], 'y', [w, floatTensor('c', dims)]);
    const bias = await imported(added([8, 1, 1]));
    expect(bias.topology.layers[0].bias).toBe(true);
    expect([bias.uncounted, bias.parameters]).toEqual([[], 72]);
    for (const other of [await imported(added([6, 5])), await imported(added([8, 1, 1], 'r')), await imported(added([]))]) {
      expect(other.topology.layers[0].bias).toBe(false);
      expect(other.uncounted).toEqual([{ operator: 'Add', nodes: 1, elements: 240, products: 0 }]);
    }
  });

  it('a squeeze-and-excitation multiplication is reported', async () => {
    const nodes: NodeSpec[] = [
      conv('a', 'x', 'w'),
      { op: 'GlobalAveragePool', inputs: ['a'], outputs: ['p'] },
      conv('b', 'p', 'w'),
      { op: 'Sigmoid', inputs: ['b'], outputs: ['s'] },
      { op: 'Mul', inputs: ['a', 's'], outputs: ['y'] },
    ];
    const { uncounted, topology } = await imported(network(nodes, 'y', [w]));
    expect(topology.layers[1].input).toEqual([1, 1]);
    expect(uncounted).toEqual([
      { operator: 'GlobalAveragePool', nodes: 1, elements: 240, products: 0 },
      { operator: 'Sigmoid', nodes: 1, elements: 8, products: 0 },
      { operator: 'Mul', nodes: 1, elements: 240, products: 0 },
    ]);
  });

  it('its geometry: along one axis, transposed, of matrices', async () => {
    const layerOf = async (op: string, x: readonly number[], weights: readonly number[], attributes: NonNullable<NodeSpec['attributes']> = {}, inputs = ['x', 'w']): Promise<unknown> =>
      (await imported({ nodes: [{ op, name: 'l', inputs, outputs: ['y'], attributes }], inputs: [valueInfo('x', x)], outputs: ['y'], initializers: [floatTensor('w', weights)] })).topology.layers[0];
    const plain = { name: 'l', kind: 'conv', stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1, normalized: false, bias: false, fromInput: true };
    expect(await layerOf('Conv', [1, 6, 20], [4, 3, 5], { strides: [2], pads: [2, 2], dilations: [3], group: 2 })).toEqual({ ...plain, ci: 6, co: 4, kernel: [1, 5], stride: [1, 2], padding: [0, 2], dilation: [1, 3], groups: 2, input: [1, 20] });
    expect(await layerOf('ConvTranspose', [1, 6, 5, 4], [6, 2, 3, 2], { strides: [3, 2], group: 2 })).toEqual({ ...plain, ci: 6, co: 4 * 6, kernel: [1, 1], groups: 2, input: [5, 4] });
    expect(await layerOf('MatMul', [1, 5, 6], [6, 7])).toEqual({ ...plain, ci: 6, co: 7, kernel: [1, 1], input: [1, 5] });
    expect(await layerOf('MatMul', [1, 6, 5], [7, 6], {}, ['w', 'x'])).toEqual({ ...plain, ci: 6, co: 7, kernel: [1, 1], input: [1, 5] });
    expect(await layerOf('Gemm', [3, 6], [7, 6], { transB: 1 })).toEqual({ ...plain, kind: 'fc', ci: 6, co: 7, kernel: [1, 1], input: [1, 1] });
  });

  it('padding that is not symmetric', async () => {
    const padded = async (pads: readonly number[], kernel: number, stride: number): Promise<unknown> => {
      const { topology, notes } = await imported(network([conv('a', 'x', 'w', { attributes: { pads, strides: [stride, stride] } })], 'a', [floatTensor('w', [8, 8, kernel, kernel])]));
      const [{ padding, input }] = topology.layers;
      return { padding, input, notes: notes.length };
    };
    expect(await padded([1, 1, 1, 1], 3, 2)).toEqual({ padding: [1, 1], input: [6, 5], notes: 0 });
    // 6 rows with 0 + 1 rows of padding give 3 outputs, as 1 + 1 do; the columns are symmetric.
    expect(await padded([0, 1, 1, 1], 3, 2)).toEqual({ padding: [1, 1], input: [6, 5], notes: 1 });
    // A kernel of 2 with one row of padding keeps 6 rows: no symmetric padding does.
    expect(await padded([0, 0, 1, 1], 2, 1)).toEqual({ padding: [0, 0], input: [7, 6], notes: 1 });
  });
});

describe('residual additions', () => {
  const block = (shortcut: readonly NodeSpec[], second: string): readonly NodeSpec[] => [
    conv('stem', 'x', 'w'),
    conv('a', 'stem', 'w2', { attributes: { strides: [2, 2], pads: [1, 1, 1, 1] } }),
    ...shortcut,
    { op: 'Add', name: 'add', inputs: ['a', second], outputs: ['y'] },
  ];
  const weights = [w, floatTensor('w2', [16, 8, 3, 3]), floatTensor('w3', [16, 8, 1, 1])];

  it('count the elements of the sum, and of the value where the branches part', async () => {
    const { topology } = await imported(network(block([conv('b', 'stem', 'w3', { attributes: { strides: [2, 2] } })], 'b'), 'y', weights));
    expect(topology.additions).toEqual([{ name: 'add', outputs: 16 * 3 * 3, inputs: 8 * 6 * 5 }]);
  });

  it('need no gradient where they part at the network\'s input', async () => {
    const { topology } = await imported(network([conv('a', 'x', 'w'), { op: 'Add', inputs: ['a', 'x'], outputs: ['y'] }], 'y', [w]));
    expect(topology.additions).toEqual([{ name: 'y', outputs: 240, inputs: 0 }]);
  });

  it('are none where the operands broadcast, or have nothing in common', async () => {
    const broadcast = await imported(network([conv('a', 'x', 'w'), { op: 'GlobalMaxPool', inputs: ['a'], outputs: ['p'] }, { op: 'Add', inputs: ['a', 'p'], outputs: ['y'] }], 'y', [w]));
    const two = await imported({ ...network([conv('a', 'x', 'w'), { op: 'Add', inputs: ['a', 'z'], outputs: ['y'] }], 'y', [w]), inputs: [valueInfo('x', [1, 8, 6, 5]), valueInfo('z', [1, 8, 6, 5])] });
    for (const { topology, uncounted } of [broadcast, two]) {
      expect(topology.additions).toEqual([]);
      expect(uncounted).toEqual([{ operator: 'Add', nodes: 1, elements: 240, products: 0 }]);
    }
  });

  it('part at the nearest value through which all paths lead: any graph, against a search', () => {
    const graphs = fc.array(fc.uniqueArray(fc.nat(30), { minLength: 0, maxLength: 3 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(graphs, fc.nat(), fc.nat(), (wanted, i, j) => {
        // Vertex n follows from earlier ones, or from the source alone.
        const before = wanted.map((list, n) => [...new Set(list.filter((at) => at < n))]);
        const vertices: Vertex[] = [];
        for (const list of before) vertices.push(vertexBelow(list.map((at) => vertices[at]).reduce<Vertex | undefined>((a, b) => (a ? commonAncestor(a, b) : b), undefined) ?? SOURCE, 1, false));
        const [a, b] = [i % before.length, j % before.length];
        // Which vertices every path from the source to n goes through: set intersection over its predecessors.
        const through: Set<number>[] = [];
        before.forEach((list, n) => {
          const shared = list.length === 0 ? [] : [...through[list[0]]].filter((at) => list.every((p) => through[p].has(at)));
          through.push(new Set([...shared, n]));
        });
        const common = [...through[a]].filter((at) => through[b].has(at));
        expect(vertices.indexOf(commonAncestor(vertices[a], vertices[b]))).toBe(Math.max(-1, ...common));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('constants', () => {
  const chain: readonly NodeSpec[] = [
    { op: 'Conv', name: 'a', inputs: ['x', 'w'], outputs: ['a'] },
    { op: 'Shape', inputs: ['a'], outputs: ['shape'] },
    { op: 'Gather', inputs: ['shape', 'zero'], outputs: ['n'] },
    { op: 'Unsqueeze', inputs: ['n', 'axis'], outputs: ['n1'] },
    { op: 'Slice', inputs: ['shape', 'one', 'far', 'axis'], outputs: ['rest'] },
    { op: 'ReduceProd', inputs: ['rest'], outputs: ['all'], attributes: { keepdims: 1 } },
    { op: 'Cast', inputs: ['all'], outputs: ['float'], attributes: { to: 1 } },
    { op: 'Div', inputs: ['float', 'two'], outputs: ['half'] },
    { op: 'Floor', inputs: ['half'], outputs: ['floor'] },
    { op: 'Cast', inputs: ['floor'], outputs: ['k'], attributes: { to: 7 } },
    { op: 'Concat', inputs: ['n1', 'k', 'minus'], outputs: ['to'], attributes: { axis: 0 } },
    { op: 'Reshape', inputs: ['a', 'to'], outputs: ['y'] },
  ];
  const numbers = [int64Tensor([0], [], 'zero'), int64Tensor([0], [1], 'axis'), int64Tensor([1], [1], 'one'), int64Tensor([2n ** 63n - 1n], [1], 'far'), floatTensor('two', [], [2]), int64Tensor([-1], [1], 'minus')];

  it('are followed from shapes to shapes, for any batch, and cost nothing', async () => {
    const spec = { ...network(chain, 'y', [w, ...numbers]), inputs: [valueInfo('x', ['n', 8, 'h', 'w'])] };
    const { outputs, uncounted, parameters } = await imported(spec, { batch: 3, inputSize: [6, 5] });
    expect(outputs[0].dims).toEqual([3, 120, 2]);
    expect([uncounted, parameters]).toEqual([[], 64]);
  });

  it('may be typed lists, packed or not, Constant nodes, and inputs with a default', async () => {
    const shape = [1, 120, 2];
    const forms: ModelSpec[] = [
      network([conv('a', 'x', 'w'), { op: 'Reshape', inputs: ['a', 's'], outputs: ['y'] }], 'y', [w, tensor({ name: 's', type: 7, dims: [3], ints64: shape })]),
      network([conv('a', 'x', 'w'), { op: 'Reshape', inputs: ['a', 's'], outputs: ['y'] }], 'y', [w, tensor({ name: 's', type: 7, dims: [3], ints64: shape, unpacked: true })]),
      network([conv('a', 'x', 'w'), { op: 'Constant', inputs: [], outputs: ['s'], attributes: { value: { t: int64Tensor(shape) } } }, { op: 'Reshape', inputs: ['a', 's'], outputs: ['y'] }], 'y', [w]),
      network([conv('a', 'x', 'w'), { op: 'Constant', inputs: [], outputs: ['s'], attributes: { value_ints: shape } }, { op: 'Reshape', inputs: ['a', 's'], outputs: ['y'] }], 'y', [w]),
      { ...network([conv('a', 'x', 'w'), { op: 'Reshape', inputs: ['a', 's'], outputs: ['y'] }], 'y', [w, int64Tensor(shape, [3], 's')]), inputs: [valueInfo('x', [1, 8, 6, 5]), valueInfo('s', [3], 7)] },
    ];
    for (const form of forms) {
      const { outputs, inputs } = await imported(form);
      expect(outputs[0].dims).toEqual(shape);
      expect(inputs).toEqual([{ name: 'x', dims: [1, 8, 6, 5] }]);
    }
  });

  it('that only other constants use are no layers', async () => {
    const nodes: NodeSpec[] = [
      { op: 'MatMul', inputs: ['m', 'm'], outputs: ['mm'] },
      { op: 'Reshape', inputs: ['mm', 's'], outputs: ['ww'] },
      conv('a', 'x', 'ww'),
    ];
    const { topology, parameters } = await imported(network(nodes, 'a', [floatTensor('m', [8, 8]), int64Tensor([8, 8, 1, 1], [4], 's')]));
    expect(topology.layers.map(({ name }) => name)).toEqual(['a']);
    expect(parameters).toBe(64);
  });
});

describe('the graph', () => {
  it('may stand in any order, and nodes that lead nowhere are left out', async () => {
    const nodes = [conv('c', 'b', 'w'), conv('dead', 'x', 'w'), conv('b', 'a', 'w'), conv('a', 'x', 'w'), { op: 'LSTM', inputs: ['x'], outputs: ['lost'] }];
    const { topology, notes } = await imported(network(nodes, 'c', [w]));
    expect(topology.layers.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(notes).toEqual(['2 nodes lead to no output and are left out']);
  });

  it('keeps the order of the file where that is one', async () => {
    const nodes = [conv('a', 'x', 'w'), conv('b', 'x', 'w'), conv('c', 'a', 'w'), { op: 'Concat', inputs: ['c', 'b'], outputs: ['y'], attributes: { axis: 1 } }];
    const { topology } = await imported(network(nodes, 'y', [w]));
    expect(topology.layers.map(({ name, fromInput }) => [name, fromInput])).toEqual([['a', true], ['b', true], ['c', false]]);
  });

  it('has unique layer names', async () => {
    const same = (output: string, from: string, name?: string): NodeSpec => ({ op: 'Conv', inputs: [from, 'w'], outputs: [output], ...(name === undefined ? {} : { name }) });
    const nodes = [same('p', 'x', 'conv'), same('q', 'p', 'conv'), same('conv', 'q'), same('r', 'conv', 'conv'), same('<script>', 'r')];
    const { topology } = await imported(network(nodes, '<script>', [w]));
    expect(topology.layers.map(({ name }) => name)).toEqual(['conv', 'conv_2', 'conv_3', 'conv_4', '<script>']);
  });

  it('may have operators in the domain ai.onnx, and versions of other domains', async () => {
    const bytes = model(network([conv('a', 'x', 'w', { domain: 'ai.onnx' })], 'a', [w]));
    // A second operator set, of another domain.
    const { topology } = await imported(concatenate([bytes, bytesField(8, concatenate([bytesField(1, 'com.microsoft'), [16, 1]]))]));
    expect(topology.layers).toHaveLength(1);
  });

  it('counts attention apart', async () => {
    const nodes: NodeSpec[] = [
      { op: 'MatMul', name: 'q', inputs: ['x', 'm'], outputs: ['q'] },
      { op: 'Transpose', inputs: ['q'], outputs: ['t'], attributes: { perm: [0, 2, 1] } },
      { op: 'MatMul', inputs: ['q', 't'], outputs: ['y'] },
    ];
    const { topology, uncounted } = await imported({ nodes, inputs: [valueInfo('x', ['n', 10, 4])], outputs: ['y'], initializers: [floatTensor('m', [4, 6])] }, { batch: 2 });
    expect(topology.layers).toMatchObject([{ name: 'q', kind: 'conv', ci: 4, co: 6, input: [1, 10] }]);
    expect(uncounted).toEqual([{ operator: 'MatMul of two activations', nodes: 1, elements: 100, products: 10 * 10 * 6 }]);
  });
});

describe('input sizes', () => {
  const open = (dims: readonly (number | string)[]): ModelSpec => ({ ...network([conv('a', 'x', 'w')], 'a', [w]), inputs: [valueInfo('x', dims)] });

  it('fill what the file leaves open', async () => {
    const sizes = async (spec: ModelSpec, options: Parameters<typeof imported>[1]): Promise<unknown> => (await imported(spec, options)).inputs[0].dims;
    expect(await sizes(open(['n', 8, 'h', 'w']), { inputSize: [4, 3] })).toEqual([1, 8, 4, 3]);
    expect(await sizes(open([-1, 8, -1, -1]), { inputSize: [4, 3], batch: 5 })).toEqual([5, 8, 4, 3]);
    expect(await sizes(open(['n', 'c', 'h', 'w']), { inputs: { x: [2, 8, 9, 9] } })).toEqual([2, 8, 9, 9]);
    expect(await sizes(open([1, 8, 6, 5]), { inputSize: [6, 5], batch: 64 })).toEqual([1, 8, 6, 5]);
    // Of three dimensions a fixed first one may be an image's channels: it is no batch, whatever the batch is.
    const line = { nodes: [conv('a', 'x', 'w')], outputs: ['a'], initializers: [floatTensor('w', [8, 8, 1])], inputs: [valueInfo('x', [1, 8, 20])] };
    expect(await sizes(line, { batch: 64 })).toEqual([1, 8, 20]);
    const layout: NodeSpec = { op: 'Transpose', inputs: ['x'], outputs: ['t'], attributes: { perm: [0, 3, 1, 2] } };
    const channelsLast = { ...network([layout, conv('a', 't', 'w')], 'a', [w]), inputs: [valueInfo('x', ['n', 'h', 'w', 8])] };
    expect(await sizes(channelsLast, { inputSize: [4, 3] })).toEqual([1, 4, 3, 8]);
    const fixed = { ...network([layout, conv('a', 't', 'w')], 'a', [floatTensor('w', [8, 3, 1, 1])]), inputs: [valueInfo('x', [1, 6, 5, 3])] };
    expect(await sizes(fixed, { inputSize: [6, 5] })).toEqual([1, 6, 5, 3]);
  });

  it.each([
    [['n', 8, 'h', 5], {}, 'm.onnx: input "x": dimension 2: expected a size, found one that the file leaves open: give the input size (--input-size h,w)'],
    [['n', 'c', 4, 5], {}, 'm.onnx: input "x": dimension 1: expected a size, found one that the file leaves open: give all its dimensions (--input x=d0,d1,...)'],
    [[1, 8, 6, 5], { inputSize: [6, 6] }, 'm.onnx: input "x": dimension 3: expected 5, which the file fixes, found 6'],
    [['n', 8, 6, 5], { batch: 0 }, 'batch: expected an integer from 1 to'],
    [['n', 8, 6, 5], { inputs: { y: [1] } }, 'm.onnx: expected one of the inputs "x", found "y"'],
    [['n', 8, 6, 5], { inputs: { x: [1] } }, 'm.onnx: input "x": expected 4 dimensions, found [1]'],
    [['n', 8, 'h', 'w'], { inputSize: [0, 5] }, 'm.onnx: input "x": expected every dimension to be at least 1, found [1,8,0,5]'],
    [['n', 8, 'h', 'w'], { inputSize: [1.5, 5] }, 'm.onnx: input "x": expected every dimension from 0 to 2147483647, found [1,8,1.5,5]'],
    [['n', 8, 'w'], { inputSize: [4, 5] }, 'dimension 2: expected a size, found one that the file leaves open: give all its dimensions'],
    [[1, 8, 5], { inputSize: [4, 5] }, 'm.onnx: input size: expected an input with a height and a width, found none'],
  ] as const)('%j with %j is refused', async (dims, options, message) => {
    await expect(imported(open(dims), options)).rejects.toThrow(message);
  });
});
