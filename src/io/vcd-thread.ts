/** The thread that writes a waveform while another one simulates: drains the ring of records until it is closed. */
import { workerData } from 'node:worker_threads';
import type { WaveformLayout } from './vcd-layout.ts';
import { formatterOn } from './vcd-module.ts';
import { Failure, Ring, type Drain } from './vcd-ring.ts';
import { NoBytesTaken, writeAll } from './write-all.ts';

/** What the thread gets. */
export interface ThreadTask {
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  readonly layout: WaveformLayout;
  /** Stays the other thread's, who closes the ring before the descriptor. */
  readonly fd: number;
}

const { memory, module, layout, fd } = workerData as ThreadTask;
const formatter = formatterOn(memory, module, layout, (bytes) => { writeAll(fd, bytes); });

const drain: Drain = (from, to) => {
  try {
    return formatter.format(from, to) ? Failure.none : Failure.misfit;
  } catch (error) {
    return failureOf(error);
  }
};

function failureOf(error: unknown): number {
  if (error instanceof NoBytesTaken) return Failure.noBytes;
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno < 0 ? error.errno : Failure.other;
}

new Ring(new Int32Array(memory.buffer), layout.blocks).serve(drain);
