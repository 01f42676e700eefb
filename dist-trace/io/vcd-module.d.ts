import type { WaveformLayout } from './vcd-layout.ts';
/** Turns records into text. Instances on one memory, also on several threads, are one formatter, which one at a time may call. */
export interface Formatter {
    /** Adds the text of the records between two addresses. @returns false for a value that its width does not hold */
    format(from: number, to: number): boolean;
    /** Adds the time of a cycle's beginning, and hands over all text. @param cycle an integer in [0, 2^53 / 10) */
    finish(cycle: number): void;
}
/** The module, compiled once, or undefined where this runtime has no WebAssembly with SIMD and shared memory. */
export declare function formatterModule(): WebAssembly.Module | undefined;
/** @param write takes text that is complete; the bytes are overwritten later */
export declare function formatterOn(memory: WebAssembly.Memory, module: WebAssembly.Module, { waveform }: WaveformLayout, write: (bytes: Uint8Array) => void): Formatter;
