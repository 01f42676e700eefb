import { describe, expect, it } from 'vitest';
import { outputShape } from '../../../src/networks/layer.ts';
import { networkNamed } from '../../../src/networks/networks.ts';
import { weightOf, parseOnnx } from '../../../src/networks/onnx/onnx.ts';
import { model, tensor, valueInfo, type ModelSpec, type NodeSpec } from './encoder.ts';
import { imported } from './support.ts';

/** ResNet-18 as PyTorch's export writes it, batch normalization apart, with weights in another file. */
function resnet18(): ModelSpec {
  const nodes: NodeSpec[] = [];
  const initializers: Uint8Array[] = [];
  const weights = (name: string, dims: readonly number[]): string => {
    initializers.push(tensor({ name, dims, external: { location: 'weights.bin' } }));
    return name;
  };
  const conv = (name: string, from: string, ci: number, co: number, kernel: number, stride: number, padding: number): string => {
    nodes.push({ op: 'Conv', name, inputs: [from, weights(`${name}.weight`, [co, ci, kernel, kernel])], outputs: [`${name}.conv`], attributes: { kernel_shape: [kernel, kernel], strides: [stride, stride], pads: [padding, padding, padding, padding], dilations: [1, 1], group: 1 } });
    nodes.push({ op: 'BatchNormalization', inputs: [`${name}.conv`, ...['scale', 'shift', 'mean', 'var'].map((part) => weights(`${name}.${part}`, [co]))], outputs: [`${name}.bn`] });
    return `${name}.bn`;
  };
  const relu = (from: string): string => {
    nodes.push({ op: 'Relu', inputs: [from], outputs: [`${from}.relu`] });
    return `${from}.relu`;
  };
  let at = relu(conv('conv1', 'input', 3, 64, 7, 2, 3));
  nodes.push({ op: 'MaxPool', inputs: [at], outputs: ['pool'], attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] } });
  at = 'pool';
  let channels = 64;
  [64, 128, 256, 512].forEach((co, stage) => {
    for (const block of [0, 1]) {
      const name = `layer${stage + 1}.${block}`;
      const stride = stage > 0 && block === 0 ? 2 : 1;
      const entry = at;
      const main = conv(`${name}.conv2`, relu(conv(`${name}.conv1`, entry, channels, co, 3, stride, 1)), co, co, 3, 1, 1);
      const shortcut = stride === 2 ? conv(`${name}.downsample`, entry, channels, co, 1, 2, 0) : entry;
      nodes.push({ op: 'Add', name, inputs: [main, shortcut], outputs: [`${name}.sum`] });
      at = relu(`${name}.sum`);
      channels = co;
    }
  });
  nodes.push({ op: 'GlobalAveragePool', inputs: [at], outputs: ['average'] });
  nodes.push({ op: 'Flatten', inputs: ['average'], outputs: ['flat'] });
  nodes.push({ op: 'Gemm', name: 'fc', inputs: ['flat', weights('fc.weight', [1000, 512]), weights('fc.bias', [1000])], outputs: ['output'], attributes: { transB: 1 } });
  return { nodes, initializers, inputs: [valueInfo('input', ['batch', 3, 'height', 'width'])], outputs: ['output'] };
}

describe('ResNet-18', () => {
  it.each([[[224, 224]], [[97, 65]]] as const)('is the built-in topology at %s', async (inputSize) => {
    const built = networkNamed('resnet18').topology(inputSize);
    const { topology, parameters, uncounted, notes } = await imported(resnet18(), { inputSize });
    expect(topology.layers).toEqual(built.layers);
    expect(topology.additions.map(({ outputs, inputs }) => ({ outputs, inputs }))).toEqual(built.additions.map(({ outputs, inputs }) => ({ outputs, inputs })));
    expect(parameters).toBe(11_689_512);
    expect(uncounted).toEqual([{ operator: 'GlobalAveragePool', nodes: 1, elements: 512 * outputShape(built.layers[18], 1)[2] * outputShape(built.layers[18], 1)[3], products: 0 }]);
    expect(notes).toEqual([]);
  });

  it('holds weights that are in a file which was not given', async () => {
    const parsed = await parseOnnx('r.onnx', model(resnet18()));
    expect(() => weightOf(parsed, 'fc')).toThrow('r.onnx: node "fc": weights: expected its data, found it in another file that can\'t be read here');
    const given = await parseOnnx('r.onnx', model(resnet18()), (location, offset, length) => {
      expect([location, offset]).toEqual(['weights.bin', 0]);
      return new Uint8Array(length);
    });
    expect(weightOf(given, 'layer2.0.downsample').shape).toEqual([128, 64, 1, 1]);
    expect(weightOf(given, 'fc').data.length).toBe(512_000);
  });
});
