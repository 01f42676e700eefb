/** Threads that take part in runs. */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Tinypool } from 'tinypool';
import { announceRun, handoverWords } from './handover.ts';
import type { Share } from './share.ts';
import { WATCH_MS } from './wait.ts';
import type { Service, ThreadTask } from './worker.ts';

/** How long a thread waits for more work. */
const IDLE_MS = 10_000;

/** A thread as the one sees it that has runs for it. */
interface PoolThread {
  readonly words: Int32Array;
  readonly port: MessagePort;
  last: LastRun;
  /** Rejected where a run fails on the thread; resolved when it takes no more. */
  readonly ended: Promise<void>;
}

/** What a thread knows of its last run. */
interface LastRun {
  readonly memory: WeakRef<WebAssembly.Memory>;
  /** The memory's size then: one that has grown since may still seem smaller to the thread. */
  readonly bytes: number;
  readonly share: Share;
}

export interface ThreadPool {
  readonly tasks: Tinypool;
  readonly size: number;
  /** Rejected where a thread can't even start: that fails none of its tasks. */
  readonly broken: Promise<never>;
  readonly threads: PoolThread[];
}

let kept: ThreadPool | undefined;

/** The pool, kept between runs; a larger one where it has too few threads. */
export async function poolOf(size: number): Promise<ThreadPool> {
  if (kept !== undefined && kept.size >= size) return kept;
  await closeThreads();
  const { Tinypool } = await import('tinypool');
  const { href } = new URL('./worker.js', import.meta.url);
  const tasks = new Tinypool({ filename: href, minThreads: 0, maxThreads: size, idleTimeout: IDLE_MS, concurrentTasksPerWorker: 1 });
  const broken = new Promise<never>((_, reject) => { tasks.on('error', reject); });
  broken.catch(() => undefined);
  kept = { tasks, size, broken, threads: [] };
  return kept;
}

/** A run that threads take part in. */
export interface SharedRun {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Gives a thread its part of a run: when all have left the last one. @returns a promise that is rejected where the run fails on it */
export async function handOver(pool: ThreadPool, index: number, run: SharedRun, share: Share): Promise<{ readonly ended: Promise<void> }> {
  const thread = pool.threads.at(index);
  if (thread !== undefined) {
    const onMemory = isMemoryOf(thread.last, run.memory) ? undefined : run;
    const isAgain = onMemory === undefined && isSame(thread.last.share, share);
    if (!isAgain) thread.port.postMessage({ ...share, onMemory } satisfies ThreadTask);
    if (announceRun(thread.words)) {
      if (!isAgain) thread.last = lastRun(run, share);
      return thread;
    }
    // Until the pool knows that it has ended, another one would wait for this thread to do nothing.
    await Promise.race([thread.ended, pool.broken]).catch(() => undefined);
  }
  return (pool.threads[index] = startThread(pool, run, share));
}

function isMemoryOf({ memory, bytes }: LastRun, found: WebAssembly.Memory): boolean {
  return memory.deref() === found && bytes === found.buffer.byteLength;
}

function isSame(a: Share, b: Share): boolean {
  return a.description === b.description && a.own === b.own;
}

function lastRun({ memory }: SharedRun, share: Share): LastRun {
  return { memory: new WeakRef(memory), bytes: memory.buffer.byteLength, share };
}

function startThread({ tasks, size }: ThreadPool, run: SharedRun, share: Share): PoolThread {
  const words = handoverWords();
  const { port1, port2 } = new MessageChannel();
  // It is there before the thread is.
  port1.postMessage({ ...share, onMemory: run } satisfies ThreadTask);
  const watchMs = size < availableParallelism() ? WATCH_MS : 0;
  const ended = tasks.run({ words, port: port2, watchMs } satisfies Service, { transferList: [port2] }) as Promise<void>;
  ended.catch(() => undefined);
  return { words, port: port1, last: lastRun(run, share), ended };
}

/** Ends the threads that wait for work. */
export async function closeThreads(): Promise<void> {
  const closing = kept;
  kept = undefined;
  await closing?.tasks.destroy();
}
