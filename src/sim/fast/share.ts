/** A thread's share of a run: units that a counter in the shared memory hands out, so that nobody waits for the slowest. */
import { sharedRows } from './fold-rows.ts';
import type { Kernels } from './kernels.ts';
import type { SharedLayout, ThreadLayout } from './layout.ts';
import { unitCount, type RunDescription } from './run-description.ts';
import { UnitRunner } from './unit.ts';

/** Of ECMAScript 2024. */
const { waitAsync } = Atomics as unknown as { readonly waitAsync: (words: Int32Array, index: number, value: number) => { readonly value: unknown } };

export interface Share {
  readonly description: RunDescription;
  readonly own: ThreadLayout;
}

/** Words at `counter`: the number of the next unit, whether units may be taken, and how many threads have found none left. */
const NEXT = 0;
const OPEN = 1;
const LEFT = 2;

function wordsOf(memory: WebAssembly.Memory, { counter }: SharedLayout): Int32Array {
  return new Int32Array(memory.buffer, counter, 3);
}

/** Lets nobody take a unit yet. */
export function closeRun(memory: WebAssembly.Memory, shared: SharedLayout): void {
  wordsOf(memory, shared).fill(0);
}

/** Lets threads take units, from one on. */
export function openRun(memory: WebAssembly.Memory, shared: SharedLayout, first: number): void {
  const words = wordsOf(memory, shared);
  Atomics.store(words, NEXT, first);
  Atomics.store(words, OPEN, 1);
  Atomics.notify(words, OPEN);
}

/** Says that a thread has found no unit left, and writes nothing more. */
export function leaveRun(memory: WebAssembly.Memory, shared: SharedLayout): void {
  const words = wordsOf(memory, shared);
  Atomics.add(words, LEFT, 1);
  Atomics.notify(words, LEFT);
}

/** The others are at their last unit: to be woken would take longer than most units. */
const WATCHED_MS = 0.5;

/** Waits until so many threads have left. */
export async function haveLeft(memory: WebAssembly.Memory, shared: SharedLayout, threads: number): Promise<void> {
  const words = wordsOf(memory, shared);
  const until = performance.now() + WATCHED_MS;
  while (Atomics.load(words, LEFT) < threads && performance.now() < until);
  for (let left = Atomics.load(words, LEFT); left < threads; left = Atomics.load(words, LEFT)) await waitAsync(words, LEFT, left).value;
}

/** Runs units until none is left, and yields the number of each. Waits until the run is open. @param source of rows that units fold: by default all are in memory */
export function* runShare(kernels: Kernels, { description, own }: Share, source = sharedRows(description)): Generator<number, void, undefined> {
  const words = wordsOf(kernels.memory, description.shared);
  const runner = new UnitRunner(description, kernels, own, source);
  const units = unitCount(description);
  while (Atomics.load(words, OPEN) === 0) Atomics.wait(words, OPEN, 0);
  for (let unit = Atomics.add(words, NEXT, 1); unit < units; unit = Atomics.add(words, NEXT, 1)) {
    runner.runUnit(unit);
    yield unit;
  }
}
