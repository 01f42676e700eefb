/** Vector sets as a reader of their files has them: words taken apart by the places in the manifest, with no code of the writer. */
import type { Field } from '../../src/golden/fields.ts';
import type { ClassRange } from '../../src/golden/manifest.ts';
import type { VectorSource } from '../../src/golden/vector-source.ts';

/** The values of a word by field name, as unsigned integers, or signed ones where the field is. */
export type Values = Readonly<Record<string, bigint>>;

export interface ReadSet {
  readonly fields: readonly Field[];
  readonly words: readonly string[];
  readonly classes: readonly ClassRange[];
  values(word: string): Values;
}

/** Generates a set of one file. */
export function readSet(source: VectorSource): ReadSet {
  const words: string[] = [];
  const steps = source.generate((file, hex) => {
    if (file !== 0) throw new Error('expected one file');
    words.push(hex);
  });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { fields } = source.files[0];
  return { fields, words, classes: step.value, values: (word) => valuesOf(fields, word) };
}

export function valuesOf(fields: readonly Field[], word: string): Values {
  const all = BigInt(`0x${word}`);
  return Object.fromEntries(
    fields.map(({ name, kind, msb, lsb }) => {
      const bits = BigInt(msb - lsb + 1);
      const unsigned = (all >> BigInt(lsb)) % (1n << bits);
      const isNegative = kind === 'signed' && unsigned >> (bits - 1n) === 1n;
      return [name, isNegative ? unsigned - (1n << bits) : unsigned];
    }),
  );
}

/** The values of the cases of one class. */
export function casesOf(set: ReadSet, name: string): Values[] {
  const found = set.classes.find((range) => range.name === name);
  if (found === undefined) throw new Error(`no class ${name}; there are ${set.classes.map((range) => range.name).join(', ')}`);
  return set.words.slice(found.first, found.first + found.count).map((word) => set.values(word));
}
