import { afterAll, describe, expect, it } from 'vitest';
import { philoxIntegers } from '../../../src/bits/philox.ts';
import { elementCount, type Shape4 } from '../../../src/bits/shape.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import { quantize } from '../../../src/formats/quantize.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import { operandShapes, passConvolution, type NetworkLayer } from '../../../src/networks/layer.ts';
import { networkNamed } from '../../../src/networks/networks.ts';
import { shrinkLayer } from '../../../src/networks/shrink.ts';
import { convolutionCounts } from '../../../src/sim/counts.ts';
import { PASSES, type Pass } from '../../../src/sim/convolution.ts';
import { DEFAULT_ARRAY } from '../../../src/sim/cycle/parameters.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import type * as Threads from '../../../src/sim/fast/threads.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { differences, expectedResult, formOf, resultOf } from './oracle.ts';

// A thread loads its module from the built program.
const { closeThreads, convolveOnThreads } = (await import(new URL('../../../dist/sim/fast/threads.js', import.meta.url).href)) as typeof Threads;
afterAll(closeThreads);

/** Numbers as layers have them: a bell of both signs, a third of them zero. */
function tensor(shape: Shape4, stream: number): MlsTensor {
  const random = philoxIntegers(7n, stream, 24);
  const at = (i: number): number => (random(4 * i) % 3 === 0 ? 0 : (random(4 * i + 1) + random(4 * i + 2) + random(4 * i + 3)) / 2 ** 24 - 1.5);
  const data = Float32Array.from({ length: elementCount(shape) }, (_, i) => at(i));
  return quantize('layer', data, shape, {
    element: elementFormat(2, 4),
    scaleFormat: groupScaleFormat(8, 1),
    grouping: 'nc',
    rounding: 'nearest',
    mantissaOverflow: 'clip',
    randomBits: 16,
    random: { seed: 0n, stream: 0 },
  });
}

/** On this thread, and on two and five. */
async function compareLayer(layer: NetworkLayer, pass: Pass, batch: number): Promise<void> {
  const { x: xShape, y: yShape } = operandShapes(layer, pass, batch);
  const conv = passConvolution(layer, pass, batch);
  const x = tensor(xShape, 0);
  const y = tensor(yShape, 1);
  const datapath = mlsDatapath(mlsDefaults(x, y));
  const run = planFastRun(conv, formOf(datapath), x, y, 1);
  if ('refused' in run) throw new Error(`${layer.name} ${pass}: ${run.refused}`);
  const expected = expectedResult(conv, datapath, x, y);
  expect(differences(resultOf(conv, datapath, run, x, y), expected), `${layer.name} ${pass}`).toBe('');
  for (const threads of [2, 5]) {
    expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads }), expected), `${layer.name} ${pass}, ${threads} threads`).toBe('');
  }
}

function layersOf(name: string): readonly NetworkLayer[] {
  const network = networkNamed(name);
  return network.layers(network.inputSize);
}

/** Products of a layer at reduced size. */
const REDUCED = 400_000;

describe('the fast engine on networks', () => {
  it.each(['resnet18', 'vgg16', 'mobilenet-v2'])('equals the functional engine on every layer of %s at reduced size, in all passes', async (name) => {
    const seen = new Set<string>();
    for (const layer of layersOf(name)) {
      for (const pass of PASSES) {
        const fits = (one: { readonly layer: NetworkLayer; readonly batch: number }): boolean => convolutionCounts(passConvolution(one.layer, pass, one.batch), 1).mul <= REDUCED;
        const reduced = shrinkLayer({ layer, batch: 2 }, pass, DEFAULT_ARRAY, fits);
        if (!reduced) throw new Error(`${layer.name} can't be made small enough`);
        await compareLayer(reduced.layer, pass, reduced.batch);
        seen.add(`${layer.name} ${pass}`);
      }
    }
    expect(seen.size).toBe(3 * layersOf(name).length);
  });

  it.each([
    ['resnet18', 'layer1.0.conv1'],
    ['resnet18', 'layer4.1.conv2'],
    ['mobilenet-v2', 'block3.depthwise'],
  ])('equals it on %s %s at full size, in all passes', async (name, layerName) => {
    const layer = layersOf(name).find((one) => one.name === layerName);
    if (!layer) throw new Error(`${layerName}: only ${layersOf(name).map((one) => one.name).join(', ')}`);
    for (const pass of PASSES) await compareLayer(layer, pass, 1);
  });
});
