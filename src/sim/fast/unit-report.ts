/** What a thread reports of its units. */
import type { ThreadLayout } from './layout.ts';

/** Groups that have overflowed: how many, and the first one's output index and group. */
export interface OverflowWords {
  readonly groups: number;
  readonly output: number;
  readonly group: number;
}

/** What a thread has reported. */
export function overflowOf(memory: WebAssembly.Memory, own: ThreadLayout): OverflowWords {
  const [low, high, output, group] = new Uint32Array(memory.buffer, own.report, 4);
  return { groups: high * 2 ** 32 + low, output, group };
}

/** Makes a thread's report an empty one. */
export function clearReport(memory: WebAssembly.Memory, own: ThreadLayout): void {
  new Int32Array(memory.buffer, own.report, 4).set([0, 0, -1, -1]);
}
