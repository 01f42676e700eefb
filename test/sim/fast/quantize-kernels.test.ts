import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../../src/bits/philox.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { elementQuantizer } from '../../../src/formats/element-quantizer.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import { quantizeGroupScale } from '../../../src/formats/group-scale-quantizer.ts';
import { FIRST_ADDRESS, quantizationKernels, ROOM_ELEMENTS, setQuantization, SPARE_ELEMENTS } from '../../../src/sim/fast/quantize-kernels.ts';
import { scaleFormats } from '../../support/arbitraries.ts';

const kernels = quantizationKernels(0x2_0000);
const { memory } = kernels;

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

describe('planeMaxima', () => {
  it('finds the largest magnitude of each plane and of all, and reads nothing else', () => {
    const DATA = 8192;
    const OUT = 65536;
    const magnitudes = fc.oneof(fc.nat(0x7f80_0000), fc.constantFrom(0, 1, 0x7f80_0000, 0x7fff_ffff), fc.nat(9));
    const values = fc.tuple(magnitudes, fc.boolean()).map(([magnitude, negative]) => (negative ? magnitude + 2 ** 31 : magnitude));
    const planes = fc.integer({ min: 1, max: 40 }).chain((planeSize) => fc.array(fc.array(values, { minLength: planeSize, maxLength: planeSize }), { minLength: 1, maxLength: 9 }));
    fc.assert(
      fc.property(planes, fc.nat(3), (data, offset) => {
        const at = DATA + 4 * offset;
        const flat = data.flat();
        new Uint32Array(memory.buffer, DATA - 64, flat.length + 64).fill(0x7fff_ffff);
        new Uint32Array(memory.buffer, at, flat.length).set(flat);
        const found = new Uint32Array(memory.buffer, OUT, data.length + 1).fill(0x5555_5555);
        const expected = data.map((plane) => Math.max(...plane.map((bits) => bits % 2 ** 31)));
        expect(kernels.planeMaxima(at, data.length, data[0].length, OUT)).toBe(Math.max(...expected));
        expect([...found]).toEqual([...expected, 0x5555_5555]);
      }),
      { numRuns: 1000 },
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

describe('quantize', () => {
  const ROOM = FIRST_ADDRESS;
  const DATA = 16384;
  const CODES = 65536;
  const SCALES = 98304;
  const BEFORE = 32;
  const SCALE_CODES = [0, 3, 2, 511, 0];

  it('reads just its range, at any addresses, and writes a few codes behind it', () => {
    const element = elementFormat(2, 4);
    const scaleFormat = groupScaleFormat(8, 1);
    const tensorScaleBits = 0x3f80_0000;
    const planeSizes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 250, max: 300 }), fc.constant(1100));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), planeSizes, fc.nat(7), fc.nat(7), (planes, planeSize, dataOffset, codesOffset) => {
        const count = planes * planeSize;
        const data = Float32Array.from({ length: count }, (_, i) => (Math.floor(i / planeSize) === 3 ? i % 2 : Math.sin(i * 1.618) / 2) * 2 ** -(Math.floor(i / planeSize) === 3 ? 254.5 : 0));
        const at = DATA + 4 * dataOffset;
        new Float32Array(memory.buffer, DATA, 8192).fill(NaN);
        new Float32Array(memory.buffer, at, count).set(data);
        new Uint16Array(memory.buffer, SCALES, planes).set(SCALE_CODES.slice(0, planes));
        const codesAt = CODES + 2 * (BEFORE + codesOffset);
        const around = new Uint16Array(memory.buffer, CODES, BEFORE + codesOffset + count + SPARE_ELEMENTS + 8).fill(0x5555);
        const rounding = { rounding: 'nearest', mantissaOverflow: 'clip', randomBits: 16 } as const;
        setQuantization(kernels, { ...rounding, element, scaleFormat, tensorScaleBits });
        kernels.setSlice(at, codesAt, SCALES, ROOM);
        kernels.quantize(planes, planeSize, 0);

        const bits = new Uint32Array(data.buffer);
        const expected = around.map(() => 0x5555);
        for (let i = 0; i < count; i++) {
          const scale = SCALE_CODES[Math.floor(i / planeSize)];
          expected[BEFORE + codesOffset + i] = elementQuantizer(element, scaleFormat, scale, tensorScaleBits, rounding)(bits[i], 0);
        }
        const behind = BEFORE + codesOffset + count;
        expect([...around.subarray(0, behind)]).toEqual([...expected.subarray(0, behind)]);
        expect([...around.subarray(behind + SPARE_ELEMENTS)]).toEqual([...expected.subarray(behind + SPARE_ELEMENTS)]);
      }),
      { numRuns: 300 },
    );
  });

  it('has room for a block that begins and ends within planes', () => {
    // What is beside the room stays, whatever the sizes of planes are.
    const room = 4 * ROOM_ELEMENTS;
    const element = elementFormat(2, 4);
    setQuantization(kernels, { element, scaleFormat: groupScaleFormat(8, 1), tensorScaleBits: 0x3f80_0000, rounding: 'stochastic', mantissaOverflow: 'clip', randomBits: 16 });
    kernels.setSlice(DATA + 4096, CODES, SCALES, ROOM);
    for (const planeSize of [1, 2, 3, 49, 254, 255, 256, 257]) {
      for (const offset of [0, 1, 3]) {
        const rooms = new Uint8Array(memory.buffer, ROOM, 2 * room + 64).fill(0x55);
        const planes = Math.floor(4000 / planeSize);
        new Uint16Array(memory.buffer, SCALES, planes).fill(0);
        kernels.quantizePhilox(planes, planeSize, ROOM + room, 5, offset, 1, 2, 0);
        expect([...rooms.subarray(2 * room)]).toEqual(new Array(64).fill(0x55));
        expect(rooms.subarray(0, 4)).toEqual(new Uint8Array(4).fill(0x55));
      }
    }
  });
});
