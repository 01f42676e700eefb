import { describe, expect, it } from 'vitest';
import { grouped, jsonText } from '../../src/cli/print.ts';

describe('jsonText', () => {
  it('prints integers above 2^53 as strings, and real numbers as numbers whatever their size', () => {
    const value = { small: 2n ** 53n - 1n, large: 2n ** 53n, negative: -(2n ** 60n), tensorScale: 2 ** 60, tiny: 2 ** -149 };
    expect(JSON.parse(jsonText(value))).toEqual({
      small: 2 ** 53 - 1,
      large: '9007199254740992',
      negative: '-1152921504606846976',
      tensorScale: 2 ** 60,
      tiny: 2 ** -149,
    });
  });
});

describe('grouped', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1 000'],
    [1234567, '1 234 567'],
  ])('%d is %s', (value, text) => {
    expect(grouped(value)).toBe(text);
  });
});
