import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wordBits } from '../../src/golden/fields.ts';
import { readSet } from './read-set.ts';
import { UNITS } from './units.ts';

/** Cases whose results are compared with the exact model, which is slow. */
const COMPARED = 2500;

describe.each(UNITS)('the set of $title', ({ source, isRight }) => {
  const set = readSet(source({ level: 1, seed: 0n }));

  it('has words of the width of its fields, and fields that tile them', () => {
    const bits = wordBits(set.fields);
    expect(set.fields[0].msb).toBe(bits - 1);
    expect(set.fields.at(-1)?.lsb).toBe(0);
    set.fields.forEach(({ msb, lsb, width, lanes }, i) => {
      expect(msb - lsb + 1).toBe(width * lanes);
      if (i > 0) expect(set.fields[i - 1].lsb).toBe(msb + 1);
    });
    const directions = set.fields.map(({ direction }) => direction);
    expect(directions.lastIndexOf('in')).toBeLessThan(directions.indexOf('out'));
    const digits = Math.ceil(bits / 4);
    const bad = set.words.find((word) => word.length !== digits || !/^[0-9a-f]+$/.test(word) || BigInt(`0x${word}`) >> BigInt(bits) !== 0n);
    expect(bad).toBeUndefined();
  });

  it('has classes that follow each other, each with a name of its own and cases', () => {
    let next = 0;
    for (const { name, about, first, count } of set.classes) {
      expect({ name, first }).toEqual({ name, first: next });
      expect(count).toBeGreaterThan(0);
      expect(about).not.toBe('');
      next += count;
    }
    expect(next).toBe(set.words.length);
    expect(new Set(set.classes.map(({ name }) => name)).size).toBe(set.classes.length);
  });

  it('has the results of the exact model', () => {
    // Every so many-th case, so that all classes are met.
    const step = Math.max(1, Math.floor(set.words.length / COMPARED));
    const seen = new Set<string>();
    for (let i = 0; i < set.words.length; i += step) {
      const values = set.values(set.words[i]);
      if (!isRight(values)) expect.fail(`case ${i}: ${set.words[i]}`);
      seen.add(set.words[i]);
    }
    expect(seen.size).toBeGreaterThan(Math.min(1000, set.words.length / 3));
  });
});

it('makes the same words everywhere', () => {
  const digests = UNITS.map(({ title, source }) => {
    const { words } = readSet(source({ level: 1, seed: 0x1234_5678_9abc_def0n, count: 300 }));
    return `${title}: ${createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16)}`;
  });
  expect(digests).toMatchInlineSnapshot(`
    [
      "multiplier <2,4> x <2,4>: 935ef1dc4b3a6993",
      "multiplier <5,10> x <5,10>: b85a6dab579836fe",
      "multiplier <0,7> x <5,0>: 6093321034e6c59d",
      "accumulator 32 wrap <2,4>: 10f4db2e766bda5c",
      "accumulator 16 saturate <2,4>: c7e119ccab3b64cf",
      "accumulator 8 wrap <3,2>: ce5c7009a7cf3c7c",
      "accumulator 64 saturate <5,10>: aff3a04e67a3e7de",
      "accumulator 4 saturate <1,1>: 04567d143e38d814",
      "group-scaler 32 <8,1> <8,1>: 83ed635dcc0d4db2",
      "group-scaler 16 <3,0> <2,1>: c24674bdd26e519d",
      "group-scaler 8 <2,0> <3,0>: 7dcea3575613f2b3",
      "int-to-fp32 36: fb1d1ef62eda4346",
      "int-to-fp32 68: 9cdcb3fe78506ec7",
      "int-to-fp32 20 flushing: d27b1e15030469b8",
      "int-to-fp32 4 flushing: 35bad4e6e6ad5d82",
      "fp32-adder: a649705aa1b6e32f",
      "fp32-adder flushing: 6dbc692431a5c57d",
      "fp32-multiplier: 803896a16a4d819a",
      "fp32-multiplier flushing: 833e6d0c7e2fe564",
      "adder-tree 16: 492aa7d6c3081be0",
      "adder-tree 4 flushing: 01622eaebff4bbe9",
      "adder-tree 1: cc838a877ecf3891",
      "tensor-scale: 3f8795829a0211ae",
      "tensor-scale flushing: 75764cf303e27351",
      "quantizer <2,4> <8,1> nearest clip: 0bfd042b77faeb98",
      "quantizer <3,2> <4,1> stochastic clip: fccc16e75b31e24a",
      "quantizer <2,1> <8,0> nearest carry: d975c5b3c00ae222",
      "quantizer <0,7> <8,1> stochastic carry: f3eb49ac6ed8f4e9",
      "quantizer <5,10> <8,1> truncate clip: eebf09c3f52053fb",
      "quantizer <2,0> <1,1> nearest clip: 4175ed482f491c17",
    ]
  `);
});

it('makes other words from another seed, high bits too, and more of them at level 2', () => {
  for (const { source } of UNITS.filter(({ title }) => !/ 4|<1,1>/.test(title))) {
    const words = (seed: bigint) => readSet(source({ level: 1, seed, count: 2000 })).words.join();
    expect(words(1n)).not.toBe(words(0n));
    expect(words(1n << 63n)).not.toBe(words(0n));
  }
});
