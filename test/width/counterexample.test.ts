import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementCount } from '../../src/bits/shape.ts';
import type { ElementFormat } from '../../src/formats/element.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { operandShapes, passConvolution } from '../../src/networks/layer.ts';
import { networkNamed } from '../../src/networks/networks.ts';
import { convolve } from '../../src/sim/convolve.ts';
import { mlsDatapath, mlsDefaults } from '../../src/sim/mls-datapath.ts';
import type { OverflowReport } from '../../src/sim/result.ts';
import { ACCUMULATOR_OVERFLOWS } from '../../src/units/local-accumulator.ts';
import { capacity, largestProduct } from '../../src/width/bounds.ts';
import { counterexample, fewestProducts, smallestCounterexample } from '../../src/width/counterexample.ts';
import { layerPasses, layerWidths, passWidth, type LayerPass, type WidthFormats } from '../../src/width/layer-widths.ts';
import { exactConv } from '../support/exact-model.ts';
import { layerPassCases, widthFormats } from './layers.ts';

const widthOf = ({ layer, pass }: LayerPass, formats: WidthFormats): number => passWidth(layer.name, passConvolution(layer, pass, 1), formats).layerWidth;

function overflowOf({ layer, pass }: LayerPass, x: MlsTensor, y: MlsTensor, accumulatorWidth: number, accumulatorOverflow: 'wrap' | 'saturate' = 'wrap'): OverflowReport {
  const datapath = mlsDatapath({ ...mlsDefaults(x, y), accumulatorWidth, accumulatorOverflow });
  return convolve(passConvolution(layer, pass, 1), datapath, x, y).overflow;
}

type Code = (format: ElementFormat, i: number) => number;

/** Operands with codes of one's own. */
function operands({ layer, pass }: LayerPass, formats: WidthFormats, xCode: Code, yCode: Code): readonly [MlsTensor, MlsTensor] {
  const shapes = operandShapes(layer, pass, 1);
  const tensor = (element: ElementFormat, scaleFormat: WidthFormats['xScale'], shape: MlsTensor['shape'], code: Code): MlsTensor => ({
    element,
    scaleFormat,
    shape,
    codes: Uint16Array.from({ length: elementCount(shape) }, (_, i) => code(element, i)),
    scales: new Uint16Array(shape[0] * shape[1]),
    tensorScale: 1,
  });
  return [tensor(formats.x, formats.xScale, shapes.x, xCode), tensor(formats.y, formats.yScale, shapes.y, yCode)];
}

describe('a counterexample', () => {
  it('overflows every width below the bound when it is run, in both modes, and the exact model agrees', () => {
    let found = 0;
    fc.assert(
      fc.property(layerPassCases, widthFormats, fc.nat(), (run, formats, pick) => {
        const needed = widthOf(run, formats);
        if (needed <= 4) return;
        // One bit too narrow, or any number of bits.
        const narrow = Math.min(64, pick % 2 === 0 ? needed - 1 : 4 + (pick % (needed - 4)));
        const one = counterexample(run, formats, narrow);
        expect(one).toBeDefined();
        if (one === undefined) return;
        found++;
        for (const overflow of ACCUMULATOR_OVERFLOWS) expect(overflowOf(one, one.x, one.y, narrow, overflow).groups).toBeGreaterThan(0);
        const { stride, padding, dilation, groups, input, kernel } = one.layer;
        const sizes = { ...(one.pass === 'input-grad' ? { inputSize: input } : {}), ...(one.pass === 'weight-grad' ? { kernelSize: kernel } : {}) };
        const exact = (t: MlsTensor) => ({ ...t.element, ...t.scaleFormat, shape: t.shape, codes: t.codes, scales: t.scales, tensorScale: t.tensorScale });
        expect(exactConv(one.pass, exact(one.x), exact(one.y), { stride, padding, dilation, groups, ...sizes, accWidth: narrow }).overflow.groups).toBeGreaterThan(0);
        // Zeros in both operands: not one product more than it takes.
        expect(one.products.filter((product) => product !== 0n)).toHaveLength(Number(fewestProducts(formats, narrow)));
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('overflows at its last product and not before', () => {
    fc.assert(
      fc.property(layerPassCases, widthFormats, (run, formats) => {
        const needed = widthOf(run, formats);
        if (needed <= 4 || needed > 65) return;
        const one = counterexample(run, formats, needed - 1);
        if (one === undefined) throw new Error('none');
        let sum = 0n;
        const sums = one.products.map((product) => (sum += product));
        expect(sums.findIndex((value) => value >= 2n ** BigInt(needed - 2))).toBe(sums.length - 1);
      }),
    );
  });

  it('takes the fewest products: one less of the largest still fits', () => {
    fc.assert(
      fc.property(widthFormats, fc.integer({ min: 4, max: 64 }), (formats, width) => {
        const fewest = fewestProducts(formats, width);
        expect(fewest * largestProduct(formats)).toBeGreaterThanOrEqual(2n ** BigInt(width - 1));
        expect((fewest - 1n) * largestProduct(formats)).toBeLessThan(2n ** BigInt(width - 1));
        expect(capacity(formats, width)).toBe(fewest - 1n);
      }),
    );
  });

  it('does not exist at the bound: not for the largest operands, nor any others', () => {
    let runs = 0;
    fc.assert(
      fc.property(layerPassCases, widthFormats, fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (run, formats, pool) => {
        const needed = Math.max(4, widthOf(run, formats));
        if (needed > 64) return;
        runs++;
        expect(counterexample(run, formats, needed)).toBeUndefined();
        const largest: Code = (format) => format.maxMagnitudeCode;
        const negative: Code = (format) => 2 ** format.codeBits - 1;
        const random: Code = (format, i) => pool[i % pool.length] % 2 ** format.codeBits;
        for (const [x, y] of [operands(run, formats, largest, largest), operands(run, formats, negative, largest), operands(run, formats, random, random)]) expect(overflowOf(run, x, y, needed)).toEqual({ groups: 0, first: null });
      }),
    );
    expect(runs).toBeGreaterThan(50);
  });

  it('of a network is that of its smallest groups', () => {
    const runs = layerPasses(networkNamed('resnet20').topology([32, 32]).layers);
    const scale = groupScaleFormat(8, 1);
    const formats = { x: elementFormat(1, 1), y: elementFormat(1, 1), xScale: scale, yScale: scale };
    // 15 products of 9 leave 8 bits: the smallest plane with as many is 8x8.
    const one = smallestCounterexample(runs, formats, 8);
    expect(one).toMatchObject({ pass: 'weight-grad', limit: 127n });
    expect(one?.products.filter((product) => product !== 0n)).toHaveLength(15);
    expect(one?.x.shape).toEqual([1, 1, 8, 8]);
    expect(smallestCounterexample(runs, formats, 15)).toBeUndefined();
    expect(Math.max(...layerWidths(runs, formats).map(({ layerWidth }) => layerWidth))).toBe(15);
  });
});
