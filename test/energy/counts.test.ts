/** The counts against two recounts that share no code with them: naive loops, and the counters of the simulated unit. */
import { describe, expect, it } from 'vitest';
import { additionCounts, layerCounts, type ConvCounts, type ConvPass } from '../../src/energy/counts.ts';
import { networkCounts } from '../../src/energy/network-counts.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { operandShapes, passConvolution } from '../../src/networks/layer.ts';
import { NETWORKS, networkNamed } from '../../src/networks/networks.ts';
import type { TopologyLayer } from '../../src/networks/topology.ts';
import type { Pass } from '../../src/sim/convolution.ts';
import { convolve } from '../../src/sim/convolve.ts';
import { mlsDatapath, mlsDefaults } from '../../src/sim/mls-datapath.ts';
import { countPlain, PLAIN } from './independent.ts';
import { convLayer, KINDS, scopeOf } from './support.ts';

const PASSES: Readonly<Record<ConvPass, Pass>> = { forward: 'forward', weightGradient: 'weight-grad', inputGradient: 'input-grad' };
const BATCH = 3;

/** One by one: each output of a pass, each of its groups, each product of a group. */
function naive(layer: TopologyLayer, pass: ConvPass, batch: number): ConvCounts {
  const { ci, co, groups, kernel: [kh, kw], input: [h, w], stride, padding, dilation } = layer;
  let rows = 0;
  for (let y = 0; y * stride[0] + dilation[0] * (kh - 1) < h + 2 * padding[0]; y++) rows++;
  let columns = 0;
  for (let x = 0; x * stride[1] + dilation[1] * (kw - 1) < w + 2 * padding[1]; x++) columns++;
  const counts = { mul: 0n, localAcc: 0n, groupScale: 0n, treeAdd: 0n };
  const group = (products: number): void => {
    for (let product = 0; product < products; product++) {
      counts.mul++;
      if (product > 0) counts.localAcc++;
    }
    counts.groupScale++;
    counts.treeAdd++;
  };
  const meet = (o: number, i: number): boolean => Math.floor((o * groups) / co) === Math.floor((i * groups) / ci);
  for (let o = 0; o < co; o++) {
    for (let i = 0; i < ci; i++) {
      if (!meet(o, i)) continue;
      for (let image = 0; image < batch; image++) {
        if (pass === 'forward') for (let at = 0; at < rows * columns; at++) group(kh * kw);
        if (pass === 'inputGradient') for (let at = 0; at < h * w; at++) group(kh * kw);
        if (pass === 'weightGradient') for (let tap = 0; tap < kh * kw; tap++) group(rows * columns);
      }
    }
  }
  return counts;
}

function simulated(layer: TopologyLayer, pass: Pass, batch: number): ConvCounts {
  const tensor = (shape: MlsTensor['shape']): MlsTensor => ({
    element: elementFormat(2, 4),
    scaleFormat: groupScaleFormat(8, 1),
    shape,
    codes: Uint16Array.from({ length: shape.reduce((product, size) => product * size) }, (_, i) => (37 * i) % 128),
    scales: new Uint16Array(shape[0] * shape[1]).fill(3),
    tensorScale: 1,
  });
  const { x, y } = operandShapes(layer, pass, batch);
  const [a, b] = [tensor(x), tensor(y)];
  const { mul, localAcc, groupScale, treeAdd } = convolve(passConvolution(layer, pass, batch), mlsDatapath(mlsDefaults(a, b)), a, b).counts;
  return { mul: BigInt(mul), localAcc: BigInt(localAcc), groupScale: BigInt(groupScale), treeAdd: BigInt(treeAdd) };
}

describe.each(KINDS)('a convolution: %s', (_what, more) => {
  const layer = convLayer(more);
  const { conv } = layerCounts(layer, scopeOf('datapath', { batch: BATCH }));

  it.each(['forward', 'weightGradient', 'inputGradient'] as const)('%s has the counts of naive loops and of the simulated unit', (pass) => {
    expect(conv[pass].mul).toBeGreaterThan(0n);
    expect(conv[pass]).toEqual(naive(layer, pass, BATCH));
    expect(conv[pass]).toEqual(simulated(layer, PASSES[pass], BATCH));
  });
});

describe('what lies between', () => {
  const layer = convLayer({ stride: [2, 2], input: [9, 9] });
  const outputs = 6 * 4 * 4;
  const weights = 6 * 4 * 9;

  it('is counted for elements and weights', () => {
    const counts = layerCounts(layer, scopeOf());
    expect(counts.bn).toEqual({ elements: BigInt(outputs), mul: BigInt(9 * outputs), add: BigInt(10 * outputs) });
    expect(counts.sgd).toEqual({ elements: BigInt(weights), mul: BigInt(3 * weights), add: BigInt(3 * weights) });
    expect(counts.dqActivation).toEqual({ elements: BigInt(2 * outputs), mul: BigInt(8 * outputs), add: BigInt(4 * outputs) });
    expect(counts.dqWeight).toEqual({ elements: BigInt(weights), mul: BigInt(4 * weights), add: BigInt(2 * weights) });
    expect(counts.fc.mul).toBe(0n);
    expect(layerCounts({ ...layer, normalized: false }, scopeOf()).bn.mul).toBe(0n);
  });

  it('is six of each for a weight of a fully connected layer, which has no other row', () => {
    const counts = layerCounts(convLayer({ kind: 'fc', ci: 20, co: 11, kernel: [1, 1], input: [1, 1] }), scopeOf());
    expect(counts.fc).toEqual({ elements: 220n, mul: 1320n, add: 1320n });
    for (const row of ['bn', 'sgd', 'dqActivation', 'dqWeight'] as const) expect(counts[row].elements).toBe(0n);
    for (const pass of ['forward', 'weightGradient', 'inputGradient'] as const) expect(counts.conv[pass].mul).toBe(0n);
  });

  it('is an addition a block output forward and a block input backward', () => {
    const addition = { name: 'add', outputs: 100, inputs: 250 };
    expect(additionCounts(addition, scopeOf('datapath', { batch: 2 }))).toEqual({
      forward: { elements: 200n, mul: 200n, add: 200n },
      backward: { elements: 500n, mul: 500n, add: 500n },
    });
  });
});

describe('the first convolution', () => {
  const first = convLayer({ fromInput: true });

  it('has no input gradient', () => {
    const counts = layerCounts(first, scopeOf());
    expect(counts.conv.inputGradient).toEqual({ mul: 0n, localAcc: 0n, groupScale: 0n, treeAdd: 0n });
    expect(counts.conv.forward.mul).toBeGreaterThan(0n);
  });

  it('is treated as the convention says, and others are not', () => {
    const [datapath, published, fp32] = (['datapath', 'published', 'first-fp32'] as const).map((name) => layerCounts(first, scopeOf(name)));
    expect(published.conv.forward).toEqual({ ...datapath.conv.forward, treeAdd: 0n });
    expect(published.conv.weightGradient).toEqual({ ...datapath.conv.weightGradient, treeAdd: 0n });
    expect(published.dqActivation).toEqual(datapath.dqActivation);
    expect(fp32.conv).toEqual(datapath.conv);
    expect([fp32.dqActivation.elements, fp32.dqWeight.elements]).toEqual([0n, 0n]);
    const inner = convLayer();
    for (const name of ['published', 'first-fp32'] as const) expect(layerCounts(inner, scopeOf(name))).toEqual(layerCounts(inner, scopeOf()));
  });
});

describe('inference', () => {
  const scope = scopeOf('datapath', { workload: 'inference' });

  it('is the forward pass alone', () => {
    const [training, inference] = [layerCounts(convLayer(), scopeOf()), layerCounts(convLayer(), scope)];
    expect(inference.conv.forward).toEqual(training.conv.forward);
    expect(inference.conv.weightGradient.mul + inference.conv.inputGradient.mul).toBe(0n);
    expect([inference.bn.mul, inference.sgd.mul, inference.dqWeight.mul]).toEqual([0n, 0n, 0n]);
    expect(2n * inference.dqActivation.mul).toBe(training.dqActivation.mul);
    expect(layerCounts(convLayer({ kind: 'fc', ci: 20, co: 11, kernel: [1, 1], input: [1, 1] }), scope).fc).toEqual({ elements: 220n, mul: 220n, add: 220n });
    expect(additionCounts({ name: 'add', outputs: 100, inputs: 250 }, scope)).toMatchObject({ forward: { add: 100n }, backward: { add: 0n } });
  });
});

describe('a network', () => {
  it.each(NETWORKS.map(({ name }) => name))('%s has the counts of an independent implementation in all conventions', (name) => {
    const network = networkNamed(name);
    for (const convention of ['datapath', 'published', 'first-fp32'] as const) {
      const counts = networkCounts(network.topology(network.inputSize), scopeOf(convention));
      expect(JSON.parse(JSON.stringify(counts, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))).toEqual(countPlain(PLAIN[name], convention));
    }
  });

  it('resnet18 has the counts of the specification', () => {
    const counts = networkCounts(networkNamed('resnet18').topology([224, 224]), scopeOf());
    expect(counts).toMatchObject({
      conv: {
        forward: { mul: 1813561344n, groupScale: 207929344n, treeAdd: 207929344n },
        weightGradient: { mul: 1813561344n, treeAdd: 11166912n },
        inputGradient: { mul: 2273574912n, treeAdd: 321126400n },
      },
      bn: { elements: 2483712n },
      dqActivation: { elements: 4967424n },
      dqWeight: { elements: 11166912n },
      ewAdd: { forward: 752640n, backward: 928256n },
    });
  });

  it('has a million times the counts with a million images, but for what is done once a step', () => {
    const topology = networkNamed('vgg16-bn').topology([224, 224]);
    const [one, million] = [1, 1_000_000].map((batch) => networkCounts(topology, scopeOf('datapath', { batch })));
    const scaled = (value: unknown): unknown => (typeof value === 'bigint' ? value * 1_000_000n : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, scaled(inner)])));
    expect(million).toEqual({ ...(scaled(one) as object), sgd: one.sgd, dqWeight: one.dqWeight });
    expect(million.conv.forward.mul).toBe(15_346_630_656_000_000n);
    expect(million.conv.forward.mul).toBeGreaterThan(2n ** 53n);
  });
});
