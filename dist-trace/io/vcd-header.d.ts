import type { SignalBank, VcdHeader } from './vcd.ts';
/** The longest line of a value must fit the text buffer's reserve. */
export declare const MAX_SIGNAL_WIDTH = 4096;
/** The identifier codes of a bank's signals; each is a packed code (see `packCode`). */
export interface BankCodes {
    readonly bits: Uint32Array;
    /** Of the decoded values; empty but for binary32. */
    readonly reals: Uint32Array;
}
export interface Declarations {
    readonly declarations: string;
    /** The packed code of the clock. */
    readonly clk: number | undefined;
    readonly codes: readonly BankCodes[];
}
/** Declares all signals. @throws InputError */
export declare function declareSignals(header: VcdHeader, banks: readonly SignalBank[]): Declarations;
