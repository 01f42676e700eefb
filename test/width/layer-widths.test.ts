import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementCount } from '../../src/bits/shape.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import { operandShapes, passConvolution } from '../../src/networks/layer.ts';
import { networkNamed } from '../../src/networks/networks.ts';
import { layerPasses, layerWidths, type WidthFormats } from '../../src/width/layer-widths.ts';
import { judgeChoice, PAPER_CHOICES } from '../../src/width/paper-choices.ts';
import { metTaps, mostTaps, nonzeroProducts } from '../../src/width/taps.ts';
import { binary32Number, exactConv, type ExactOperand } from '../support/exact-model.ts';
import { layerPassCases } from './layers.ts';

const scale = groupScaleFormat(8, 1);
const formats = (E: number, M: number): WidthFormats => ({ x: elementFormat(E, M), y: elementFormat(E, M), xScale: scale, yScale: scale });
const passesOf = (name: string) => {
  const network = networkNamed(name);
  return layerPasses(network.topology(network.inputSize).layers);
};

describe('the products that can differ from zero', () => {
  it('are those that the exact model counts', () => {
    fc.assert(
      fc.property(layerPassCases, ({ layer, pass }) => {
        const single = { ...layer, ci: 1, co: 1 };
        const conv = passConvolution(single, pass, 1);
        // All elements 1 (the <1,0> code 1 has magnitude 1 and weight 2^-1), so that an output is a quarter of its nonzero products.
        const ones = (shape: ExactOperand['shape']): ExactOperand => ({ E: 1, M: 0, Eg: 8, Mg: 0, shape, codes: new Uint16Array(elementCount(shape)).fill(1), scales: new Uint16Array(1), tensorScale: 1 });
        const { x, y } = operandShapes(single, pass, 1);
        const { stride, padding, dilation, input, kernel } = single;
        const sizes = { ...(pass === 'input-grad' ? { inputSize: input } : {}), ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}) };
        const { bits, shape } = exactConv(pass, ones(x), ones(y), { stride, padding, dilation, ...sizes });
        const counts = bits.map((one) => 4 * binary32Number(one));
        const { output, rows, columns } = mostTaps(conv);
        expect(nonzeroProducts(conv)).toBe(Math.max(...counts));
        expect(rows.length * columns.length).toBe(counts[output[0] * shape[3] + output[1]]);
        const sets = metTaps(conv);
        expect(new Set(sets.map((set) => set.rows.length * set.columns.length))).toEqual(new Set(counts));
        for (const set of sets) expect(set.rows.length * set.columns.length).toBe(counts[set.output[0] * shape[3] + set.output[1]]);
      }),
    );
  });
});

describe('a network', () => {
  it('needs what its kernels and output planes need', () => {
    const widths = layerWidths(passesOf('resnet18'), formats(2, 4));
    // 21 convolutions and fully connected layers, without the gradient of the image.
    expect(widths).toHaveLength(62);
    const of = (layer: string, pass: string) => widths.find((one) => one.layer === layer && one.pass === pass);
    expect(of('conv1', 'forward')).toMatchObject({ groupSize: 49, largestSum: 753_424n, width: 21, naiveWidth: 21, layerWidth: 21 });
    expect(of('conv1', 'input-grad')).toBeUndefined();
    expect(of('conv1', 'weight-grad')).toMatchObject({ groupSize: 112 * 112, largestSum: 192_876_544n, width: 29, layerWidth: 29 });
    expect(of('layer2.0.conv1', 'input-grad')).toMatchObject({ groupSize: 9, nonzero: 4, width: 19, layerWidth: 17 });
    expect(of('fc', 'weight-grad')).toMatchObject({ groupSize: 1, width: 15 });
  });

  it.each<[string, string[]]>([
    ['resnet18', ['2,4/32 forward 0/21 21, input-grad 0/20 19, weight-grad 0/21 29', '2,1/16 forward 0/21 14, input-grad 0/20 12, weight-grad 10/21 22', '1,1/8 forward 1/21 10, input-grad 0/20 8, weight-grad 20/21 18']],
    ['resnet20', ['2,4/32 forward 0/20 19, input-grad 0/19 19, weight-grad 0/20 25', '2,1/16 forward 0/20 12, input-grad 0/19 12, weight-grad 13/20 19', '1,1/8 forward 0/20 8, input-grad 0/19 8, weight-grad 19/20 15']],
  ])("tells what holds for the paper's choices on %s", (name, expected) => {
    const runs = passesOf(name);
    const found = PAPER_CHOICES.map((choice) => {
      const { passes, element, width } = judgeChoice(choice, runs);
      return `${element.E},${element.M}/${width} ${passes.map(({ pass, layers, overflowing, widest }) => `${pass} ${overflowing}/${layers} ${widest.layerWidth}`).join(', ')}`;
    });
    expect(found).toEqual(expected);
  });

  it('has the same figures for layers of the same geometry, each under its own name', () => {
    const runs = passesOf('vgg16-bn');
    const widths = layerWidths(runs, formats(2, 4));
    expect(widths.map(({ layer, pass }) => `${layer} ${pass}`)).toEqual(runs.map(({ layer, pass }) => `${layer.name} ${pass}`));
    widths.forEach((one, i) => {
      const { layer, pass } = runs[i];
      const K = pass === 'weight-grad' ? elementCount(passConvolution(layer, 'forward', 1).outputShape.slice(2)) : layer.kernel[0] * layer.kernel[1];
      expect(one).toMatchObject({ groupSize: K, largestSum: 15_376n * BigInt(K) });
    });
    // Two layers on the whole image: 224 x 224 x 15 376 < 2^30.
    expect(Math.max(...widths.map(({ width }) => width))).toBe(31);
  });
});
