/** What of a bank's signals has changed since it was last written. */
import type { BankCodes } from './vcd-header.ts';
import type { VcdText } from './vcd-text.ts';
import type { SignalBank } from './vcd.ts';
/** A bank with the values that were last written. */
export interface BankTrace {
    /** Writes the values that have changed, or all of them. @throws RangeError for a value that the signal's width doesn't hold */
    write(text: VcdText, all: boolean): void;
}
export declare function traceOf(bank: SignalBank, codes: BankCodes): BankTrace;
/** @param found the value that the width doesn't hold; by default the bank's own */
export declare function misfit({ name, width, kind, values, scope }: SignalBank, index: number, found?: unknown): RangeError;
