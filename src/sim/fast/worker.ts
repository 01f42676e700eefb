/** A thread of the pool: it takes its share of runs, one after the other, and stays for the next one for a while. */
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { kernelsOn } from './kernels.ts';
import { awaitRun, becomeFree } from './lane-words.ts';
import { leaveRun, runShare, type Share } from './share.ts';

/** What a thread gets: the run's memory and its own part of it. */
export interface ThreadTask extends Share {
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
}

/** Where a thread gets its runs from. */
export interface Service {
  readonly words: Int32Array;
  readonly port: MessagePort;
  /** How long it watches words before it sleeps. */
  readonly watchMs: number;
}

export default function serve({ words, port, watchMs }: Service): void {
  while (awaitRun(words, watchMs)) {
    const received = receiveMessageOnPort(port) as { readonly message: ThreadTask } | undefined;
    if (received === undefined) throw new Error('a run was announced but not sent');
    const { memory, module, ...share } = received.message;
    runShare(kernelsOn(memory, module), share, watchMs);
    // In this order: when all have left, each takes the next run.
    becomeFree(words);
    leaveRun(memory, share.description.shared);
  }
  port.close();
}
