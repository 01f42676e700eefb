/** Samples written as text at once: any widths and values, to any output. */
import type { OutputFile } from './atomic-file.ts';
import type { Declarations } from './vcd-header.ts';
import { type Samples, type SignalBank } from './vcd.ts';
/** The plain function that the records of `openRecords` equal. */
export declare class TextSamples implements Samples {
    #private;
    constructor(out: OutputFile, banks: readonly SignalBank[], { clk, codes }: Declarations);
    sample(cycle: number): void;
    finish(cycle: number): void;
}
