/** Totals of the networks against published ones. */
import { describe, expect, it } from 'vitest';
import { outputShape, passGrid, productCount, weightCount, type NetworkLayer } from '../../src/networks/layer.ts';
import { layerRuns } from '../../src/networks/layer-runs.ts';
import type { Network } from '../../src/networks/network.ts';
import { NETWORKS } from '../../src/networks/networks.ts';
import type { Pass } from '../../src/sim/convolution.ts';

function named(name: string): Network {
  const found = NETWORKS.find((network) => network.name === name);
  if (found === undefined) throw new Error(`no network ${name}`);
  return found;
}
const layersOf = (name: string): readonly NetworkLayer[] => named(name).layers(named(name).inputSize);
const total = (layers: readonly NetworkLayer[], count: (layer: NetworkLayer) => number): number => layers.reduce((sum, layer) => sum + count(layer), 0);
const outputs = (layers: readonly NetworkLayer[], kind: NetworkLayer['kind']): number => total(layers.filter((layer) => layer.kind === kind), ({ co }) => co);

/**
 * Parameters are torchvision's `num_params` (biases and batch normalization included); products its GFLOPS, which count multiply-accumulates of
 * convolutions and fully connected layers, with all digits as flop counters print them. ResNet-20 has 0.27 M parameters in the paper's Tab. 6,
 * 269 722 in its common implementations.
 */
const PUBLISHED = [
  { name: 'resnet18', layers: 21, parameters: 11_689_512, beside: 'normalization', gigaProducts: '1.814', products: 1_814_073_344 },
  { name: 'vgg16', layers: 16, parameters: 138_357_544, beside: 'biases', gigaProducts: '15.470', products: 15_470_264_320 },
  { name: 'mobilenet-v2', layers: 53, parameters: 3_504_872, beside: 'normalization', gigaProducts: '0.301', products: 300_774_272 },
  { name: 'alexnet', layers: 8, parameters: 61_100_840, beside: 'biases', gigaProducts: '0.714', products: 714_188_480 },
  { name: 'resnet20', layers: 20, parameters: 269_722, beside: 'normalization', gigaProducts: '0.041', products: 40_551_040 },
] as const;

describe('networks', () => {
  it('are all checked here, and carry their source', () => {
    expect(PUBLISHED.map(({ name }) => name).toSorted()).toEqual(NETWORKS.map(({ name }) => name).toSorted());
    for (const { title, source } of NETWORKS) {
      expect(title).not.toBe('');
      expect(source).toMatch(/\d{4}/);
    }
  });

  it.each(PUBLISHED)('$name has the published layers, parameters and products', ({ name, layers: count, parameters, beside, gigaProducts, products }) => {
    const layers = layersOf(name);
    expect(layers).toHaveLength(count);
    expect(new Set(layers.map((layer) => layer.name)).size).toBe(count);
    // A normalization has a factor and an offset for each channel and stands in for the convolution's bias.
    const others = outputs(layers, 'fc') + outputs(layers, 'conv') * (beside === 'normalization' ? 2 : 1);
    expect(total(layers, weightCount) + others).toBe(parameters);
    expect(total(layers, productCount)).toBe(products);
    expect((products / 1e9).toFixed(3)).toBe(gigaProducts);
  });

  it('have layers that fit together', () => {
    for (const { name } of NETWORKS) {
      const channels = new Set([3]);
      for (const layer of layersOf(name)) {
        if (layer.kind === 'fc') continue;
        expect(channels, `${name} ${layer.name}`).toContain(layer.ci);
        channels.add(layer.co);
      }
    }
    // Final sizes of the feature maps: 7x7 of 512 and 1280, 14x14 before VGG's last pooling, 13x13 before AlexNet's, 8x8 of 64.
    const last = (name: string): readonly number[] => outputShape(layersOf(name).findLast(({ kind }) => kind === 'conv') ?? layersOf(name)[0], 1).slice(1);
    expect(['resnet18', 'mobilenet-v2', 'vgg16', 'alexnet', 'resnet20'].map(last)).toEqual([[512, 7, 7], [1280, 7, 7], [512, 14, 14], [256, 13, 13], [64, 8, 8]]);
  });

  it('refuse an input that leaves nothing', () => {
    expect(() => named('alexnet').layers([62, 62])).toThrow(/pooling, input 2x2: .*kernel within the padded input's 2 rows, found one that spans 3/);
    expect(() => named('alexnet').layers([63, 63])).not.toThrow();
    expect(() => named('vgg16').layers([16, 31])).toThrow(/expected a kernel within/);
  });

  it('scale with their input', () => {
    const convolutions = (size: number): number => total(named('vgg16').layers([size, size]).filter(({ kind }) => kind === 'conv'), productCount);
    expect(convolutions(448)).toBe(4 * convolutions(224));
    expect(total(named('vgg16').layers([448, 448]), weightCount)).toBe(total(layersOf('vgg16'), weightCount));
  });
});

describe('the runs of a network', () => {
  const productsOfRuns = (pass: Pass): number => {
    const runs = layerRuns(layersOf('resnet18').filter(({ kind }) => kind === 'conv'), pass, 1, true);
    return runs.reduce((sum, { grid: g }) => sum + g.channelGroups * g.matrixRows * g.matrixColumns * g.groupCount * g.groupSize, 0);
  };
  const groupsOfRuns = (pass: Pass): number => {
    const runs = layerRuns(layersOf('resnet18').filter(({ kind }) => kind === 'conv'), pass, 1, true);
    return runs.reduce((sum, { grid: g }) => sum + g.channelGroups * g.matrixRows * g.matrixColumns * g.groupCount, 0);
  };

  it('make the products and tree additions that the energy model of ResNet-18 counts', () => {
    // Ci Co K^2 P forward and in the weight gradient, Ci Co K^2 Q in the input gradient without the first layer; Ci Co P, Ci Co K^2 and Ci Co Q groups.
    expect((['forward', 'weight-grad', 'input-grad'] as const).map(productsOfRuns)).toEqual([1_813_561_344, 1_813_561_344, 2_273_574_912]);
    expect((['forward', 'weight-grad', 'input-grad'] as const).map(groupsOfRuns)).toEqual([207_929_344, 11_166_912, 321_126_400]);
  });

  it('are three for each layer in training, but no input gradient of the first', () => {
    const layers = layersOf('resnet20');
    const runs = layerRuns(layers, 'training', 1, true);
    expect(runs).toHaveLength(3 * 20 - 1);
    expect(runs.slice(0, 5).map(({ layer, pass }) => `${layer.name} ${pass}`)).toEqual([
      'conv1 forward',
      'conv1 weight-grad',
      'layer1.0.conv1 forward',
      'layer1.0.conv1 input-grad',
      'layer1.0.conv1 weight-grad',
    ]);
    expect(layerRuns(layers, 'training', 1, false)).toHaveLength(60);
  });
});

describe('a batch', () => {
  const depthwise = layersOf('mobilenet-v2').filter(({ groups }) => groups > 1)[1];

  it('is more columns, but more groups in the weight gradient', () => {
    const one = passGrid(depthwise, 'forward', 1);
    expect(one).toEqual({ channelGroups: 96, matrixRows: 1, matrixColumns: 56 * 56, groupCount: 1, groupSize: 9 });
    expect(passGrid(depthwise, 'forward', 32)).toEqual({ ...one, matrixColumns: 32 * 56 * 56 });
    expect(passGrid(depthwise, 'input-grad', 32)).toEqual({ ...one, matrixColumns: 32 * 112 * 112 });
    expect(passGrid(depthwise, 'weight-grad', 32)).toEqual({ ...one, matrixColumns: 9, groupCount: 32, groupSize: 56 * 56 });
  });

  it('may have more outputs than a tensor that is simulated', () => {
    expect(passGrid(layersOf('vgg16')[1], 'forward', 4096).matrixColumns).toBe(4096 * 224 * 224);
  });
});
