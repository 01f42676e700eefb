/** The formatter of waveforms: a WebAssembly module (sources in `assembly`, built by `npm run wasm`). */
import { readFileSync } from 'node:fs';
import type { WaveformLayout } from './vcd-layout.ts';

/** Turns records into text. Instances on one memory, also on several threads, are one formatter, which one at a time may call. */
export interface Formatter {
  /** Adds the text of the records between two addresses. @returns false for a value that its width does not hold */
  format(from: number, to: number): boolean;
  /** Adds the time of a cycle's beginning, and hands over all text. @param cycle an integer in [0, 2^53 / 10) */
  finish(cycle: number): void;
}

interface Exports {
  readonly format: (waveform: number, from: number, to: number) => number;
  readonly ending: (waveform: number, cycleLow: number, cycleHigh: number) => void;
  readonly flush: (waveform: number) => void;
}

let compiled: WebAssembly.Module | null | undefined;

/** The module, compiled once, or undefined where this runtime has no WebAssembly with SIMD and shared memory. */
export function formatterModule(): WebAssembly.Module | undefined {
  if (compiled === undefined) compiled = compileModule();
  return compiled ?? undefined;
}

function compileModule(): WebAssembly.Module | null {
  const { WebAssembly: wasm, SharedArrayBuffer: shared } = globalThis as { WebAssembly?: typeof WebAssembly; SharedArrayBuffer?: unknown };
  if (wasm === undefined || shared === undefined) return null;
  try {
    return new WebAssembly.Module(readFileSync(new URL('./vcd.wasm', import.meta.url)));
  } catch {
    return null;
  }
}

/** @param write takes text that is complete; the bytes are overwritten later */
export function formatterOn(memory: WebAssembly.Memory, module: WebAssembly.Module, { waveform }: WaveformLayout, write: (bytes: Uint8Array) => void): Formatter {
  const bytes = new Uint8Array(memory.buffer);
  const host = { write: (at: number, length: number): void => { write(bytes.subarray(at, at + length)); } };
  const { format, ending, flush } = new WebAssembly.Instance(module, { env: { memory }, host }).exports as unknown as Exports;
  return {
    format: (from, to) => format(waveform, from, to) !== 0,
    finish: (cycle) => {
      ending(waveform, cycle | 0, Math.floor(cycle / 2 ** 32));
      flush(waveform);
    },
  };
}
