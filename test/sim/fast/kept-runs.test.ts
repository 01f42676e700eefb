import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { convolve } from '../../../src/sim/convolve.ts';
import { fastRunOf } from '../../../src/sim/fast/kept-runs.ts';
import type { FastPlan } from '../../../src/sim/fast/plan.ts';
import { prepack } from '../../../src/sim/fast/prepack.ts';
import { coverOf } from '../../../src/sim/fast/ranges.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, layerCases, type Contents } from './layers.ts';
import { differences, expectedResult, formOf } from './oracle.ts';

const CONTENTS: Contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 };
const PLANE = 9 * 13;

/** A new layer with new operands, of whose scales some are 1.5 times a power of two. */
function layer() {
  const x = withScales(filledTensor([24, 48, 3, 3], CONTENTS, 1), 9, (plane) => 1 + (plane % 4));
  const y = filledTensor([1, 48, 9, 13], CONTENTS, 2);
  const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
  return { conv, x, y, datapath: mlsDatapath(mlsDefaults(x, y)) };
}

/** Code 2k is 2^-k, code 2k + 1 is 1.5 x 2^-k. Plane 0 is zeros: its scale, the smallest, says nothing. */
function withScales(tensor: MlsTensor, planeSize: number, scale: (plane: number) => number): MlsTensor {
  const codes = tensor.codes.map((code, i) => (i < planeSize ? 0 : code));
  return { ...tensor, codes, scales: tensor.scales.map((_, plane) => (plane === 0 ? 510 : scale(plane))) };
}

describe.each(['as it is', 'prepacked'])('the plan of a layer, X %s', (way) => {
  const setUp = () => {
    const { conv, x, y, datapath } = layer();
    const first = way === 'prepacked' ? prepack(conv, datapath, x) : x;
    const planOf = (second: MlsTensor, one: MlsTensor = first): FastPlan => {
      const run = fastRunOf(conv, formOf(datapath), one, second, 1);
      if ('refused' in run) throw new Error(run.refused);
      return run.plan;
    };
    const check = (second: MlsTensor, one: MlsTensor = first): void => {
      expect(differences(convolve(conv, datapath, one, second), expectedResult(conv, datapath, one, second))).toBe('');
    };
    const powers = withScales(y, PLANE, () => 2);
    const usual = withScales(y, PLANE, (plane) => 1 + (plane % 3));
    const far = withScales(y, PLANE, (plane) => (plane === 1 ? 2 * 61 : 3));
    return { conv, x, y, datapath, planOf, check, powers, usual, far };
  };

  it('is kept for inputs with scales as usual', () => {
    const { planOf, check, powers, usual, far } = setUp();
    const first = planOf(usual);
    expect(planOf(usual)).toBe(first);
    expect(planOf(powers)).toBe(first);
    expect(planOf(far)).not.toBe(first);
    for (const second of [usual, powers, far]) check(second);
  });

  it('is not kept from scales that are powers of two for 1.5 times one: sums have more bits then', () => {
    const { planOf, check, powers, usual } = setUp();
    const first = planOf(powers);
    expect(planOf(powers)).toBe(first);
    expect(planOf(usual)).not.toBe(first);
    planOf(powers);
    for (const second of [usual, powers]) check(second);
  });

  it('is kept for scales that are not as usual while their range is the same', () => {
    const { planOf, check, usual, far, x } = setUp();
    const first = planOf(far);
    expect(planOf({ ...far, codes: far.codes.map((code) => code ^ 1), scales: far.scales.map((code, plane) => (plane > 2 ? 2 * (plane % 3) + 2 : code)) })).not.toBe(first);
    const again = planOf(far);
    expect(planOf({ ...far, codes: far.codes.map((code, i) => (i < PLANE ? code : code ^ 1)) })).toBe(again);
    expect(planOf(usual)).not.toBe(again);
    for (const second of [far, usual]) check(second, x);
  });

  it('is another one for another datapath, or for inputs of another shape', () => {
    const { conv, x, datapath, planOf, usual } = setUp();
    const first = planOf(usual);
    const narrow = mlsDatapath({ ...mlsDefaults(x, usual), accumulatorWidth: 16 });
    const run = fastRunOf(conv, formOf(narrow), x, usual, 1);
    if ('refused' in run) throw new Error(run.refused);
    expect(run.plan).not.toBe(first);
    expect(differences(convolve(conv, narrow, x, usual), expectedResult(conv, narrow, x, usual))).toBe('');
    const two = filledTensor([2, 48, 9, 13], CONTENTS, 3);
    const wide = convolution('forward', x.shape, two.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    expect(differences(convolve(wide, datapath, x, two), expectedResult(wide, datapath, x, two))).toBe('');
  });
});

describe('the plan of a layer', () => {
  it('is kept for other weights only if their scales are as usual', () => {
    const { conv, x, y, datapath } = layer();
    const planOf = (first: MlsTensor): FastPlan => {
      const run = fastRunOf(conv, formOf(datapath), first, y, 1);
      if ('refused' in run) throw new Error(run.refused);
      return run.plan;
    };
    const first = planOf(x);
    const others = filledTensor([24, 48, 3, 3], { ...CONTENTS, extreme: true, scaleSpread: 6 }, 7);
    expect(planOf(others)).toBe(first);
    const far = withScales(x, 9, (plane) => (plane === 1 ? 2 * 61 : 3));
    expect(planOf(far)).not.toBe(first);
    for (const one of [x, others, far, x]) expect(differences(convolve(conv, datapath, one, y), expectedResult(conv, datapath, one, y))).toBe('');
  });

  it('gives the bits of all operands that it is taken for', () => {
    let kept = 0;
    // Scales near 1, and further and further from it.
    const contents = fc.record({ extreme: fc.boolean(), zeroPlanes: fc.boolean(), scaleBase: fc.constantFrom(0, 0, 20, 100), scaleSpread: fc.constantFrom(3, 12, 40, 80) });
    fc.assert(
      fc.property(layerCases, fc.array(contents, { minLength: 3, maxLength: 3 }), ({ conv, x, y, parameters }, others) => {
        const datapath = datapathOf({ conv, x, y, parameters });
        const plans = new Set<FastPlan>();
        others.forEach((other, i) => {
          const [one, second] = [x, y].map((tensor, which) => {
            const { element, scaleFormat, shape, tensorScale } = tensor;
            return filledTensor(shape, { ...other, element, tensorScale, Mg: scaleFormat.Mg === 0 ? 0 : 1 }, 2 * i + which);
          });
          const run = fastRunOf(conv, formOf(datapath), one, second, datapath.tensorScaleMultiplications);
          if (!('refused' in run)) {
            if (plans.has(run.plan)) kept++;
            plans.add(run.plan);
          }
          expect(differences(convolve(conv, datapath, one, second), expectedResult(conv, datapath, one, second))).toBe('');
        });
      }),
      { numRuns: 80 },
    );
    expect(kept).toBeGreaterThan(5);
  });

  it('is not kept from weights with scales that are powers of two for others', () => {
    const { conv, x, y, datapath } = layer();
    const powers = withScales(x, 9, () => 2);
    const planOf = (first: MlsTensor): unknown => {
      const run = fastRunOf(conv, formOf(datapath), first, y, 1);
      return 'refused' in run ? run : run.plan;
    };
    const first = planOf(powers);
    expect(planOf(x)).not.toBe(first);
    planOf(powers);
    for (const one of [powers, x]) expect(differences(convolve(conv, datapath, one, y), expectedResult(conv, datapath, one, y))).toBe('');
    expect(planOf(powers)).toBe(planOf(x));
  });
});

describe('a cover of codes', () => {
  it('is the least number of ones that no code exceeds', () => {
    const codes = fc.record({ offset: fc.nat(3), length: fc.oneof(fc.nat(40), fc.integer({ min: 16380, max: 16400 })), at: fc.nat(20000), code: fc.nat(511), bits: fc.nat(7) });
    fc.assert(
      fc.property(codes, ({ offset, length, at, code, bits }) => {
        const all = Uint16Array.from({ length: offset + length }, (_, i) => (i < offset ? 0xffff : i % 2 ** bits));
        const found = all.subarray(offset);
        if (length > 0) found[at % length] = code;
        const largest = found.reduce((most, one) => Math.max(most, one), 0);
        const expected = largest === 0 ? 0 : 2 ** (Math.floor(Math.log2(largest)) + 1) - 1;
        expect(coverOf(found, 127)).toBe(largest > 127 ? undefined : expected);
      }),
      { numRuns: 300 },
    );
  });
});
