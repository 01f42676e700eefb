/** A thread of the pool: takes units of a run, one after the other, until none is left. */
import { kernelsOn } from './kernels.ts';
import { leaveRun, runShare, type Share } from './share.ts';

/** What a thread gets: the run's memory and its own part of it. */
export interface ThreadTask extends Share {
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
}

export default function runTask({ memory, module, ...share }: ThreadTask): void {
  const units = runShare(kernelsOn(memory, module), share);
  while (units.next().done !== true);
  leaveRun(memory, share.description.shared);
}
