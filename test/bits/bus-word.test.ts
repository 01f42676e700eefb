import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busWordFromBytes, busWordFromHex, busWordToBytes, busWordToHex, MAX_BUS_BITS } from '../../src/bits/bus-word.ts';
import { InputError } from '../../src/bits/check.ts';

describe('bus words', () => {
  it('writes the most significant byte first', () => {
    expect([...busWordToBytes(0x01_0203n, 24)]).toEqual([1, 2, 3]);
    expect([...busWordToBytes(1n, 17)]).toEqual([0, 0, 1]);
    expect(busWordToHex(0x1fn, 5)).toBe('1f');
    expect(busWordToHex(5n, 9)).toBe('005');
  });

  it('equals the host hexadecimal digits at every width, and back', () => {
    const words = fc.integer({ min: 1, max: 5000 }).chain((width) => fc.tuple(fc.constant(width), fc.bigInt({ min: 0n, max: 2n ** BigInt(width) - 1n })));
    fc.assert(
      fc.property(words, ([width, value]) => {
        const hex = busWordToHex(value, width);
        expect(hex).toBe(value.toString(16).padStart(Math.ceil(width / 4), '0'));
        expect(busWordFromHex(hex)).toBe(value);
        expect(busWordFromBytes(busWordToBytes(value, width))).toBe(value);
      }),
    );
  });

  it('takes the widest bus and a view into a larger buffer', () => {
    const widest = 2n ** BigInt(MAX_BUS_BITS) - 1n;
    expect(busWordFromBytes(busWordToBytes(widest, MAX_BUS_BITS))).toBe(widest);
    expect(busWordFromBytes(Uint8Array.of(9, 1, 2, 9).subarray(1, 3))).toBe(0x0102n);
  });

  it.each([
    ['a value too large', () => busWordToBytes(256n, 8)],
    ['a negative value', () => busWordToBytes(-1n, 8)],
    ['width 0', () => busWordToBytes(0n, 0)],
    ['a width too large', () => busWordToBytes(0n, MAX_BUS_BITS + 1)],
    ['no bytes', () => busWordFromBytes(new Uint8Array(0))],
    ['other digits', () => busWordFromHex('12x')],
    ['no digits', () => busWordFromHex('')],
  ])('rejects %s', (_what, call) => {
    expect(call).toThrow(InputError);
  });

  it.each([[[1, 2]], ['ff'], [12], [null], [new Uint16Array(2)]])('rejects %j in place of bytes', (value) => {
    expect(() => busWordFromBytes(value as unknown as Uint8Array)).toThrow(TypeError);
  });
});
