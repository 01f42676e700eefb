/** Losses are found where they are, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { tableLosses } from '../../src/energy/findings.ts';
import { energyReport } from '../../src/energy/report.ts';
import { paperTable } from '../../src/energy/tables/tables.ts';
import { convLayer, reportFor, requestFor } from './support.ts';

const texts = (...args: Parameters<typeof reportFor>): readonly string[] => reportFor(...args).findings.map(({ text }) => text);
const lossTo = (arithmetic: string, ...args: Parameters<typeof reportFor>) => reportFor(...args).findings.find(({ loss }) => loss?.arithmetic === arithmetic)?.loss;

describe('losses', () => {
  it('to fp8 are in the forward pass and the input gradient of 1x1 convolutions', () => {
    const loss = lossTo('fp8', 'googlenet');
    const pointwise = reportFor('googlenet').request.topology.layers.filter(({ kind, kernel }) => kind === 'conv' && kernel[0] === 1);
    expect(pointwise).toHaveLength(37);
    expect(loss?.layers.filter(({ passes }) => passes.length > 0).map(({ layer }) => layer)).toEqual(pointwise.map(({ name }) => name));
    for (const { passes } of loss?.layers ?? []) expect(passes).toEqual(['forward', 'inputGradient']);
    expect(loss?.inTotal).toBe(false);
    expect(texts('googlenet')[0]).toMatch(/^fp8 is cheaper than mls in passes of 37 of 57 convolutions \(kernel 1x1; forward, input gradient\): conv2, inception3a\.1x1, .* and 29 more; with quantization, /);
  });

  it('to fp8 are none in a network of 3x3 convolutions', () => {
    expect(lossTo('fp8', 'vgg16-bn')).toBeUndefined();
    expect(lossTo('fp8', 'resnet20')).toBeUndefined();
  });

  it('to int8 are everywhere, with what that costs', () => {
    for (const name of ['resnet18', 'vgg16-bn', 'mobilenet-v2']) {
      const loss = lossTo('int8', name);
      expect(loss?.inTotal).toBe(true);
      const { request } = reportFor(name);
      expect(loss?.layers).toHaveLength(request.topology.layers.filter(({ kind }) => kind === 'conv').length);
      expect(texts(name).filter((text) => text.startsWith('int8 takes less energy than mls in total, and in each of the'))).toHaveLength(1);
    }
    expect(texts('resnet18').join('\n')).toContain('its cost is accuracy, which this model does not see');
  });

  it('in total are said: MobileNetV2 takes less in fp8', () => {
    expect(lossTo('fp8', 'mobilenet-v2')).toMatchObject({ inTotal: true });
    expect(texts('mobilenet-v2')[0]).toMatch(/^fp8 takes less energy than mls in total; fp8 is cheaper than mls in passes of 34 of 52/);
  });

  it('of a layer compare convolutions alone, and all with quantization', () => {
    // In inference too, where quantization is part of the forward pass: 8 channels of 3x3 cost less in mls, until their outputs are quantized.
    const layer = convLayer({ ci: 1, co: 8, normalized: false });
    const report = energyReport(requestFor('resnet18', 'datapath', { workload: 'inference', topology: { name: 'one', layers: [layer], additions: [] } }));
    const [loss] = tableLosses([layer], 'inference', report.tables[0]).filter(({ arithmetic }) => arithmetic === 'fp8');
    // 9 products of an output: 9 x 0.617 pJ against 9 x 0.189 + 0.512 pJ, and 10.268 pJ for quantizing it.
    expect(loss.layers).toEqual([{ layer: 'conv', kernel: [3, 3], passes: [], wholeLayer: true }]);
  });

  it('are looked for only beside mls', () => {
    expect(reportFor('resnet18', 'datapath', { arithmetics: ['fp32', 'int8'] }).findings.every(({ loss }) => loss === undefined)).toBe(true);
  });

  it('under several tables carry the name of the table', () => {
    const other = { ...paperTable, name: 'other' };
    const found = texts('resnet18', 'datapath', { tables: [paperTable, other] });
    expect(found.filter((text) => text.startsWith('other: int8 takes less energy'))).toHaveLength(1);
    expect(found.filter((text) => text.startsWith('paper: int8 takes less energy'))).toHaveLength(1);
  });
});

describe('what is left out', () => {
  it('is always said', () => {
    for (const workload of ['training', 'inference'] as const) expect(texts('resnet18', 'datapath', { workload }).at(-1)).toMatch(/no memory traffic/);
    expect(texts('resnet18', 'datapath', { workload: 'inference' }).join('\n')).toContain('batch normalization is folded');
    expect(texts('resnet18', 'datapath', { batch: 2 }).join('\n')).toContain('a batch is one training step');
    expect(texts('resnet18').join('\n')).not.toContain('a batch is one training step');
    expect(texts('resnet18').join('\n')).toContain('table paper, int8: Tab. 4 has no tree entry');
  });
});
