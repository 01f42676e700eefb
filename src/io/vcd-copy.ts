/** The values of a bank as words of a record. */
import { misfit } from './vcd-bank.ts';
import type { SignalBank } from './vcd.ts';

/** Below so many words a loop is faster than a call. */
const FEW = 64;

export class BankCopy {
  readonly #bank: SignalBank;
  readonly #count: number;
  readonly #wide: boolean;
  /** The bank's values, and the same memory as words, where those are what a record takes. */
  #source: SignalBank['values'] | undefined;
  #words: Int32Array | undefined;

  /** @param bank of at most MAX_FORMATTED_WIDTH bits */
  constructor(bank: SignalBank) {
    this.#bank = bank;
    this.#count = bank.values.length;
    this.#wide = bank.width > 32;
  }

  /**
   * Copies the values. Words as they are, doubles as two words; whether they fit their width is not looked at but where they must be converted.
   * @param at index of a word @returns the index behind the values @throws RangeError for a value that its width does not hold
   */
  write(target: Int32Array, at: number): number {
    const values = this.#bank.values;
    if (values !== this.#source) this.#look(values);
    const words = this.#words;
    if (words === undefined) return this.#convert(values, target, at);
    const count = words.length;
    if (count > FEW) target.set(words, at);
    else for (let index = 0; index < count; index++) target[at + index] = words[index];
    return at + count;
  }

  /** Takes note of the array that holds the values now. */
  #look(values: SignalBank['values']): void {
    if (values.length < this.#count) throw misfit(this.#bank, values.length);
    const signed = this.#bank.kind === 'signed';
    const raw = values instanceof (this.#wide ? Float64Array : signed ? Int32Array : Uint32Array);
    this.#source = values;
    this.#words = raw ? new Int32Array(values.buffer, values.byteOffset, this.#count * (this.#wide ? 2 : 1)) : undefined;
  }

  #convert(values: SignalBank['values'], target: Int32Array, at: number): number {
    const { kind, width } = this.#bank;
    const low = kind === 'signed' ? -(2 ** (width - 1)) : 0;
    const limit = low + 2 ** width;
    const double = new Float64Array(1);
    const halves = new Int32Array(double.buffer);
    for (let index = 0; index < this.#count; index++) {
      const value = Number(values[index]);
      if (!Number.isInteger(value) || value < low || value >= limit) throw misfit(this.#bank, index);
      double[0] = value;
      if (this.#wide) {
        target[at++] = halves[0];
        target[at++] = halves[1];
      } else {
        target[at++] = value | 0;
      }
    }
    return at;
  }
}
