import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/bits/check.ts';
import { wordBits } from '../../../src/golden/fields.ts';
import { peSource } from '../../../src/golden/pe/index.ts';
import { DEFAULTS, generate, peSet, takeApart } from './support.ts';

const small = { level: 1, seed: 7n, count: 300 } as const;

describe('peSource', () => {
  it('makes the same words, bench and wrapper for the same arguments, and others for another seed', () => {
    const texts = [7n, 7n, 8n].map((seed) => {
      const source = peSource(DEFAULTS, { ...small, seed });
      const { lines } = generate(source);
      // The second time from the same source, and a bench before any word was made.
      expect(generate(source).lines).toStrictEqual(lines);
      expect(peSource(DEFAULTS, { ...small, seed }).testbench('s', [])).toBe(source.testbench('s', []));
      return { lines, dut: source.dut(), parameters: source.parameters };
    });
    expect(texts[1]).toStrictEqual(texts[0]);
    for (const file of [0, 1, 2]) expect(texts[2].lines[file]).not.toStrictEqual(texts[0].lines[file]);
    expect(texts[2].parameters['OUTPUT_SCALE']).not.toBe(texts[0].parameters['OUTPUT_SCALE']);
  });

  it.each([1, 4, 32])('gives words of the digits that its fields take, without a bit above them: %d lanes', (treeWidth) => {
    const { source, lines } = peSet({ treeWidth }, { ...small, count: 60 });
    source.files.forEach(({ fields }, file) => {
      const bits = wordBits(fields);
      expect(fields[0].msb).toBe(bits - 1);
      expect(fields.at(-1)?.lsb).toBe(0);
      fields.slice(1).forEach(({ msb }, i) => {
        expect(msb).toBe(fields[i].lsb - 1);
      });
      for (const line of lines[file]) {
        expect(line).toMatch(/^[0-9a-f]+$/);
        expect(line).toHaveLength(Math.ceil(bits / 4));
        expect(BigInt(`0x${line}`) >> BigInt(bits)).toBe(0n);
      }
    });
    expect(lines[0]).toHaveLength(lines[2].length);
    expect(BigInt(`0x${lines[2][0]}`)).toBe(0n);
  });

  it('ends with the segment that reaches the count, the drain and a rest', () => {
    const lengths = [1, 100, 300, 1500, 4000].map((count) => peSet({}, { ...small, count }));
    for (const [i, count] of [1, 100, 300, 1500, 4000].entries()) {
      const { cycles, outputs, classes } = lengths[i];
      expect(cycles.length).toBeGreaterThanOrEqual(count);
      // A segment and two drains at most.
      expect(cycles.length).toBeLessThan(count + 300);
      expect(outputs.length).toBeGreaterThan(0);
      expect(cycles.length - 1 - (outputs.at(-1)?.cycle ?? 0)).toBeGreaterThanOrEqual(8);
      expect(classes.reduce((sum, range) => sum + range.count, 0)).toBe(cycles.length);
      classes.slice(1).forEach(({ first }, k) => {
        expect(first).toBe(classes[k].first + classes[k].count);
      });
      expect(new Set(classes.map(({ name }) => name)).size).toBe(classes.length);
    }
    expect(lengths[4].classes.at(-1)?.name).toBe('random');
  });

  it('has about ten times the cycles at level 2', () => {
    const cycles = ([1, 2] as const).map((level) => {
      let words = 0;
      const source = peSource({ ...DEFAULTS, treeWidth: 1 }, { level, seed: 1n });
      for (const step of source.generate((file) => (words += file === 0 ? 1 : 0))) expect(step.done).toBeLessThanOrEqual(step.total);
      return words;
    });
    expect(cycles[0]).toBeGreaterThan(2000);
    expect(cycles[0]).toBeLessThan(4000);
    expect(cycles[1] / cycles[0]).toBeGreaterThan(8);
    expect(cycles[1] / cycles[0]).toBeLessThan(13);
  });

  it('says what is wrong with an argument', () => {
    expect(() => peSource({ ...DEFAULTS, treeWidth: 3 }, small)).toThrow(InputError);
    expect(() => peSource({ ...DEFAULTS, accWidth: 65 }, small)).toThrow(/accumulator width: .* 65/);
    expect(() => peSource(DEFAULTS, { ...small, count: 0 })).toThrow(/count: .* 0/);
    expect(() => peSource(DEFAULTS, { ...small, seed: -1n })).toThrow(/seed: .* -1/);
  });

  it('takes a word apart from the top', () => {
    const { source, lines } = peSet({ treeWidth: 2 }, { ...small, count: 1 });
    const [word] = lines[0].map((hex) => takeApart(hex, source.files[0].fields));
    // The first cycle of a set is a first pair in every lane, right after reset.
    expect([word['reset'], word['in_valid'], word['in_first'], word['in_lane_valid']]).toStrictEqual([[0n], [1n], [1n], [1n, 1n]]);
    expect(BigInt(`0x${lines[0][0]}`) >> BigInt(wordBits(source.files[0].fields) - 3)).toBe(0b011n);
  });
});
