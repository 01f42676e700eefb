/** Totals of the networks against published ones. */
import { describe, expect, it } from 'vitest';
import { outputShape, passGrid, productCount, weightCount, type NetworkLayer } from '../../src/networks/layer.ts';
import { layerRuns } from '../../src/networks/layer-runs.ts';
import { googlenetTopology } from '../../src/networks/googlenet.ts';
import { NETWORKS, networkNamed as named } from '../../src/networks/networks.ts';
import type { Topology } from '../../src/networks/topology.ts';
import { totals } from '../../src/networks/totals.ts';
import type { Pass } from '../../src/sim/convolution.ts';

const layersOf = (name: string): readonly NetworkLayer[] => named(name).layers(named(name).inputSize);
const total = (layers: readonly NetworkLayer[], count: (layer: NetworkLayer) => number): number => layers.reduce((sum, layer) => sum + count(layer), 0);
const topologyOf = (name: string): Topology => named(name).topology(named(name).inputSize);

/**
 * Parameters are torchvision's `num_params` (biases and batch normalization included); products its GFLOPS, which count multiply-accumulates of
 * convolutions and fully connected layers, with all digits as flop counters print them. ResNet-20 has 0.27 M parameters in the paper's Tab. 6,
 * 269 722 in its common implementations. GoogLeNet is below, and the two networks of the MLS paper have no published totals.
 */
const PUBLISHED = [
  { name: 'resnet18', layers: 21, parameters: 11_689_512, gigaProducts: '1.814', products: 1_814_073_344 },
  { name: 'resnet34', layers: 37, parameters: 21_797_672, gigaProducts: '3.664', products: 3_663_761_408 },
  { name: 'resnet50', layers: 54, parameters: 25_557_032, gigaProducts: '4.089', products: 4_089_184_256 },
  { name: 'vgg16', layers: 16, parameters: 138_357_544, gigaProducts: '15.470', products: 15_470_264_320 },
  { name: 'vgg16-bn', layers: 16, parameters: 138_365_992, gigaProducts: '15.470', products: 15_470_264_320 },
  { name: 'mobilenet-v2', layers: 53, parameters: 3_504_872, gigaProducts: '0.301', products: 300_774_272 },
  { name: 'alexnet', layers: 8, parameters: 61_100_840, gigaProducts: '0.714', products: 714_188_480 },
  { name: 'resnet20', layers: 20, parameters: 269_722, gigaProducts: '0.041', products: 40_551_040 },
] as const;
/** Checked in tests of their own. */
const OTHERS = ['googlenet', 'paper-resnet18', 'paper-resnet34'];

describe('networks', () => {
  it('are all checked here, and carry their source', () => {
    expect([...PUBLISHED.map(({ name }) => name), ...OTHERS].toSorted()).toEqual(NETWORKS.map(({ name }) => name).toSorted());
    for (const { title, source } of NETWORKS) {
      expect(title).not.toBe('');
      expect(source).toMatch(/\d{4}/);
    }
  });

  it.each(PUBLISHED)('$name has the published layers, parameters and products', ({ name, layers: count, parameters, gigaProducts, products }) => {
    const layers = layersOf(name);
    expect(layers).toHaveLength(count);
    expect(new Set(layers.map((layer) => layer.name)).size).toBe(count);
    expect(totals(topologyOf(name))).toMatchObject({ parameters, products });
    expect(total(layers, productCount)).toBe(products);
    expect((products / 1e9).toFixed(3)).toBe(gigaProducts);
  });

  it('googlenet with 3x3 for 5x5 is torchvision\'s, and with biases for normalization it is Caffe\'s', () => {
    const torchvision = googlenetTopology([224, 224], 3);
    expect(totals(torchvision)).toMatchObject({ parameters: 6_624_904 });
    expect((totals(torchvision).products / 1e9).toFixed(2)).toBe('1.50');
    const ours = topologyOf('googlenet');
    const caffe = { ...ours, layers: ours.layers.map((layer) => ({ ...layer, normalized: false, bias: true })) };
    expect(totals(caffe)).toMatchObject({ weights: 6_990_272, parameters: 6_998_552 });
    expect(totals(ours).parameters).toBe(6_990_272 + 2 * 7280 + 1000);
    expect(ours.layers).toHaveLength(58);
    expect(new Set(ours.layers.map(({ name }) => name)).size).toBe(58);
    // The two differ in the wide branches alone.
    const differing = ours.layers.filter((layer, i) => layer.kernel[0] !== torchvision.layers[i].kernel[0]);
    expect(differing.map(({ name, kernel }) => [name, kernel[0]])).toEqual(['3a', '3b', '4a', '4b', '4c', '4d', '4e', '5a', '5b'].map((name) => [`inception${name}.5x5`, 5]));
  });

  it("the paper's have a projection in every block", () => {
    for (const [name, blocks] of [['paper-resnet18', 8], ['paper-resnet34', 15]] as const) {
      const { layers, additions } = topologyOf(name);
      expect(layers.filter(({ name: layer }) => layer.endsWith('.downsample'))).toHaveLength(blocks);
      expect(layers).toHaveLength(3 * blocks + 2);
      expect(additions).toHaveLength(blocks);
    }
  });

  it('have normalization, biases, residual additions and one layer at the input', () => {
    for (const { name, topology, inputSize } of NETWORKS.map((network) => ({ ...network, topology: network.topology.bind(network) }))) {
      const { layers } = topology(inputSize);
      expect(layers.map(({ fromInput }) => fromInput), name).toEqual(layers.map((_, i) => i === 0));
      for (const { kind, normalized, bias } of layers) {
        if (kind === 'fc') expect([normalized, bias]).toEqual([false, true]);
        else expect([normalized, bias], name).toEqual(name === 'vgg16-bn' ? [true, true] : ['vgg16', 'alexnet'].includes(name) ? [false, true] : [true, false]);
      }
    }
    const additions = (name: string): [number, number, number] => {
      const all = topologyOf(name).additions;
      return [all.length, all.reduce((sum, { outputs }) => sum + outputs, 0), all.reduce((sum, { inputs }) => sum + inputs, 0)];
    };
    // Blocks of 64, 128, 256 and 512 channels at 56, 28, 14 and 7; four times the channels in ResNet-50.
    const [a, b, c, d] = [64 * 56 ** 2, 128 * 28 ** 2, 256 * 14 ** 2, 512 * 7 ** 2];
    expect(additions('resnet18')).toEqual([8, 2 * (a + b + c + d), 3 * a + 2 * b + 2 * c + d]);
    expect(additions('resnet34')).toEqual([16, 3 * a + 4 * b + 6 * c + 3 * d, 4 * a + 4 * b + 6 * c + 2 * d]);
    expect(additions('resnet50')).toEqual([16, 4 * (3 * a + 4 * b + 6 * c + 3 * d), a + 4 * (3 * a + 4 * b + 6 * c + 2 * d)]);
    expect(additions('paper-resnet34')).toEqual([15, 3 * a + 4 * b + 6 * c + 2 * d, 4 * a + 4 * b + 6 * c + d]);
    const [e, f, g] = [16 * 32 ** 2, 32 * 16 ** 2, 64 * 8 ** 2];
    expect(additions('resnet20')).toEqual([9, 3 * (e + f + g), 4 * e + 3 * f + 2 * g]);
    // MobileNetV2: the blocks after the first of each stage but the last, of 24, 32, 64, 96 and 160 channels.
    const kept = 24 * 56 ** 2 + 2 * 32 * 28 ** 2 + 3 * 64 * 14 ** 2 + 2 * 96 * 14 ** 2 + 2 * 160 * 7 ** 2;
    expect(additions('mobilenet-v2')).toEqual([10, kept, kept]);
    for (const name of ['vgg16', 'vgg16-bn', 'googlenet', 'alexnet']) expect(additions(name)).toEqual([0, 0, 0]);
  });

  it('have layers that fit together', () => {
    for (const { name } of NETWORKS) {
      const channels = new Set([3]);
      for (const layer of layersOf(name)) {
        // An inception module's branches are joined.
        if (layer.kind === 'fc' || name === 'googlenet') continue;
        expect(channels, `${name} ${layer.name}`).toContain(layer.ci);
        channels.add(layer.co);
      }
    }
    // Final sizes of the feature maps: 7x7 of 512 and 1280, 14x14 before VGG's last pooling, 13x13 before AlexNet's, 8x8 of 64.
    const last = (name: string): readonly number[] => outputShape(layersOf(name).findLast(({ kind }) => kind === 'conv') ?? layersOf(name)[0], 1).slice(1);
    expect(['resnet18', 'mobilenet-v2', 'vgg16', 'alexnet', 'resnet20', 'resnet50', 'googlenet'].map(last)).toEqual([
      [512, 7, 7],
      [1280, 7, 7],
      [512, 14, 14],
      [256, 13, 13],
      [64, 8, 8],
      [2048, 7, 7],
      [128, 7, 7],
    ]);
  });

  it('refuse an input that leaves nothing', () => {
    expect(() => named('alexnet').layers([62, 62])).toThrow(/pooling, input 2x2: .*kernel within the padded input's 2 rows, found one that spans 3/);
    expect(() => named('alexnet').layers([63, 63])).not.toThrow();
    expect(() => named('vgg16').layers([16, 31])).toThrow(/expected a kernel within/);
    expect(() => named('resnet19')).toThrow(/^network: expected one of resnet18, .*, paper-resnet34, found "resnet19"$/);
  });

  it('googlenet pools as its paper does: a window that overhangs counts', () => {
    // 112 by 3x3/2 is 56, then 28, 14, 7; from 225 it is 113, 56, 28, 14, 7: the window at 112 would start outside.
    const sizes = (size: number): number[] => [...new Set(named('googlenet').layers([size, size]).filter(({ kind }) => kind === 'conv').map(({ input }) => input[0]))];
    expect(sizes(224)).toEqual([224, 56, 28, 14, 7]);
    expect(sizes(225)).toEqual([225, 56, 28, 14, 7]);
    expect(sizes(231)).toEqual([231, 58, 29, 14, 7]);
    expect(sizes(239)).toEqual([239, 60, 30, 15, 7]);
    expect(sizes(255)).toEqual([255, 64, 32, 16, 8]);
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
