import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/bits/steps.ts';
import { indexOf } from '../../src/bits/shape.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { quantize } from '../../src/formats/quantize.ts';
import { readFloat32 } from '../../src/io/npy.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../src/sim/convolution.ts';
import { convolve } from '../../src/sim/convolve.ts';
import { mlsDatapath } from '../../src/sim/mls-datapath.ts';
import type { ConvolutionResult } from '../../src/sim/result.ts';
import { ACCUMULATOR_OVERFLOWS, type AccumulatorFormat } from '../../src/units/local-accumulator.ts';
import { exactTiles } from '../../src/width/exact-tiles.ts';
import { measuring, tilesOf, type MeasureRequest } from '../../src/width/measure.ts';
import { NeedsTally } from '../../src/width/needs.ts';
import { convolutionCases, smallElementFormats, unitParameters, type ConvolutionCase } from '../support/arbitraries.ts';
import { exactConv, exactScale, multiplyRational, powerOfTwo, rational, roundToBinary32, binary32Number, type ExactOperand } from '../support/exact-model.ts';

const WIDTHS = Array.from({ length: 61 }, (_, i) => 4 + i);

type Unit = Omit<MeasureRequest, 'conv' | 'x' | 'y' | 'trees'>;

function request({ pass, options, x, y }: ConvolutionCase, { treeWidth, subnormals, tensorScale }: Unit, trees = false): MeasureRequest {
  return { conv: convolution(pass, x.shape, y.shape, options), x, y, treeWidth, subnormals, tensorScale, trees };
}

function run({ conv, x, y, treeWidth, subnormals, tensorScale }: MeasureRequest, { width, overflow }: AccumulatorFormat): ConvolutionResult {
  return convolve(conv, mlsDatapath({ x, y, treeWidth, subnormals, tensorScale, accumulatorWidth: width, accumulatorOverflow: overflow }), x, y);
}

const exactOperand = ({ element, scaleFormat, ...rest }: MlsTensor): ExactOperand => ({ E: element.E, M: element.M, Eg: scaleFormat.Eg, Mg: scaleFormat.Mg, ...rest });

describe('predicted overflows', () => {
  it.each([
    ['any formats', convolutionCases(), 60],
    ['small formats', convolutionCases(smallElementFormats), 60],
  ])("equal the engine's counters for every width from 4 to 64, in both modes: %s", (_what, cases, numRuns) => {
    let overflowing = 0;
    fc.assert(
      fc.property(cases, unitParameters, (c, unit) => {
        const asked = request(c, unit);
        const { needs, shape } = finish(measuring(asked));
        expect(needs.overflow.map(({ width }) => width)).toEqual(WIDTHS);
        for (const { width, groups, first } of needs.overflow) {
          const predicted = { groups, first: first === null ? null : { output: indexOf(shape, first.output), group: first.group } };
          for (const overflow of ACCUMULATOR_OVERFLOWS) expect(run(asked, { width, overflow }).overflow).toEqual(predicted);
          if (groups > 0) overflowing++;
        }
      }),
      { numRuns },
    );
    expect(overflowing).toBeGreaterThan(100);
  });

  it('equal those of the exact model', () => {
    fc.assert(
      fc.property(convolutionCases(), unitParameters, fc.integer({ min: 4, max: 64 }), (c, unit, near) => {
        const { needs, shape } = finish(measuring(request(c, unit)));
        for (const accWidth of new Set([near, Math.min(64, Math.max(4, needs.width)), Math.min(64, Math.max(4, needs.width - 1))])) {
          for (const accOverflow of ACCUMULATOR_OVERFLOWS) {
            const { overflow } = exactConv(c.pass, exactOperand(c.x), exactOperand(c.y), { ...c.options, accWidth, accOverflow });
            const { groups, first } = needs.overflow[accWidth - 4];
            expect(overflow).toEqual({ groups, first: first === null ? null : { output: indexOf(shape, first.output), group: first.group } });
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are the same from doubles and from BigInts', () => {
    let doubles = 0;
    fc.assert(
      fc.property(convolutionCases(), unitParameters, (c, unit) => {
        const asked = request(c, unit);
        const tally = new NeedsTally();
        const { conv, x, y, ...rest } = asked;
        for (const tile of exactTiles(conv, mlsDatapath({ x, y, ...rest, accumulatorWidth: 64, accumulatorOverflow: 'wrap' }), x, y)) tally.add(tile);
        expect(finish(measuring(asked)).needs).toEqual(tally.report());
        for (const tile of tilesOf(asked)) if (tile.constructor.name === 'DoubleTile') doubles++;
      }),
    );
    expect(doubles).toBeGreaterThan(100);
  });
});

describe('the effects of narrow accumulators', () => {
  const isNaNPattern = (bits: number): boolean => (bits & 0x7fff_ffff) > 0x7f80_0000;

  it('are those of the outputs that the engine gives', () => {
    let changedOutputs = 0;
    fc.assert(
      fc.property(convolutionCases(), unitParameters, (c, unit) => {
        const asked = request(c, unit);
        const { effects, needs, known, worst } = finish(measuring(asked));
        expect(needs.width).toBeLessThanOrEqual(known.width);
        expect(known.width).toBeLessThanOrEqual(worst.layerWidth);
        // A wide accumulator is one of the unit's where 64 bits are enough.
        if (needs.width > 64) return;
        const wide = run(asked, { width: 64, overflow: 'wrap' });
        for (const { width, overflow, changed, share, sqnr } of effects) {
          const found = run(asked, { width, overflow });
          const differing = [...wide.bits].filter((bits, i) => bits !== found.bits[i] && !(isNaNPattern(bits) && isNaNPattern(found.bits[i]))).length;
          changedOutputs += differing;
          expect(changed).toBe(differing);
          expect(share).toBe(differing / wide.bits.length);
          const [a, b] = [new Float32Array(wide.bits.buffer), new Float32Array(found.bits.buffer)];
          if (![...a, ...b].every(Number.isFinite)) continue;
          const signal = a.reduce((sum, value) => sum + value ** 2, 0);
          const noise = a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);
          if (noise === 0) expect(sqnr).toBeNull();
          else expect(sqnr).toBeCloseTo(10 * Math.log10(signal / noise), 9);
        }
        expect(effects.map(({ width }) => width)).toEqual(WIDTHS.filter((width) => width < needs.width).flatMap((width) => [width, width]));
      }),
      { numRuns: 60 },
    );
    expect(changedOutputs).toBeGreaterThan(1000);
  });
});

describe('the scaler on data', () => {
  it('keeps what the exact model keeps', () => {
    const kept = { exact: 0, rounded: 0 };
    fc.assert(
      fc.property(convolutionCases(), unitParameters, (c, unit) => {
        const asked = request(c, unit);
        const { scaler, needs } = finish(measuring(asked));
        expect(scaler.groups).toBe(needs.groups);
        expect(scaler.exact + scaler.rounded).toBe(scaler.groups);
        kept.exact += scaler.exact;
        kept.rounded += scaler.rounded;
        // One product at a time, so that a group's sum is known: the 1x1 case of one channel.
        const { x, y } = c;
        const single = (t: MlsTensor): MlsTensor => ({ ...t, shape: [1, 1, 1, 1], codes: t.codes.slice(0, 1), scales: t.scales.slice(0, 1) });
        const [a, b] = [single(x), single(y)];
        const one = finish(measuring({ ...asked, conv: convolution('forward', a.shape, b.shape, PLAIN_CONVOLUTION), x: a, y: b }));
        const integer = (t: MlsTensor): bigint => exactSigned(t.codes[0], exactOperand(t));
        const sum = integer(a) * integer(b);
        const scales = multiplyRational(exactScale(a.scales[0], exactOperand(a)), exactScale(b.scales[0], exactOperand(b)));
        const value = multiplyRational(multiplyRational(rational(sum), powerOfTwo(a.element.lsb + b.element.lsb)), scales);
        const { bits } = roundToBinary32(value, unit.subnormals.flushToZero);
        const back = exactRational(binary32Number(bits));
        expect(one.scaler.exact).toBe(back.num * value.den === value.num * back.den ? 1 : 0);
      }),
    );
    expect(Math.min(kept.exact, kept.rounded)).toBeGreaterThan(100);
  });
});

describe('real data', () => {
  it('agree with the engine at every width that some group overflows', () => {
    const load = (name: string, element: [number, number]): MlsTensor => {
      const { shape, data } = readFloat32(new URL(`../../vectors/real/${name}.npy`, import.meta.url).pathname);
      return quantize(name, data, [shape[0], shape[1], shape[2], shape[3]], {
        element: elementFormat(...element),
        scaleFormat: groupScaleFormat(8, 1),
        grouping: 'nc',
        rounding: 'nearest',
        mantissaOverflow: 'clip',
        randomBits: 16,
        random: { seed: 0n, stream: 0 },
      });
    };
    const [w, a] = [load('depthwise.weights', [2, 4]), load('depthwise.activations', [2, 1])];
    const conv = convolution('forward', w.shape, a.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1], groups: w.shape[0] });
    const asked: MeasureRequest = { conv, x: w, y: a, treeWidth: 16, subnormals: { flushToZero: false }, tensorScale: true, trees: true };
    const { needs, effects, trees } = finish(measuring(asked));
    expect(needs.width).toBeGreaterThan(8);
    for (let width = 4; width <= needs.width; width++) {
      for (const overflow of ACCUMULATOR_OVERFLOWS) expect(run(asked, { width, overflow }).overflow.groups).toBe(needs.overflow[width - 4].groups);
    }
    // One bit too narrow is a small harm when it saturates, and a large one when it wraps.
    const [wraps, saturates] = effects.slice(-2);
    expect([wraps.overflow, saturates.overflow, wraps.width]).toEqual(['wrap', 'saturate', needs.width - 1]);
    expect(saturates.sqnr).toBeGreaterThan((wraps.sqnr ?? Infinity) + 6);
    // A depthwise convolution has one group: nothing is added.
    expect(trees?.every(({ largest, depth }) => largest === 0 && depth === 0)).toBe(true);
  });
});

/** A code as a signed integer, by its definition. */
function exactSigned(code: number, { E, M }: ExactOperand): bigint {
  const man = code % 2 ** M;
  const exp = Math.floor(code / 2 ** M) % 2 ** E;
  const magnitude = exp === 0 ? BigInt(man) : BigInt(2 ** M + man) << BigInt(exp - 1);
  return code >= 2 ** (E + M) ? -magnitude : magnitude;
}

/** A double as a quotient. */
function exactRational(value: number): { num: bigint; den: bigint } {
  return { num: BigInt(value * 2 ** 149), den: 2n ** 149n };
}
