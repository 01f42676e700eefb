/** Where everything lies in the memory that the formatter of a waveform works on: what it writes, what it knows, what it reads. */
import { DECIMAL_EXPONENTS, FACTORS, THRESHOLDS } from './vcd-real.ts';
import type { BankCodes, Declarations } from './vcd-header.ts';
import type { SignalBank } from './vcd.ts';

/** The widest value that the formatter takes. */
export const MAX_FORMATTED_WIDTH = 53;

/** Records are handed over in blocks of whole records. */
export const BLOCK_BYTES = 2 ** 17;
export const BLOCKS = 32;

/** Text is written when there is so much of it. */
const TEXT_MARK = 2 ** 16;
/** Room beyond the mark for the lines of four signals. */
const TEXT_RESERVE = 2 ** 10;
/** Bytes behind an array of values that a vector may touch. */
const VECTOR_RESERVE = 16;

/** Words that both threads use, each in a cache line of its own; then the ends of the blocks. As indices of words. */
export const Shared = { filled: 0, drained: 16, turn: 32, failure: 48, ends: 64 } as const;
const SHARED_BYTES = 4 * (Shared.ends + BLOCKS);

/** Indices of words in the formatter's `Waveform`. */
const Waveform = { text: 0, length: 1, mark: 2, begun: 3, clk: 4, banks: 5, factors: 6, exponents: 7, thresholds: 8, wrongBank: 9, wrongIndex: 10, wrongAt: 11 };
const WAVEFORM_WORDS = 12;
/** Words of the formatter's `Bank`: width, signed, count, endings, realEndings, written. */
const BANK_WORDS = 6;

/** Addresses in bytes. */
export interface WaveformLayout {
  readonly waveform: number;
  readonly table: number;
  readonly clock: number;
  readonly banks: readonly BankPlaces[];
  readonly factors: number;
  readonly exponents: number;
  readonly thresholds: number;
  readonly text: number;
  readonly blocks: number;
  /** The end of it all. */
  readonly bytes: number;
}

interface BankPlaces {
  readonly endings: number;
  readonly realEndings: number;
  readonly written: number;
}

/** Bytes of a value in a record. */
export function valueBytes({ width }: SignalBank): number {
  return width > 32 ? 8 : 4;
}

/** The most that a sample of these banks takes: the cycle, each bank's index and values, and the end. */
export function recordBytes(banks: readonly SignalBank[], codes: readonly BankCodes[]): number {
  return banks.reduce((sum, bank, index) => sum + 4 + valueBytes(bank) * codes[index].bits.length, 8 + 4);
}

/** Takes places one after the other. */
class Places {
  end = SHARED_BYTES;
  take(bytes: number): number {
    const at = Math.ceil(this.end / 16) * 16;
    this.end = at + bytes;
    return at;
  }
}

/** Lays out a waveform. */
export function layOut(banks: readonly SignalBank[], { codes }: Declarations): WaveformLayout {
  const places = new Places();
  return {
    waveform: places.take(4 * WAVEFORM_WORDS),
    table: places.take(4 * BANK_WORDS * banks.length),
    clock: places.take(8),
    banks: banks.map((bank, index) => ({
      endings: places.take(8 * codes[index].bits.length),
      realEndings: places.take(8 * codes[index].reals.length),
      written: places.take(valueBytes(bank) * codes[index].bits.length + VECTOR_RESERVE),
    })),
    factors: places.take(FACTORS.byteLength),
    exponents: places.take(DECIMAL_EXPONENTS.byteLength),
    thresholds: places.take(THRESHOLDS.byteLength),
    text: places.take(TEXT_MARK + TEXT_RESERVE),
    blocks: places.take(BLOCKS * BLOCK_BYTES + VECTOR_RESERVE),
    bytes: places.end,
  };
}

/** Writes what the formatter must know. @param buffer all 0 */
export function fillLayout(buffer: SharedArrayBuffer, layout: WaveformLayout, banks: readonly SignalBank[], { codes, clk }: Declarations): void {
  const words = new Int32Array(buffer);
  const { waveform, table, clock, factors, exponents, thresholds, text } = layout;
  const known = { text, mark: TEXT_MARK, clk: clk === undefined ? 0 : clock, banks: table, factors, exponents, thresholds };
  for (const [name, value] of Object.entries(known)) words[waveform / 4 + Waveform[name as keyof typeof known]] = value;
  banks.forEach(({ width, kind }, index) => {
    const { endings, realEndings, written } = layout.banks[index];
    const { bits, reals } = codes[index];
    words.set([width, Number(kind === 'signed'), bits.length, endings, reals.length === 0 ? 0 : realEndings, written], table / 4 + BANK_WORDS * index);
    writeEndings(words, endings, bits);
    writeEndings(words, realEndings, reals);
  });
  if (clk !== undefined) writeEndings(words, clock, [clk]);
  new Float64Array(buffer, factors).set(FACTORS);
  new Int8Array(buffer, exponents).set(DECIMAL_EXPONENTS);
  new Int32Array(buffer, thresholds).set(THRESHOLDS);
}

const SPACE = 0x20;

/** What follows a value: a space and a packed code of up to four bytes; in the highest of eight bytes how many those are. */
function writeEndings(words: Int32Array, at: number, codes: ArrayLike<number>): void {
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index];
    const length = 5 - (Math.clz32(code) >>> 3);
    words[at / 4 + 2 * index] = SPACE | (code << 8);
    words[at / 4 + 2 * index + 1] = (code >>> 24) | (length << 24);
  }
}

/** A value that its width does not hold. */
export interface Wrong {
  readonly bank: number;
  readonly index: number;
  /** Its address in a block. */
  readonly at: number;
}

/** What the formatter found wrong last. */
export function wrongValue(words: Int32Array, { waveform }: WaveformLayout): Wrong {
  const word = (name: keyof typeof Waveform): number => words[waveform / 4 + Waveform[name]];
  return { bank: word('wrongBank'), index: word('wrongIndex'), at: word('wrongAt') };
}
