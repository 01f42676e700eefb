/** A vector set in memory, its words taken apart by the fields that its manifest would have. */
import { finish } from '../../../src/bits/steps.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import type { Field } from '../../../src/golden/fields.ts';
import type { ClassRange } from '../../../src/golden/manifest.ts';
import { peSource, type PeOptions, type PeParameters } from '../../../src/golden/pe/index.ts';
import type { VectorSource } from '../../../src/golden/vector-source.ts';

/** The lanes of each field, unsigned. */
export type Word = Readonly<Record<string, readonly bigint[]>>;

export interface Cycle {
  readonly stimulus: Word;
  readonly registers: Word;
}

export interface PeSet {
  readonly parameters: PeParameters;
  readonly source: VectorSource;
  /** Lines of each file. */
  readonly lines: readonly (readonly string[])[];
  readonly classes: readonly ClassRange[];
  readonly cycles: readonly Cycle[];
  readonly outputs: readonly { readonly cycle: number; readonly out: number }[];
}

export const DEFAULTS: PeParameters = {
  element: elementFormat(2, 4),
  elementY: elementFormat(2, 4),
  scale: groupScaleFormat(8, 1),
  scaleY: groupScaleFormat(8, 1),
  accWidth: 32,
  accOverflow: 'wrap',
  treeWidth: 4,
  fpAddLatency: 3,
  fpMulLatency: 3,
  contexts: 4,
  tensorScale: true,
  flushToZero: false,
};

/** Takes a word apart. */
export function takeApart(hex: string, fields: readonly Field[]): Word {
  const word = BigInt(`0x${hex}`);
  return Object.fromEntries(
    fields.map(({ name, lsb, width, lanes }) => {
      const whole = BigInt.asUintN(lanes * width, word >> BigInt(lsb));
      return [name, Array.from({ length: lanes }, (_, lane) => BigInt.asUintN(width, whole >> BigInt(lane * width)))];
    }),
  );
}

/** The lines of a set's files. */
export function generate(source: VectorSource): { lines: string[][]; classes: readonly ClassRange[] } {
  const lines: string[][] = source.files.map(() => []);
  const classes = finish(source.generate((file, hex) => lines[file].push(hex)));
  return { lines, classes };
}

export function peSet(changes: Partial<PeParameters> = {}, options: PeOptions = { level: 1, seed: 1n }): PeSet {
  const parameters = { ...DEFAULTS, ...changes };
  const source = peSource(parameters, options);
  const { lines, classes } = generate(source);
  const [stimulus, outputs, registers] = source.files.map(({ fields }, file) => lines[file].map((hex) => takeApart(hex, fields)));
  return {
    parameters,
    source,
    lines,
    classes,
    cycles: stimulus.map((word, cycle) => ({ stimulus: word, registers: registers[cycle] })),
    outputs: outputs.map((word) => ({ cycle: Number(word['cycle'][0]), out: Number(word['out'][0]) })),
  };
}

/** Whether a field of one bit is set. */
export function isSet(word: Word, name: string): boolean {
  return word[name][0] === 1n;
}
