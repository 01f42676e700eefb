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
export interface PoolThread {
  readonly words: Int32Array;
  readonly port: MessagePort;
  last: LastRun;
  /** Resolved when it takes no more runs, for whatever reason. */
  readonly ended: Promise<void>;
  hasEnded: boolean;
  /** Why it has ended, where a run has failed on it. To be asked: what waits for a promise is kept as long as the promise, and this lives through many runs. */
  failure: { readonly error: unknown } | undefined;
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
  readonly threads: PoolThread[];
  /** Why a thread has not started. */
  broken: { readonly error: unknown } | undefined;
}

let kept: ThreadPool | undefined;

/** The pool, kept between runs; a larger one where it has too few threads. */
export async function poolOf(size: number): Promise<ThreadPool> {
  if (kept !== undefined && kept.size >= size) return kept;
  await closeThreads();
  const { Tinypool } = await import('tinypool');
  const { href } = new URL('./worker.js', import.meta.url);
  const tasks = new Tinypool({ filename: href, minThreads: 0, maxThreads: size, idleTimeout: IDLE_MS, concurrentTasksPerWorker: 1 });
  const pool: ThreadPool = { tasks, size, threads: [], broken: undefined };
  tasks.on('error', (error) => { breakPool(pool, error); });
  return (kept = pool);
}

/** A thread that can't even start fails none of the tasks: those that wait for one are ended, and the next run has a new pool. */
function breakPool(pool: ThreadPool, error: unknown): void {
  pool.broken ??= { error };
  if (kept === pool) kept = undefined;
  // Not the pool itself, as others may be about to fail in the same way.
  pool.tasks.cancelPendingTasks();
}

/** A run that threads take part in. */
export interface SharedRun {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Gives a thread its part of a run: when all have left the last one. @returns the thread, which may end before it has taken part */
export async function handOver(pool: ThreadPool, index: number, run: SharedRun, share: Share): Promise<PoolThread> {
  const thread = pool.threads.at(index);
  if (thread !== undefined && !thread.hasEnded) {
    const onMemory = isMemoryOf(thread.last, run.memory) ? undefined : run;
    const isAgain = onMemory === undefined && isSame(thread.last.share, share);
    if (!isAgain) thread.port.postMessage({ ...share, onMemory } satisfies ThreadTask);
    if (announceRun(thread.words)) {
      if (!isAgain) thread.last = lastRun(run, share);
      return thread;
    }
    // Until the pool knows that it has ended, another one would wait for this thread to do nothing.
    await thread.ended;
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

function startThread(pool: ThreadPool, run: SharedRun, share: Share): PoolThread {
  const words = handoverWords();
  const { port1, port2 } = new MessageChannel();
  // It is there before the thread is.
  port1.postMessage({ ...share, onMemory: run } satisfies ThreadTask);
  const watchMs = pool.size < availableParallelism() ? WATCH_MS : 0;
  const serving = pool.tasks.run({ words, port: port2, watchMs } satisfies Service, { transferList: [port2] }) as Promise<void>;
  const ended = serving.then(
    () => { thread.hasEnded = true; },
    (error: unknown) => {
      thread.hasEnded = true;
      thread.failure = pool.broken ?? { error };
    },
  );
  const thread: PoolThread = { words, port: port1, last: lastRun(run, share), ended, hasEnded: false, failure: undefined };
  return thread;
}

/** Ends the threads that wait for work. */
export async function closeThreads(): Promise<void> {
  const closing = kept;
  kept = undefined;
  await closing?.tasks.destroy();
}
