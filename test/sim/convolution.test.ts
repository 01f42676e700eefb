import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/bits/steps.ts';
import type { Shape4 } from '../../src/bits/shape.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { convolve } from '../../src/sim/convolve.ts';
import { convolution, PLAIN_CONVOLUTION, type ConvolutionOptions, type Pass } from '../../src/sim/convolution.ts';
import { convolutionCounts } from '../../src/sim/counts.ts';
import { largestMagnitude, planFunctional, planKernel } from '../../src/sim/functional-engine.ts';
import { mlsDatapath, mlsDefaults, type MlsParameters } from '../../src/sim/mls-datapath.ts';
import { runReference } from '../../src/sim/reference-engine.ts';
import type { ConvolutionResult } from '../../src/sim/result.ts';
import { convolutionCases, smallElementFormats, unitParameters, type ConvolutionCase } from '../support/arbitraries.ts';
import { exactConv, type ExactOperand } from '../support/exact-model.ts';

type UnitParameters = Omit<MlsParameters, 'x' | 'y'>;

function exactOperand({ element, scaleFormat, ...rest }: MlsTensor): ExactOperand {
  return { E: element.E, M: element.M, Eg: scaleFormat.Eg, Mg: scaleFormat.Mg, ...rest };
}

function exactResult({ pass, options, x, y }: ConvolutionCase, p: UnitParameters) {
  return exactConv(pass, exactOperand(x), exactOperand(y), {
    ...options,
    accWidth: p.accumulatorWidth,
    accOverflow: p.accumulatorOverflow,
    treeWidth: p.treeWidth,
    flushToZero: p.subnormals.flushToZero,
    tensorScale: p.tensorScale,
  });
}

const plain = ({ shape, bits, counts, overflow }: ConvolutionResult) => ({ shape, bits: [...bits], counts, overflow });

describe('a convolution', () => {
  it.each([
    ['any formats', convolutionCases(), 1500],
    ['small formats', convolutionCases(smallElementFormats), 1500],
  ])('equals the exact rational model in bits, counts and overflows, on both engines: %s', (_what, cases, numRuns) => {
    const engines = { functional: 0, reference: 0 };
    fc.assert(
      fc.property(cases, unitParameters, (c, parameters) => {
        const conv = convolution(c.pass, c.x.shape, c.y.shape, c.options);
        const datapath = mlsDatapath({ x: c.x, y: c.y, ...parameters });
        const expected = exactResult(c, parameters);
        expect(plain(convolve(conv, datapath, c.x, c.y))).toEqual(expected);
        expect(plain(finish(runReference(conv, datapath, c.x, c.y)))).toEqual(expected);
        expect(convolutionCounts(conv, datapath.tensorScaleMultiplications)).toEqual(expected.counts);
        if (datapath.integerForm && planFunctional(conv, datapath.integerForm, c.x, c.y)) engines.functional++;
        else engines.reference++;
      }),
      { numRuns },
    );
    expect(engines.functional).toBeGreaterThan(100);
  });

  it('is one pass of three that are adjoint on exactly representable data', () => {
    // sum Z x E = sum A x dA = sum W x G, exactly, where no rounding happens: small integers, scales of 1, one tensor scale of 1.
    const element = elementFormat(0, 2);
    const scaleFormat = groupScaleFormat(8, 1);
    const exactTensor = (shape: Shape4, codes: number[]): MlsTensor => ({
      element,
      scaleFormat,
      shape,
      codes: Uint16Array.from(codes),
      scales: new Uint16Array(shape[0] * shape[1]),
      tensorScale: 1,
    });
    const value = (t: MlsTensor): number[] => [...t.codes].map((code) => (code & 3) * (code > 3 ? -0.25 : 0.25));
    const values = (result: ConvolutionResult): number[] => [...new Float32Array(result.bits.buffer)];
    const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + v * b[i], 0);
    const run = (pass: Pass, x: MlsTensor, y: MlsTensor, options: ConvolutionOptions): ConvolutionResult =>
      convolve(convolution(pass, x.shape, y.shape, options), mlsDatapath({ ...mlsDefaults(x, y), treeWidth: 4 }), x, y);
    const codes = fc.infiniteStream(fc.nat(7));
    fc.assert(
      fc.property(convolutionCases().filter((c) => c.pass === 'forward'), codes, (c, stream) => {
        const draw = (shape: Shape4): MlsTensor =>
          exactTensor(shape, Array.from({ length: shape[0] * shape[1] * shape[2] * shape[3] }, () => stream.next().value as number));
        const w = draw(c.x.shape);
        const a = draw(c.y.shape);
        const z = run('forward', w, a, c.options);
        const e = draw(z.shape);
        const inputGradient = run('input-grad', w, e, { ...c.options, inputSize: [a.shape[2], a.shape[3]] });
        const weightGradient = run('weight-grad', e, a, { ...c.options, kernelSize: [w.shape[2], w.shape[3]] });
        expect(inputGradient.shape).toEqual(a.shape);
        expect(weightGradient.shape).toEqual(w.shape);
        const energy = dot(values(z), value(e));
        expect(dot(values(inputGradient), value(a))).toBe(energy);
        expect(dot(values(weightGradient), value(w))).toBe(energy);
      }),
    );
  });

  it('keeps its bits when two groups that are neighbours in the tree trade places', () => {
    fc.assert(
      fc.property(convolutionCases(smallElementFormats).filter((c) => c.pass === 'forward' && c.options.groups === 1 && c.x.shape[1] >= 2), (c) => {
        const swap = (t: MlsTensor): MlsTensor => {
          const planeSize = t.shape[2] * t.shape[3];
          const from = (plane: number): number => (plane % t.shape[1] < 2 ? plane + 1 - 2 * (plane % t.shape[1]) : plane);
          return {
            ...t,
            codes: t.codes.map((_, i) => t.codes[from(Math.floor(i / planeSize)) * planeSize + (i % planeSize)]),
            scales: t.scales.map((_, plane) => t.scales[from(plane)]),
          };
        };
        const datapath = mlsDatapath({ ...mlsDefaults(c.x, c.y), treeWidth: 4 });
        const conv = convolution(c.pass, c.x.shape, c.y.shape, c.options);
        expect(convolve(conv, datapath, swap(c.x), swap(c.y)).bits).toEqual(convolve(conv, datapath, c.x, c.y).bits);
      }),
    );
  });

  it('gives 0x7FC00000 where an infinite S_z meets a sum of zero', () => {
    const [x, y] = [0, 1].map((): MlsTensor => ({
      element: elementFormat(2, 4),
      scaleFormat: groupScaleFormat(8, 1),
      shape: [1, 1, 1, 1],
      codes: Uint16Array.of(0),
      scales: Uint16Array.of(0),
      tensorScale: 2 ** 127,
    }));
    const result = convolve(convolution('forward', x.shape, y.shape, PLAIN_CONVOLUTION), mlsDatapath(mlsDefaults(x, y)), x, y);
    expect([...result.bits]).toEqual([0x7fc0_0000]);
  });

  it('takes planes larger than a tile, and paddings that would be larger than memory', () => {
    const one = (shape: Shape4): MlsTensor => ({
      element: elementFormat(2, 1),
      scaleFormat: groupScaleFormat(8, 1),
      shape,
      codes: new Uint16Array(shape[0] * shape[1] * shape[2] * shape[3]).map((_, i) => (i * 7) % 16),
      scales: new Uint16Array(shape[0] * shape[1]),
      tensorScale: 1,
    });
    const wide: ConvolutionCase = { pass: 'forward', options: PLAIN_CONVOLUTION, x: one([1, 1, 2, 2]), y: one([1, 1, 30, 40]) };
    const far = { ...PLAIN_CONVOLUTION, padding: [100_000, 100_000], stride: [100_000, 100_000] } as const;
    const sparse: ConvolutionCase = { pass: 'forward', options: far, x: one([1, 1, 2, 2]), y: one([1, 1, 3, 3]) };
    for (const c of [wide, sparse]) {
      const parameters = mlsDefaults(c.x, c.y);
      const conv = convolution(c.pass, c.x.shape, c.y.shape, c.options);
      expect(plain(convolve(conv, mlsDatapath(parameters), c.x, c.y))).toEqual(exactResult(c, parameters));
    }
  });
});

describe('planKernel', () => {
  const form = (width: number) => {
    const x = { element: elementFormat(2, 4), scaleFormat: groupScaleFormat(8, 1) };
    const { integerForm } = mlsDatapath({ ...mlsDefaults(x, x), accumulatorWidth: width });
    if (integerForm === undefined) throw new Error('an MLS datapath has an integer form');
    return integerForm;
  };

  it('checks each step from the width on at which operands can overflow', () => {
    // 9 x 124^2 = 138384 needs 19 bits with its sign.
    expect(planKernel(form(19), 9, 124, 124)).toBe('exact');
    expect(planKernel(form(18), 9, 124, 124)).toBe('checked');
  });

  it('leaves what a double does not hold to the reference engine', () => {
    expect(planKernel(form(64), 1, 2 ** 24, 2 ** 25)).toBe('exact');
    expect(planKernel(form(64), 2, 2 ** 24, 2 ** 25)).toBeUndefined();
    expect(planKernel(form(50), 3, 2 ** 24, 2 ** 25)).toBe('checked');
    expect(planKernel(form(51), 9, 2 ** 24, 2 ** 25)).toBeUndefined();
    expect(planKernel(form(32), 9, 2 ** 26, 2 ** 26)).toBe('checked');
    expect(planKernel(form(32), 9, 2 ** 27, 2 ** 26)).toBeUndefined();
  });

  it('goes by the magnitudes that occur', () => {
    expect(largestMagnitude(Uint16Array.of(0, 0x41, 3), form(32).xIntegers)).toBe(3);
  });
});

describe('convolution', () => {
  const W: Shape4 = [4, 2, 3, 3];
  const A: Shape4 = [2, 2, 5, 5];
  const shapes = (pass: Pass, x: Shape4, y: Shape4, options: Partial<ConvolutionOptions>) => () =>
    convolution(pass, x, y, { ...PLAIN_CONVOLUTION, ...options });

  it('derives the missing sizes where they are certain', () => {
    expect(shapes('input-grad', W, [2, 4, 3, 3], {})().outputShape).toEqual([2, 2, 5, 5]);
    expect(shapes('weight-grad', [2, 4, 3, 3], A, {})().outputShape).toEqual([4, 2, 3, 3]);
  });

  it.each([
    ['channels', shapes('forward', W, [2, 3, 5, 5], {}), 'operands: expected A to have 2 channels x 1 groups = 2, found 3'],
    ['groups', shapes('forward', W, [2, 6, 5, 5], { groups: 3 }), 'groups: expected a divisor of the 4 output channels, found 3'],
    ['a large kernel', shapes('forward', [4, 2, 7, 3], A, {}), "operands: expected a kernel within the padded input's 5 rows, found one that spans 7"],
    ['a dilated kernel', shapes('forward', W, A, { dilation: [1, 3] }), "operands: expected a kernel within the padded input's 5 columns, found one that spans 7"],
    ['E and W', shapes('input-grad', W, [2, 3, 3, 3], {}), 'operands: expected E to have 4 channels as W has, found 3'],
    ['no input size', shapes('input-grad', W, [2, 4, 3, 3], { stride: [2, 1] }), 'input size: needed for the input gradient where the stride is above 1 (--input-size h,w)'],
    ['a wrong input size', shapes('input-grad', W, [2, 4, 3, 3], { inputSize: [6, 5] }), "input size: expected one whose forward pass gives E's 3x3, found a 6x5 input and 3x3 kernel that give 4x3"],
    ['images', shapes('weight-grad', [1, 4, 3, 3], A, {}), 'operands: expected A to have 1 images as E has, found 2'],
    ['no kernel size', shapes('weight-grad', [2, 4, 3, 3], A, { dilation: [2, 2] }), 'kernel size: needed for the weight gradient where stride or dilation is above 1 (--kernel-size kh,kw)'],
    ['a wrong kernel size', shapes('weight-grad', [2, 4, 3, 3], A, { kernelSize: [3, 2] }), "kernel size: expected one whose forward pass gives E's 3x3, found a 5x5 input and 3x2 kernel that give 3x4"],
    ['a large E', shapes('weight-grad', [2, 4, 7, 7], A, {}), 'operands: expected shapes that leave a kernel of at least 1x1, found -1x-1'],
    ['a size of another pass', shapes('forward', W, A, { kernelSize: [3, 3] }), 'kernel size: only the weight-grad pass takes one'],
    ['stride 0', shapes('forward', W, A, { stride: [0, 1] }), 'stride: expected an integer from 1 to 1048576, found 0'],
    ['outputs beyond memory', shapes('forward', W, A, { padding: [2 ** 20, 2 ** 20] }), 'output: expected at most 2147483647 elements, found [2,4,2097155,2097155]'],
  ])('rejects %s', (_what, call, message) => {
    expect(call).toThrow(new RegExp(`^${message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  });
});
