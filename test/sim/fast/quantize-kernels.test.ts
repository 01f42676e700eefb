import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../../src/bits/philox.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { elementQuantizer } from '../../../src/formats/element-quantizer.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import { quantizeGroupScale } from '../../../src/formats/group-scale-quantizer.ts';
import { quantizationKernels, quantizeInMemory } from '../../../src/sim/fast/quantize-kernels.ts';
import { scaleFormats } from '../../support/arbitraries.ts';

const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true });
const kernels = quantizationKernels(memory);

describe('philoxWords', () => {
  const OUT = 4096;

  it('gives the known answer of Random123 for counter 0 and key 0', () => {
    kernels.philoxWords(OUT, 0, 1, 0, 0, 0);
    expect([...new Uint32Array(memory.buffer, OUT, 4)]).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
  });

  it('equals philox4x32 for every key, stream and block, and writes up to seven blocks more', () => {
    const word = fc.oneof(fc.integer({ min: 0, max: 0xffff_ffff }), fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff));
    const firsts = fc.oneof(fc.integer({ min: 0, max: 0xffff_ffff - 40 }), fc.constant(0xffff_ffff - 40), fc.nat(8));
    fc.assert(
      fc.property(word, word, word, firsts, fc.integer({ min: 1, max: 33 }), (low, high, stream, first, blocks) => {
        const written = Math.ceil(blocks / 8) * 8;
        const found = new Uint32Array(memory.buffer, OUT, 4 * written + 4);
        found.fill(0x5555_5555);
        kernels.philoxWords(OUT, first, blocks, low, high, stream);
        const expected = new Uint32Array(4 * written + 4).fill(0x5555_5555);
        for (let i = 0; i < written; i++) philox4x32([first + i, 0, stream, 0], [low, high], expected.subarray(4 * i));
        expect([...found.subarray(0, 4 * blocks)]).toEqual([...expected.subarray(0, 4 * blocks)]);
        expect(found[4 * written]).toBe(0x5555_5555);
      }),
      { numRuns: 500 },
    );
  });
});

describe('groupScales', () => {
  it('equals quantizeGroupScale for all maxima and formats', () => {
    const significands = fc.oneof(fc.nat(0x7f_ffff), fc.constantFrom(0, 1, 0x40_0000, 0x3f_ffff, 0x40_0001, 0x7f_ffff));
    const patterns = fc.oneof(
      fc.tuple(fc.nat(254), significands).map(([exponent, significand]) => exponent * 2 ** 23 + significand),
      fc.constantFrom(0, 1, 2, 3, 0x7f_ffff, 0x80_0000, 0x7f7f_ffff),
    );
    fc.assert(
      fc.property(scaleFormats, fc.array(patterns, { minLength: 1, maxLength: 9 }), (format, maxima) => {
        const tensorMax = Math.max(1, ...maxima);
        new Uint32Array(memory.buffer, 4096).set(maxima);
        kernels.groupScales(4096, maxima.length, tensorMax, format.maxExp, format.Mg, 8192);
        const expected = maxima.map((max) => quantizeGroupScale(format, max, tensorMax));
        expect([...new Uint16Array(memory.buffer, 8192, maxima.length)]).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('quantizeInMemory', () => {
  it('reads and writes just its range, at any addresses', () => {
    const element = elementFormat(2, 4);
    const scaleFormat = groupScaleFormat(8, 1);
    const tensorScaleBits = 0x3f80_0000;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), fc.nat(7), fc.nat(7), (planes, planeSize, dataOffset, codesOffset) => {
        const count = planes * planeSize;
        const at = { planes, planeSize, data: 4096 + 4 * dataOffset, words: 20000, codes: 30000 + 2 * codesOffset, scales: 40000 };
        const data = Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.618) / 2);
        new Float32Array(memory.buffer, 4096, 1024).fill(NaN);
        new Float32Array(memory.buffer, at.data, count).set(data);
        new Uint16Array(memory.buffer, at.scales, planes).set([0, 3, 2, 3, 0].slice(0, planes));
        const around = new Uint16Array(memory.buffer, 30000 - 64, 32 + codesOffset + count + 32).fill(0x5555);
        const rounding = { rounding: 'nearest', mantissaOverflow: 'clip', randomBits: 16 } as const;
        quantizeInMemory(kernels, { ...rounding, element, scaleFormat, tensorScaleBits }, at);

        const bits = new Uint32Array(data.buffer);
        const expected = around.map(() => 0x5555);
        for (let i = 0; i < count; i++) {
          const scale = [0, 3, 2, 3, 0][Math.floor(i / planeSize)];
          expected[32 + codesOffset + i] = elementQuantizer(element, scaleFormat, scale, tensorScaleBits, rounding)(bits[i], 0);
        }
        expect([...around]).toEqual([...expected]);
      }),
    );
  });
});
