/** A thread's share of a run: units that a counter in the shared memory hands out, so that nobody waits for the slowest. */
import type { Kernels } from './kernels.ts';
import type { ThreadLayout } from './layout.ts';
import { unitCount, UnitRunner, type RunDescription } from './unit.ts';

export interface Share {
  readonly description: RunDescription;
  readonly own: ThreadLayout;
}

/** Runs units until none is left, and yields the number of each. */
export function* runShare(kernels: Kernels, { description, own }: Share): Generator<number, void, undefined> {
  const runner = new UnitRunner(description, kernels, own);
  const next = new Int32Array(kernels.memory.buffer, description.shared.counter, 1);
  const units = unitCount(description);
  for (let unit = Atomics.add(next, 0, 1); unit < units; unit = Atomics.add(next, 0, 1)) {
    runner.runUnit(unit);
    yield unit;
  }
}
