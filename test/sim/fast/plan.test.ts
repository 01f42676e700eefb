import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import type { MatrixForm } from '../../../src/sim/fast/matrix-form.ts';
import { planFast, type FastPlan, type OperandRanges } from '../../../src/sim/fast/plan.ts';
import { mlsDatapath, mlsDefaults, type MlsParameters } from '../../../src/sim/mls-datapath.ts';
import { formOf } from './oracle.ts';

const FORM: MatrixForm = {
  jobs: 1,
  rows: 64,
  columns: 3136,
  positions: 3136,
  groups: 64,
  taps: 9,
  x: { ofChannelGroup: 0, ofRow: 64, ofGroup: 1 },
  y: { ofImage: 64, ofChannelGroup: 0, ofGroup: 1, ofPlane: 0 },
  out: { ofImage: 0, ofChannelGroup: 0, ofRow: 3136 },
  channelGroups: 1,
};
const RANGES: OperandRanges = { xMax: 124, yMax: 124, xPlaneSum: 9 * 124, xFactors: [2 ** -7, 1.5 * 2 ** -9], yFactors: [2 ** -7, 1.5 * 2 ** -12], decodes: true, xMultipliers: [], yMultipliers: [] };
const format = { element: elementFormat(2, 4), scaleFormat: groupScaleFormat(8, 1) };

function plan(form: Partial<MatrixForm> = {}, ranges: Partial<OperandRanges> = {}, parameters: Partial<MlsParameters> = {}): FastPlan | { readonly refused: string } {
  return planFast({ ...FORM, ...form }, formOf(mlsDatapath({ ...mlsDefaults(format, format), ...parameters })), { ...RANGES, ...ranges });
}

const FUSED = { sums: 'exact', terms: 'exact', fused: true, single: false, flush: false, lanes: 4 };

describe('the planner', () => {
  it('takes one kernel for chunks of 16 where sums are exact in binary32, and says why', () => {
    expect(plan()).toMatchObject(FUSED);
    expect(plan()).toMatchObject({
      reasons: [
        "sums of 9 products reach at most 138384, within the accumulator's 32 bits: no check",
        'scaled sums have at most 21 bits and multiples of 2^-23 only: exact in binary32, never subnormal',
        'chunks of 16 groups in one kernel',
      ],
    });
  });

  it.each([
    ['sums x 9 at 2^24: exact', { taps: 121 }, { xPlaneSum: 121 * 124 }, {}, { terms: 'exact', fused: true }],
    ['sums x 9 above 2^24: binary64', { taps: 122 }, { xPlaneSum: 122 * 124 }, {}, { terms: 'binary64', fused: false }],
    ['the same without factors of 1.5: exact', { taps: 122 }, { xPlaneSum: 122 * 124, xFactors: [1], yFactors: [1] }, {}, { terms: 'exact', fused: true }],
    ['a plane that sums to less than its taps could: exact', { taps: 122 }, { xPlaneSum: 100 }, {}, { terms: 'exact', fused: true }],
    ['multiples of 2^-126: exact', {}, { xFactors: [2 ** -63], yFactors: [2 ** -63] }, {}, { terms: 'exact' }],
    ['multiples of 2^-127: scaled', {}, { xFactors: [2 ** -63], yFactors: [2 ** -64] }, {}, { terms: 'scaled', fused: true, flush: false }],
    ['multiples of 2^-127 with 1.5 x 2^-126: scaled', {}, { xFactors: [2 ** -63], yFactors: [1.5 * 2 ** -63] }, {}, { terms: 'scaled' }],
    ['subnormal terms that are flushed: binary64', {}, { xFactors: [2 ** -63], yFactors: [2 ** -64] }, { subnormals: { flushToZero: true } }, { terms: 'binary64', flush: true }],
    ['flush to zero where nothing is subnormal: exact', {}, {}, { subnormals: { flushToZero: true } }, { terms: 'exact', flush: false }],
    ['a sum of 2^17 at most: 19 bits suffice', {}, {}, { accumulatorWidth: 19 }, { sums: 'exact' }],
    ['one bit less: checked', {}, {}, { accumulatorWidth: 18 }, { sums: 'checked', terms: 'binary64', fused: false }],
    ['a wider accumulator than a lane: exact where sums fit the lane', {}, {}, { accumulatorWidth: 64 }, { sums: 'exact', fused: true }],
    ['a tree of 8: not fused, but exact terms', {}, {}, { treeWidth: 8 }, { fused: false, terms: 'exact' }],
    ['3 groups: fused, not folded', { groups: 3 }, { xMultipliers: [1], yMultipliers: [1] }, {}, { fused: true, folding: 'none', terms: 'exact' }],
    ['3 groups of one tap: not as single products', { groups: 3, taps: 1 }, { xPlaneSum: 124 }, {}, { fused: true, single: false }],
    ['12 groups fill 16 lanes well enough', { groups: 12 }, { xMultipliers: [1], yMultipliers: [1] }, {}, { folding: 'direct' }],
    ['lines of seven taps on few channels: two outputs at once', { groups: 3, taps: 49, lines: 7 }, { xPlaneSum: 49 * 124 }, {}, { fused: true, lines: 7, folding: 'none', terms: 'exact' }],
    ['the same rather than folding', { groups: 12, taps: 49, lines: 7 }, { xPlaneSum: 49 * 124, xMultipliers: [1], yMultipliers: [1] }, {}, { lines: 7, folding: 'none' }],
    ['on 16 channels: not', { groups: 16, taps: 49, lines: 7 }, { xPlaneSum: 49 * 124 }, {}, { lines: 0 }],
    ['sums of three elements at 16 bits: still', { groups: 3, taps: 49, lines: 7 }, { xMax: 10922, yMax: 2, xPlaneSum: 20000 }, {}, { lines: 7 }],
    ['above: not', { groups: 3, taps: 49, lines: 7 }, { xMax: 10923, yMax: 2, xPlaneSum: 20000 }, {}, { fused: true, lines: 0 }],
    ['sums of two of Y above: not', { groups: 3, taps: 49, lines: 7 }, { xMax: 2, yMax: 16384, xPlaneSum: 40 }, {}, { fused: true, lines: 0 }],
    ['lines with terms that may be subnormal: not', { groups: 3, taps: 49, lines: 7 }, { xPlaneSum: 49 * 124, xFactors: [2 ** -63], yFactors: [2 ** -64] }, {}, { terms: 'scaled', lines: 0 }],
    ['lines with a factor that is subnormal: not', { groups: 3, taps: 49, lines: 7 }, { xPlaneSum: 49 * 124, xFactors: [2 ** -130], yFactors: [2 ** 20] }, {}, { terms: 'exact', lines: 0 }],
    ['one row: one lane', { rows: 1 }, {}, {}, { lanes: 1, fused: false }],
    ['one tap: single products', { taps: 1 }, { xPlaneSum: 124 }, {}, { single: true, fused: true }],
    ['one tap with a factor that is subnormal in binary32: none', { taps: 1 }, { xPlaneSum: 124, xFactors: [2 ** -130], yFactors: [2 ** 20] }, {}, { single: false, terms: 'exact' }],
    ['factors of its own for each column: binary64', { y: { ...FORM.y, ofPlane: 1 } }, {}, {}, { terms: 'binary64', fused: false }],
  ])('%s', (_what, form, ranges, parameters, expected) => {
    expect(plan(form, ranges, parameters)).toMatchObject(expected);
  });

  const near = { xMultipliers: [1, 3, 4, 16], yMultipliers: [2, 6] };
  const window = { taps: 'forwards', squares: 784 } as const;

  it.each([
    ["3x3 taps side by side: Winograd's", { window }, near, { folding: 'winograd', limits: { x: 29, y: 66 } }],
    ['taps that are not: one product for a tap', {}, near, { folding: 'direct', limits: { x: 264, y: 264 } }],
    ['squares that are cut off too much: one product for a tap', { columns: 1, positions: 1, window: { taps: 'forwards', squares: 1 } as const }, near, { folding: 'direct' }],
    ['pairs of which too many lie apart: none', { window }, { ...near, xMultipliers: [1, 512] }, { folding: 'none' }],
    ['a few that lie apart in Y', { window }, { ...near, yMultipliers: [1, 1, 1, 192] }, { folding: 'winograd' }],
    ['a few that lie apart in X, but of four rows', { window }, { ...near, xMultipliers: [1, 1, 512] }, { folding: 'none' }],
    ['larger than the limit of the one, not of the other', { window }, { ...near, xMultipliers: [96] }, { folding: 'direct' }],
    ['an even number of taps, nothing to save but terms: none where a few lie apart', { taps: 64 }, { ...near, xPlaneSum: 64 * 124, xMultipliers: [...Array.from({ length: 99 }, () => 1), 2 ** 20] }, { folding: 'none' }],
    ['codes that SIMD instructions do not decode: none', { window }, { ...near, decodes: false }, { folding: 'none' }],
    ['elements too large for any: none', { window, taps: 9 }, { ...near, xMax: 2 ** 15 - 1, yMax: 1, xPlaneSum: 9 * (2 ** 15 - 1) }, { folding: 'none' }],
    ['terms that may be subnormal: none', { window }, { ...near, xFactors: [2 ** -63], yFactors: [2 ** -64] }, { folding: 'none', terms: 'scaled' }],
    ['no pairs: none', { window }, {}, { folding: 'none' }],
    ['more taps than the scratch has: none', { taps: 5000 }, { ...near, xMax: 1, yMax: 1, xPlaneSum: 5000 }, { folding: 'none', fused: true }],
  ])('folds %s', (_what, form, ranges, expected) => {
    expect(plan(form, ranges)).toMatchObject(expected);
  });

  it('says how many pairs it folds', () => {
    const found = plan({ window }, { ...near, yMultipliers: [1, 1, 1, 192] });
    expect('refused' in found ? [] : found.reasons.slice(-1)).toEqual(["pairs of groups as one sum where their scales are near (about 75 %), four or eight where all but the last addition is exact; 3x3 taps by Winograd's F(2x2, 3x3)"]);
  });

  it.each([
    ['integers of 16 bits', {}, { xMax: 2 ** 15 }, {}, "element integers up to 32768 don't fit 16 bits"],
    ['sums beyond a lane in a wider accumulator', { taps: 2 ** 18 }, { xPlaneSum: 2 ** 18 * 124 }, { accumulatorWidth: 33 }, 'sums up to 4030726144 may leave the 32 bits of a lane, and the accumulator has 33'],
    ['factors near the end of binary32', {}, { xFactors: [2 ** 110] }, {}, "sums of terms up to 2^129 come near the end of binary32's range"],
    ['scaled terms near the end of binary32', {}, { xFactors: [2 ** 10, 2 ** -120] }, {}, "sums of terms up to 2^29 come near the end of binary32's range"],
  ])('refuses %s', (_what, form, ranges, parameters, refused) => {
    expect(plan(form, ranges, parameters)).toEqual({ refused });
  });
});
