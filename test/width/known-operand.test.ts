import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementCount } from '../../src/bits/shape.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../src/sim/convolution.ts';
import { convolve } from '../../src/sim/convolve.ts';
import { mlsDatapath, mlsDefaults } from '../../src/sim/mls-datapath.ts';
import { knownOperandBounds } from '../../src/width/known-operand.ts';
import { convolutionCases } from '../support/arbitraries.ts';

describe('the bounds of a known operand', () => {
  it('are reached by an operand with its signs, and never passed', () => {
    let reached = 0;
    fc.assert(
      fc.property(convolutionCases(), ({ pass, options, x, y }) => {
        const conv = convolution(pass, x.shape, y.shape, options);
        const { width, largestSum, groups, widths } = knownOperandBounds(conv, x, y.element.maxMagnitude);
        expect(groups).toHaveLength(x.shape[0] * x.shape[1]);
        expect(groups.reduce((most, one) => (one > most ? one : most), 0n)).toBe(largestSum);
        expect(widths.reduce((sum, [, count]) => sum + count, 0)).toBe(groups.length);
        // The signs of X taken away stand for a Y with the same signs: every product is as large as it can be, and none cancels another.
        const aligned: MlsTensor = { ...x, codes: x.codes.map((code) => code & x.element.maxMagnitudeCode) };
        const largest: MlsTensor = { ...y, codes: new Uint16Array(elementCount(y.shape)).fill(y.element.maxMagnitudeCode) };
        const overflows = (a: MlsTensor, b: MlsTensor, accumulatorWidth: number): number =>
          convolve(conv, mlsDatapath({ ...mlsDefaults(a, b), accumulatorWidth }), a, b).overflow.groups;
        if (width <= 64) {
          expect(overflows(aligned, largest, Math.max(4, width))).toBe(0);
          expect(overflows(x, y, Math.max(4, width))).toBe(0);
        }
        if (width > 4 && width <= 65) {
          expect(overflows(aligned, largest, width - 1)).toBeGreaterThan(0);
          reached++;
        }
      }),
    );
    expect(reached).toBeGreaterThan(80);
  });

  it('are sum |w| x max |a| where every tap meets an element', () => {
    // <2,4>: codes 63, 48, 1 and their negatives are 124, 64 and 1.
    const element = elementFormat(2, 4);
    const w: MlsTensor = { element, scaleFormat: groupScaleFormat(8, 1), shape: [1, 2, 1, 3], codes: Uint16Array.of(63, 64 + 48, 1, 0, 64, 64 + 1), scales: Uint16Array.of(0, 0), tensorScale: 1 };
    const conv = convolution('forward', w.shape, [1, 2, 1, 3], PLAIN_CONVOLUTION);
    expect(knownOperandBounds(conv, w, 12)).toEqual({ groups: [189n * 12n, 12n], largestSum: 2268n, width: 13, widths: [[5, 1], [13, 1]] });
  });
});
