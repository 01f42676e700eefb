import type { BankCodes, Declarations } from './vcd-header.ts';
import type { SignalBank } from './vcd.ts';
/** The widest value that the formatter takes. */
export declare const MAX_FORMATTED_WIDTH = 53;
/** Addresses in bytes. */
export interface WaveformLayout {
    readonly waveform: number;
    readonly table: number;
    readonly clock: number;
    readonly banks: readonly BankPlaces[];
    readonly list: number;
    readonly selections: number;
    readonly factors: number;
    readonly thresholds: number;
    readonly exponents: number;
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
export declare function valueBytes({ width }: SignalBank): number;
/** The most that a sample of these banks takes: the cycle, of each bank a word to pass over, its index and its values, and the end. */
export declare function recordBytes(banks: readonly SignalBank[], codes: readonly BankCodes[]): number;
/** Lays out a waveform. */
export declare function layOut(banks: readonly SignalBank[], { codes }: Declarations): WaveformLayout;
/** Writes what the formatter must know. @param buffer all 0 */
export declare function fillLayout(buffer: SharedArrayBuffer, layout: WaveformLayout, banks: readonly SignalBank[], { codes, clk }: Declarations): void;
/** A value that its width does not hold. */
export interface Wrong {
    readonly bank: number;
    readonly index: number;
    /** Its address in a block. */
    readonly at: number;
}
/** What the formatter found wrong last. */
export declare function wrongValue(words: Int32Array, { waveform }: WaveformLayout): Wrong;
export {};
