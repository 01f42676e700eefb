/** A thread of the pool: it takes its share of runs, one after the other, and stays for the next one for a while. */
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { kernelsOn, type Kernels } from './kernels.ts';
import { awaitRun, becomeFree } from './handover.ts';
import { leaveRun, runShare, type Share } from './share.ts';

/** What a thread gets of a run, its own part of the memory, where it isn't that of its last run over again. */
export interface ThreadTask extends Share {
  /** The run's memory, where it isn't that of the thread's last one, and what runs on it. */
  readonly onMemory?: { readonly memory: WebAssembly.Memory; readonly module: WebAssembly.Module } | undefined;
}

/** Where a thread gets its runs from. */
export interface Service {
  readonly words: Int32Array;
  readonly port: MessagePort;
  /** How long it watches words before it sleeps. */
  readonly watchMs: number;
}

export default function serve({ words, port, watchMs }: Service): void {
  let kernels: Kernels | undefined;
  let share: Share | undefined;
  while (awaitRun(words, watchMs)) {
    const received = receiveMessageOnPort(port) as { readonly message: ThreadTask } | undefined;
    if (received) {
      const { onMemory, ...next } = received.message;
      if (onMemory) kernels = kernelsOn(onMemory.memory, onMemory.module);
      share = next;
    }
    if (!kernels || !share) throw new Error('a run was announced but not sent');
    runShare(kernels, share, watchMs);
    // In this order: when all have left, each takes the next run.
    becomeFree(words);
    leaveRun(kernels.memory, share.description.shared);
  }
  port.close();
}
