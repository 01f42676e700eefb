/**
 * Two processes that run the same layer at the same time, on one thread each, and share nothing: what a machine has for two threads. On an idle one it is twice as much as
 * for one.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ProcessTask {
  /** One of `SQUARE_LAYERS`, forward. */
  readonly layer: string;
  readonly seconds: number;
}

export interface ProcessAnswer {
  /** The output's binary32 patterns. */
  readonly bits: Uint32Array;
  readonly runsPerSecond: number;
}

const PROCESSES = 2;
const PROGRAM = fileURLToPath(new URL('process.ts', import.meta.url));

let started: readonly ChildProcess[] | undefined;

/** Has all processes run a layer for so long at the same time. @throws Error where one of them ends */
export async function onProcesses(task: ProcessTask): Promise<readonly ProcessAnswer[]> {
  started ??= Array.from({ length: PROCESSES }, () => fork(PROGRAM, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  return Promise.all(started.map(async (child) => {
    child.send(task);
    const stop = new AbortController();
    const ended = once(child, 'exit', { signal: stop.signal }).then(() => { throw new Error('a process of the benchmark has ended'); });
    const [answer] = (await Promise.race([once(child, 'message', { signal: stop.signal }), ended]).finally(() => {
      ended.catch(() => undefined);
      stop.abort();
    })) as [ProcessAnswer];
    return answer;
  }));
}

/** Ends them. */
export function closeProcesses(): void {
  started?.forEach((child) => child.kill());
  started = undefined;
}
