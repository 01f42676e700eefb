/** What a design is to give, one result after another. */
import { InputError } from '../../bits/check.ts';
import { hexDigits } from '../../bits/width.ts';
import { placeFields, wordBits, type Field } from '../fields.ts';
import type { VectorFile } from '../manifest.ts';
import type { LineSource } from './found-source.ts';
import { GoldenWords } from './golden-words.ts';

export interface GoldenResults {
  /** Goes on to the next result. @returns whether there is one */
  next(): boolean;
  /** The fields of a result, placed in it. */
  readonly fields: readonly Field[];
  /** The current result's digits. */
  readonly digits: string;
  /** The number of the current result, from 0. */
  readonly index: number;
  /** The case, or the element's cycle. */
  readonly stamp: number;
  /** The whole word, with the operands. */
  readonly word: string;
  /** Results in all. */
  readonly total: number;
}

/** The fields of a file that a design gives, placed in a word of their own. */
export function resultFields({ role, fields }: Pick<VectorFile, 'role' | 'fields'>): Field[] {
  return placeFields(fields.filter(({ name, direction }) => (role === 'outputs' ? name === 'out' : direction === 'out')));
}

/** The results of a unit's cases: the lowest bits of each word. */
export class CaseResults implements GoldenResults {
  digits = '';
  readonly fields: readonly Field[];
  readonly total: number;
  readonly #words: GoldenWords;
  readonly #start: number;
  /** Takes away what is above the result in its top digit. */
  readonly #topMask: number;

  constructor(file: VectorFile, lines: LineSource) {
    this.fields = resultFields(file);
    this.total = file.words;
    this.#words = new GoldenWords(file, lines);
    const bits = wordBits(this.fields);
    this.#start = hexDigits(file.wordBits) - hexDigits(bits);
    this.#topMask = 2 ** (((bits - 1) % 4) + 1) - 1;
  }

  next(): boolean {
    if (!this.#words.next()) return false;
    const digits = this.#words.text.slice(this.#start);
    this.digits = this.#topMask === 15 ? digits : (Number.parseInt(digits[0], 16) & this.#topMask).toString(16) + digits.slice(1);
    return true;
  }

  get index(): number {
    return this.#words.index;
  }

  get stamp(): number {
    return this.#words.index;
  }

  get word(): string {
    return this.#words.text;
  }
}

const CYCLE_DIGITS = 8;

/** The outputs of an element: `{cycle, out}`. */
export class ElementOutputs implements GoldenResults {
  digits = '';
  stamp = -1;
  readonly fields: readonly Field[];
  readonly total: number;
  readonly #name: string;
  readonly #words: GoldenWords;
  readonly #cycles: number;

  /** @param cycles of the run */
  constructor(file: VectorFile, lines: LineSource, cycles: number) {
    this.fields = resultFields(file);
    this.total = file.words;
    this.#name = file.name;
    this.#words = new GoldenWords(file, lines);
    this.#cycles = cycles;
  }

  next(): boolean {
    if (!this.#words.next()) return false;
    const cycle = Number.parseInt(this.#words.text.slice(0, CYCLE_DIGITS), 16);
    if (cycle <= this.stamp || cycle >= this.#cycles) {
      throw new InputError(`${this.#name}: line ${this.index + 1}: expected a cycle after ${this.stamp} and below ${this.#cycles}, found ${cycle}`);
    }
    this.stamp = cycle;
    this.digits = this.#words.text.slice(CYCLE_DIGITS);
    return true;
  }

  get index(): number {
    return this.#words.index;
  }

  get word(): string {
    return this.#words.text;
  }
}
