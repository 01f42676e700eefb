/** What of a bank's signals has changed since it was last written. */
import type { BankCodes } from './vcd-header.ts';
import type { VcdText } from './vcd-text.ts';
import type { SignalBank } from './vcd.ts';

/** A bank with the values that were last written. */
export interface BankTrace {
  /** Writes the values that have changed, or all of them. @throws RangeError for a value that the signal's width doesn't hold */
  write(text: VcdText, all: boolean): void;
}

export function traceOf(bank: SignalBank, codes: BankCodes): BankTrace {
  return bank.width <= 32 ? new NarrowTrace(bank, codes) : new WideTrace(bank, codes);
}

/** Up to 32 bits: the fast way, without BigInt arithmetic or strings. */
class NarrowTrace implements BankTrace {
  readonly #bank: SignalBank;
  readonly #codes: Uint32Array;
  readonly #reals: Uint32Array;
  readonly #written: Float64Array;
  readonly #writtenWords: Int32Array;
  #source: SignalBank['values'] | undefined;
  #words: Int32Array | undefined;
  readonly #mask: number;
  /** Shifts a word's sign bit to bit 31. */
  readonly #signShift: number;

  constructor(bank: SignalBank, codes: BankCodes) {
    this.#bank = bank;
    this.#codes = codes.bits;
    this.#reals = codes.reals;
    this.#written = new Float64Array(codes.bits.length);
    this.#writtenWords = new Int32Array(codes.bits.length);
    this.#mask = -1 >>> (32 - bank.width);
    this.#signShift = 32 - bank.width;
  }

  write(text: VcdText, all: boolean): void {
    const values = this.#bank.values;
    if (values !== this.#source) this.#look(values);
    const words = this.#words;
    const written = this.#written;
    const count = written.length;
    if (all) {
      for (let index = 0; index < count; index++) this.#change(text, index, Number(values[index]), true);
    } else if (words === undefined) {
      for (let index = 0; index < count; index++) {
        const found = values[index];
        const value = typeof found === 'number' ? found : Number(found);
        if (value !== written[index]) this.#change(text, index, value, false);
      }
    } else {
      for (let index = nextChange(words, this.#writtenWords, 0); index < count; index = nextChange(words, this.#writtenWords, index + 1)) {
        this.#change(text, index, Number(values[index]), false);
      }
    }
  }

  #look(values: SignalBank['values']): void {
    this.#source = values;
    this.#words =
      values instanceof Int32Array || values instanceof Uint32Array ? new Int32Array(values.buffer, values.byteOffset, values.length) : undefined;
  }

  #change(text: VcdText, index: number, value: number, all: boolean): void {
    const { width, kind } = this.#bank;
    const word = (value & this.#mask) >>> 0;
    const held = kind === 'signed' ? (word << this.#signShift) >> this.#signShift : word;
    if (held !== value) throw misfit(this.#bank, index);
    const code = this.#codes[index];
    if (width === 1) text.scalar(word, code);
    else text.vector(word, code);
    // All patterns of not-a-number read alike.
    if (kind === 'binary32' && (all || !(isNaN32(word) && isNaN32(this.#written[index])))) text.real(word, this.#reals[index]);
    this.#written[index] = value;
    this.#writtenWords[index] = value;
  }
}

/** Any width. */
class WideTrace implements BankTrace {
  readonly #bank: SignalBank;
  readonly #codes: Uint32Array;
  readonly #written: (number | bigint)[];

  constructor(bank: SignalBank, codes: BankCodes) {
    this.#bank = bank;
    this.#codes = codes.bits;
    this.#written = new Array<number>(codes.bits.length).fill(0);
  }

  write(text: VcdText, all: boolean): void {
    const { values, width, kind } = this.#bank;
    const written = this.#written;
    for (let index = 0; index < written.length; index++) {
      const value = values[index];
      if (value === written[index] && !all) continue;
      if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) throw misfit(this.#bank, index);
      const integer = BigInt(value);
      const word = BigInt.asUintN(width, integer);
      if ((kind === 'signed' ? BigInt.asIntN(width, word) : word) !== integer) throw misfit(this.#bank, index);
      text.digits(word.toString(2), this.#codes[index]);
      written[index] = value;
    }
  }
}

function isNaN32(word: number): boolean {
  return (word & 0x7fff_ffff) > 0x7f80_0000;
}

function misfit({ name, width, kind, values, scope }: SignalBank, index: number): RangeError {
  const path = scope(index) === '' ? name : `${scope(index)}.${name}`;
  return new RangeError(`VCD signal ${path}: expected ${kind === 'signed' ? 'a signed' : 'an unsigned'} value of ${width} bits, found ${values[index]}`);
}

function nextChange(words: Int32Array, written: Int32Array, from: number): number {
  let index = from;
  while (index < written.length && words[index] === written[index]) index++;
  return index;
}
