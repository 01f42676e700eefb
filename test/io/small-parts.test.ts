import { crc32 as platformCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../src/io/crc32.ts';
import { float16Value } from '../../src/bits/half.ts';
import { indicesAt } from '../../src/io/row-major.ts';

describe('crc32', () => {
  it('of the standard check string, with and without the platform', () => {
    const bytes = Buffer.from('123456789');
    expect(crc32(bytes)).toBe(0xcbf43926);
    expect(crc32ByTable(bytes)).toBe(0xcbf43926);
    expect(crc32ByTable(new Uint8Array(0))).toBe(0);
  });

  it.skipIf((platformCrc32 as unknown) === undefined)('agrees with zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(crc32ByTable(bytes)).toBe(platformCrc32(bytes));
      }),
    );
  });
});

describe('float16Value', () => {
  it('of every pattern: monotone from zero, symmetric, exact in binary32', () => {
    expect([0, 1, 0x3ff, 0x400, 0x3c00, 0x3555, 0x7bff].map(float16Value)).toEqual([0, 2 ** -24, 1023 * 2 ** -24, 2 ** -14, 1, 1365 * 2 ** -12, 65504]);
    const patterns = Array.from({ length: 0x7c00 }, (_, bits) => bits);
    const wrong = patterns.filter((bits) => {
      const value = float16Value(bits);
      return !(value < float16Value(bits + 1)) || !Object.is(float16Value(bits | 0x8000), -value) || Math.fround(value) !== value;
    });
    expect(wrong).toEqual([]);
    expect([0x7c00, 0xfc00, 0x7c01, 0xffff].map(float16Value)).toEqual([Infinity, -Infinity, NaN, NaN]);
  });
});

describe('indicesAt', () => {
  it('in both orders', () => {
    expect(indicesAt(0, [2, 3, 4], false)).toBe('[0,0,0]');
    expect(indicesAt(23, [2, 3, 4], false)).toBe('[1,2,3]');
    expect(indicesAt(5, [2, 3, 4], false)).toBe('[0,1,1]');
    expect(indicesAt(5, [2, 3, 4], true)).toBe('[1,2,0]');
    expect(indicesAt(0, [], false)).toBe('[]');
  });
});
