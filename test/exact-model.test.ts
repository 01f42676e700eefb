/** The exact model against hand-computed cases and published known answers: what checks the simulator is itself checked. */
import { describe, expect, it } from 'vitest';
import {
  binary32Bits,
  exactAdd,
  exactConv,
  exactDequantize,
  exactMultiply,
  exactQuantize,
  exactRandom,
  flag,
  philox4x32,
  powerOfTwo,
  rational,
  roundToBinary32,
  addRational,
  type ExactOperand,
  type ExactQuantizeOptions,
  type Shape,
} from './support/exact-model.ts';

const paper: ExactQuantizeOptions = { E: 2, M: 4, Eg: 8, Mg: 1, group: 'nc', rounding: 'nearest', mantissaOverflow: 'clip' };

function quantizeRow(values: number[], options: Partial<ExactQuantizeOptions> = {}): number[] {
  return exactQuantize({ shape: [1, 1, 1, values.length], data: new Float32Array(values) }, { ...paper, ...options }).codes;
}

describe('Philox4x32-10', () => {
  const ones = 0xffffffff;
  it.each([
    { counter: [0, 0, 0, 0], key: [0, 0], answer: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
    { counter: [ones, ones, ones, ones], key: [ones, ones], answer: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd] },
    {
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      key: [0xa4093822, 0x299f31d0],
      answer: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    },
  ] as const)("gives Random123's known answer for key $key", ({ counter, key, answer }) => {
    expect(philox4x32(counter, key)).toEqual(answer);
  });

  it('numbers elements four to a block and takes the top k bits', () => {
    expect([0, 1, 2, 3].map((index) => exactRandom(0n, 0, index, 16))).toEqual([0x6627, 0xe169, 0xbc57, 0x9b00]);
    expect(exactRandom(0n, 0, 0, 1)).toBe(0);
    expect(exactRandom(0n, 0, 1, 24)).toBe(0xe169c5);
    const [, word] = philox4x32([1, 0, 1, 0], [0xfedcba98, 0x01234567]);
    expect(exactRandom(0x01234567fedcba98n, 1, 5, 20)).toBe(word >>> 12);
  });
});

describe('quantization', () => {
  it('encodes every kind of <2,4> element', () => {
    expect(quantizeRow([1, 0.5, 0.25, 0.125, 0.0625, 2 ** -7, 0, -0, -1, -0.5])).toEqual([63, 48, 32, 16, 8, 1, 0, 64, 127, 112]);
  });

  it('rounds ties to even', () => {
    expect(quantizeRow([1, 0.5 * (33 / 32), 0.5 * (35 / 32), 2.5 * 2 ** -7, 3.5 * 2 ** -7])).toEqual([63, 48, 50, 2, 4]);
  });

  it('truncates', () => {
    expect(quantizeRow([1, 0.25 * (63 / 32), 3.9 * 2 ** -7], { rounding: 'truncate' })).toEqual([63, 47, 3]);
  });

  it('clips or carries a mantissa overflow', () => {
    const values = [1, 0.25 * (63 / 32), 0.5 * (63 / 32), 15.5 * 2 ** -7];
    expect(quantizeRow(values)).toEqual([63, 47, 63, 15]);
    expect(quantizeRow(values, { mantissaOverflow: 'carry' })).toEqual([63, 48, 63, 16]);
    expect(quantizeRow([1, 31 / 32], { E: 0, mantissaOverflow: 'carry' })).toEqual([15, 15]);
  });

  it('rounds stochastically with given integers', () => {
    const random = [0, 2, 3];
    const values = [1, 16.25 / 32, 16.25 / 32];
    expect(quantizeRow(values, { rounding: 'stochastic', randomBits: 2, random })).toEqual([63, 48, 49]);
    expect(() => quantizeRow(values, { rounding: 'stochastic', randomBits: 1, random })).toThrow('random integer 1 is 2');
  });

  it('takes the smallest group scale not below the ratio', () => {
    const input = { shape: [1, 3, 1, 1] as const, data: new Float32Array([3, 1, 0]) };
    expect(exactQuantize(input, paper)).toEqual({ codes: [63, 60, 0], scales: [0, 5, 510], tensorScale: 3 });
    expect(exactQuantize(input, { ...paper, Mg: 0, Eg: 2 }).scales).toEqual([0, 1, 3]);
    expect(exactQuantize(input, { ...paper, group: 'n' }).scales).toEqual([0, 0, 0]);
  });

  it('gives an all-zero tensor the tensor scale 1', () => {
    const input = { shape: [1, 1, 1, 2] as const, data: new Float32Array([0, -0]) };
    expect(exactQuantize(input, paper)).toEqual({ codes: [0, 64], scales: [510], tensorScale: 1 });
  });

  it('refuses what is not finite', () => {
    expect(() => quantizeRow([1, NaN])).toThrow('element 1 is NaN');
  });

  it('dequantizes exactly', () => {
    const t: ExactOperand = { ...paper, shape: [1, 1, 1, 3], codes: [48, 127, 64], scales: [3], tensorScale: 3 };
    expect(exactDequantize(t)).toEqual([0.5 * 0.75 * 3, (-124 / 128) * 0.75 * 3, -0]);
  });
});

describe('binary32', () => {
  it('rounds a rational once, with tininess after rounding', () => {
    const justBelow = (exponent: number): ReturnType<typeof rational> => addRational(powerOfTwo(-126), rational(-1n, 1n << BigInt(exponent)));
    expect(roundToBinary32(rational(1, 3))).toEqual({ bits: 0x3eaaaaab, flags: flag.inexact });
    expect(roundToBinary32(powerOfTwo(-150))).toEqual({ bits: 0, flags: flag.inexact | flag.underflow });
    expect(roundToBinary32(rational(-1n, 1n << 150n))).toEqual({ bits: 0x80000000, flags: flag.inexact | flag.underflow });
    expect(roundToBinary32(rational(3n, 1n << 150n))).toEqual({ bits: 2, flags: flag.inexact | flag.underflow });
    expect(roundToBinary32(powerOfTwo(-149))).toEqual({ bits: 1, flags: 0 });
    expect(roundToBinary32(justBelow(150))).toEqual({ bits: 0x00800000, flags: flag.inexact | flag.underflow });
    expect(roundToBinary32(justBelow(151))).toEqual({ bits: 0x00800000, flags: flag.inexact });
    expect(roundToBinary32(powerOfTwo(128))).toEqual({ bits: 0x7f800000, flags: flag.inexact | flag.overflow });
    expect(roundToBinary32(rational((1n << 128n) - (1n << 103n))).bits).toBe(0x7f800000);
    expect(roundToBinary32(rational((1n << 128n) - (1n << 103n) - 1n)).bits).toBe(0x7f7fffff);
    expect(roundToBinary32(rational(0), false, 1)).toEqual({ bits: 0x80000000, flags: 0 });
  });

  it('flushes only what is subnormal after rounding', () => {
    expect(roundToBinary32(addRational(powerOfTwo(-126), rational(-1n, 1n << 150n)), true).bits).toBe(0x00800000);
    expect(roundToBinary32(addRational(powerOfTwo(-126), rational(-1n, 1n << 149n)), true).bits).toBe(0);
    expect(roundToBinary32(rational(-1n, 1n << 130n), true).bits).toBe(0x80000000);
    expect(exactAdd(0x80000001, 0x80000001, true).bits).toBe(0x80000000);
    expect(exactMultiply(0x00000001, 0x7f800000, true).bits).toBe(0x7fc00000);
  });

  it('adds and multiplies the special values', () => {
    const [infinity, one, quiet, signaling] = [0x7f800000, 0x3f800000, 0xffc00001, 0x7f800001];
    expect(exactAdd(infinity, 0xff800000)).toEqual({ bits: 0x7fc00000, flags: flag.invalid });
    expect(exactAdd(infinity, one)).toEqual({ bits: infinity, flags: 0 });
    expect(exactAdd(quiet, one)).toEqual({ bits: 0x7fc00000, flags: 0 });
    expect(exactAdd(one, signaling)).toEqual({ bits: 0x7fc00000, flags: flag.invalid });
    expect(exactAdd(0, 0x80000000).bits).toBe(0);
    expect(exactAdd(0x80000000, 0x80000000).bits).toBe(0x80000000);
    expect(exactAdd(one, 0xbf800000).bits).toBe(0);
    expect(exactMultiply(0x80000000, infinity)).toEqual({ bits: 0x7fc00000, flags: flag.invalid });
    expect(exactMultiply(0x80000000, one).bits).toBe(0x80000000);
    expect(exactMultiply(0xff800000, one).bits).toBe(0xff800000);
  });

  it("agrees with the host's binary32 arithmetic", () => {
    const words = new Uint32Array(2000);
    for (let i = 0; i < words.length; i++) words[i] = philox4x32([i, 0, 7, 0], [1, 2])[0];
    // Half of the exponents are drawn near 1, so that additions overlap.
    const patterns = Array.from(words, (w, i) => (i % 2 === 0 ? w : (w & 0x807fffff) + ((118 + (w % 20)) << 23)) >>> 0);
    const numbers = new Float32Array(new Uint32Array(patterns).buffer);
    for (let i = 0; i + 2 < patterns.length; i++) {
      const canonical = (value: number): number => (Number.isNaN(value) ? 0x7fc00000 : binary32Bits(value));
      expect(exactAdd(patterns[i], patterns[i + 2]).bits).toBe(canonical(Math.fround(numbers[i] + numbers[i + 2])));
      expect(exactMultiply(patterns[i], patterns[i + 2]).bits).toBe(canonical(Math.fround(numbers[i] * numbers[i + 2])));
    }
  });
});

describe('convolution', () => {
  /** Fixed-point elements n/16 with every scale 1, so that outputs are integers / 256. */
  function fixedPoint(shape: Shape, codes: number[], scales?: number[]): ExactOperand {
    return { E: 0, M: 4, Eg: 8, Mg: 0, shape, codes, scales: scales ?? new Array<number>(shape[0] * shape[1]).fill(0), tensorScale: 1 };
  }
  function in256ths(values: number[]): number[] {
    return values.map((value) => binary32Bits(value / 256));
  }
  const square: Shape = [1, 1, 2, 2];

  it('runs the forward pass with padding', () => {
    const result = exactConv('forward', fixedPoint(square, [1, 2, 3, 4]), fixedPoint(square, [1, 1, 1, 1]), { padding: [1, 1] });
    expect(result.shape).toEqual([1, 1, 3, 3]);
    expect(result.bits).toEqual(in256ths([4, 7, 3, 6, 10, 4, 2, 3, 1]));
    expect(result.counts).toEqual({ mul: 36, localAcc: 27, groupScale: 9, treeAdd: 9, tensorScale: 9 });
    expect(result.overflow).toEqual({ groups: 0, first: null });
  });

  it('runs the input gradient with stride 2', () => {
    const W = fixedPoint(square, [1, 2, 3, 4]);
    const result = exactConv('input-grad', W, fixedPoint(square, [1, 2, 3, 4]), { stride: [2, 2], inputSize: [4, 4], tensorScale: false });
    expect(result.shape).toEqual([1, 1, 4, 4]);
    expect(result.bits).toEqual(in256ths([1, 2, 2, 4, 3, 4, 6, 8, 3, 6, 4, 8, 9, 12, 12, 16]));
    expect(result.counts).toEqual({ mul: 64, localAcc: 48, groupScale: 16, treeAdd: 16, tensorScale: 0 });
  });

  it('runs the weight gradient', () => {
    const result = exactConv('weight-grad', fixedPoint(square, [1, 2, 3, 4]), fixedPoint([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(result.shape).toEqual([1, 1, 2, 2]);
    expect(result.bits).toEqual(in256ths([37, 47, 67, 77]));
  });

  it('runs depthwise: each output channel sees its own input channel only', () => {
    const W = fixedPoint([2, 1, 1, 1], [2, 3]);
    const A = fixedPoint([1, 2, 1, 1], [5, 7]);
    expect(exactConv('forward', W, A, { groups: 2 }).bits).toEqual(in256ths([10, 21]));
    expect(exactConv('input-grad', W, A, { groups: 2 }).bits).toEqual(in256ths([10, 21]));
    expect(exactConv('weight-grad', fixedPoint([1, 2, 1, 1], [2, 3]), A, { groups: 2 }).bits).toEqual(in256ths([10, 21]));
  });

  it('carries both formats and scales into the result', () => {
    // <2,4> code 48 is 1/2, with the <8,1> scale 3/2; <1,1> code 5 is -1/4, with the <2,0> scale 1/2.
    const W: ExactOperand = { ...paper, shape: [1, 1, 1, 1], codes: [48], scales: [1], tensorScale: 2 };
    const A: ExactOperand = { E: 1, M: 1, Eg: 2, Mg: 0, shape: [1, 1, 1, 1], codes: [5], scales: [1], tensorScale: 4 };
    expect(exactConv('forward', W, A).bits).toEqual([binary32Bits(-0.5 * 0.25 * 1.5 * 0.5 * 8)]);
    const both = { ...W, scales: [3] };
    expect(exactConv('forward', W, both).bits).toEqual([binary32Bits(0.25 * 1.5 * 0.75 * 4)]);
  });

  it('wraps and saturates a 4-bit accumulator, the load included', () => {
    const W = fixedPoint([1, 2, 1, 3], [0, 1, 0, 2, 2, 16 + 1]);
    const A = fixedPoint([1, 2, 1, 3], [0, 1, 0, 3, 3, 5]);
    // First group: 1. Second: 6, 12 (wraps to -4), then -5: -9 (wraps to 7).
    const wrapped = exactConv('forward', W, A, { accWidth: 4 });
    expect(wrapped.bits).toEqual(in256ths([8]));
    expect(wrapped.overflow).toEqual({ groups: 1, first: { output: [0, 0, 0, 0], group: 1 } });
    // Saturating: 6, 12 (7), 2.
    expect(exactConv('forward', W, A, { accWidth: 4, accOverflow: 'saturate' }).bits).toEqual(in256ths([3]));
    const load = exactConv('forward', fixedPoint([1, 1, 1, 1], [3]), fixedPoint([1, 1, 1, 1], [3]), { accWidth: 4 });
    expect(load.bits).toEqual(in256ths([-7]));
    expect(load.overflow.groups).toBe(1);
  });

  it('adds in tree order', () => {
    // Groups 1, 0, 2^-24, 2^-24 (times 2^-8): in sequence the small ones are lost one by one, in pairs they are not.
    const W = fixedPoint([1, 4, 1, 1], [1, 0, 1, 1], [0, 0, 24, 24]);
    const A = fixedPoint([1, 4, 1, 1], [1, 1, 1, 1]);
    expect(exactConv('forward', W, A, { treeWidth: 1 }).bits).toEqual([0x3b800000]);
    expect(exactConv('forward', W, A, { treeWidth: 2 }).bits).toEqual([0x3b800001]);
    expect(exactConv('forward', W, A, { treeWidth: 1024 }).counts.treeAdd).toBe(4);
  });
});
