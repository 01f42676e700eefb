import type { OutputFile } from './atomic-file.ts';
/** Signals of one kind, such as the same register of all lanes. */
export interface SignalBank {
    /** The signal's name in its scope: letters, digits and `_`. */
    readonly name: string;
    /** In bits, up to MAX_SIGNAL_WIDTH; 32 for binary32. */
    readonly width: number;
    /** How the value reads: an unsigned or two's complement integer, or a binary32 pattern, which is also written decoded as `<name>_value`. */
    readonly kind: 'unsigned' | 'signed' | 'binary32';
    /** The current values, read at each sample. Signed ones are signed numbers, binary32 ones patterns in [0, 2^32). Their count is fixed. */
    readonly values: ArrayLike<number> | ArrayLike<bigint>;
    /** A counter that moves whenever a value may have changed: while it stands still, the bank is not looked at. Absent: looked at in each sample. */
    readonly loads?: {
        readonly count: number;
    } | undefined;
    /** The dotted path of a signal's scope under the top one, such as `lane3` or `tree.level2.node1`; empty for the top scope itself. */
    readonly scope: (index: number) => string;
}
export interface VcdHeader {
    /** Remarks such as the parameters of a run. What VCD cannot hold (`$`, all but printable ASCII) becomes `?`. */
    readonly comments: readonly string[];
    /** The unit of time. */
    readonly timescale: `${1 | 10 | 100} ${'s' | 'ms' | 'us' | 'ns' | 'ps' | 'fs'}`;
    /** The name of the top scope. */
    readonly top: string;
    /** Whether to add a signal `clk` to the top scope: it rises as a sampled cycle begins, and falls in its middle. */
    readonly clk?: boolean;
}
/** The length of a cycle in units of the timescale. */
export declare const CYCLE_UNITS = 10;
/** Writes a waveform. After an exception the file is of no use: abort it. */
export interface VcdWriter {
    /**
     * Writes what has changed since the last sample; the first sample writes everything. Between samples values stand still, and so does `clk`.
     * @param cycle later than that of the last sample
     * @throws InputError for an earlier cycle or when the file can't be written, RangeError for a value that is not of its signal's width. What is
     * wrong with the file or a value may show at a later sample or at `finish`
     */
    sample(cycle: number): void;
    /** Ends the waveform at the beginning of `cycle`, which is after the last sample. Doesn't commit the file. @throws InputError, RangeError */
    finish(cycle: number): void;
}
/**
 * Begins a waveform: writes the declarations. The same calls give the same bytes.
 * @throws InputError for names that VCD cannot hold or that meet, for widths out of range, and when the file can't be written
 */
export declare function openVcd(out: OutputFile, header: VcdHeader, banks: readonly SignalBank[]): VcdWriter;
/** The samples of a waveform behind its declarations. Cycles are valid and increase. */
export interface Samples {
    sample(cycle: number): void;
    /** Ends the waveform at the beginning of a cycle. */
    finish(cycle: number): void;
}
