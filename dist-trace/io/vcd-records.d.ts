import type { OutputFile } from './atomic-file.ts';
import type { Declarations } from './vcd-header.ts';
import type { Samples, SignalBank } from './vcd.ts';
/**
 * Samples by way of records: the same bytes as those of `TextSamples`. Undefined for a device or a pipe, for banks that the formatter does not take,
 * and where the runtime can't run it.
 */
export declare function openRecords(out: OutputFile, banks: readonly SignalBank[], declarations: Declarations, module?: WebAssembly.Module | undefined): Samples | undefined;
