import { describe, expect, it } from 'vitest';
import { philox4x32, philoxIntegers } from '../../src/bits/philox.ts';

describe('philox4x32', () => {
  // Random123's kat_vectors for philox4x32, 10 rounds.
  it.each([
    [[0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]],
  ])('gives the known answer for counter %j', (counter, key, answer) => {
    const out = new Uint32Array(4);
    philox4x32(counter, key, out);
    expect([...out]).toEqual(answer);
  });
});

describe('philoxIntegers', () => {
  it('takes the top k bits of word index mod 4 of block index div 4, whatever the order of the calls', () => {
    const words = new Uint32Array(4);
    const seed = 0x0123_4567_89ab_cdefn;
    const integers = philoxIntegers(seed, 1, 11);
    for (const index of [9, 0, 2 ** 35 + 3, 8, 1]) {
      const block = Math.floor(index / 4);
      philox4x32([block % 2 ** 32, Math.floor(block / 2 ** 32), 1, 0], [0x89ab_cdef, 0x0123_4567], words);
      expect(integers(index)).toBe(Math.floor(words[index % 4] / 2 ** 21));
    }
  });
});
