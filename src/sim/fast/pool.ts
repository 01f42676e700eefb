/** Threads that take part in runs. */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Tinypool } from 'tinypool';
import { announceRun, laneWords } from './lane-words.ts';
import type { Share } from './share.ts';
import { WATCH_MS } from './wait.ts';
import type { Service, ThreadTask } from './worker.ts';

/** How long a thread waits for more work. */
const IDLE_MS = 10_000;

/** A thread as the one sees it that has runs for it. */
interface Lane {
  readonly words: Int32Array;
  readonly port: MessagePort;
  /** The memory of its last run, as large as it was then: one that has grown since may still seem smaller to the thread. */
  memory: { readonly ref: WeakRef<WebAssembly.Memory>; readonly bytes: number };
  /** Rejected where a run fails on the thread; resolved when it takes no more. */
  readonly ended: Promise<void>;
}

export interface Crew {
  readonly pool: Tinypool;
  readonly threads: number;
  /** Rejected where a thread can't even start: that fails none of its tasks. */
  readonly broken: Promise<never>;
  readonly lanes: Lane[];
}

let kept: Crew | undefined;

/** The crew, kept between runs; a larger one where it has too few threads. */
export async function crewOf(threads: number): Promise<Crew> {
  if (kept !== undefined && kept.threads >= threads) return kept;
  await closeThreads();
  const { Tinypool } = await import('tinypool');
  const { href } = new URL('./worker.js', import.meta.url);
  const pool = new Tinypool({ filename: href, minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS, concurrentTasksPerWorker: 1 });
  const broken = new Promise<never>((_, reject) => { pool.on('error', reject); });
  broken.catch(() => undefined);
  kept = { pool, threads, broken, lanes: [] };
  return kept;
}

/** A run that threads take part in. */
export interface SharedRun {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Gives a thread its part of a run: when all have left the last one. @returns a promise that is rejected where the run fails on it */
export async function handOver(crew: Crew, thread: number, run: SharedRun, share: Share): Promise<{ readonly ended: Promise<void> }> {
  const lane = crew.lanes.at(thread);
  if (lane !== undefined) {
    const isLast = lane.memory.ref.deref() === run.memory && lane.memory.bytes === run.memory.buffer.byteLength;
    lane.port.postMessage({ ...share, onMemory: isLast ? undefined : run } satisfies ThreadTask);
    if (announceRun(lane.words)) {
      if (!isLast) lane.memory = known(run.memory);
      return lane;
    }
    // Until the pool knows that it has ended, another one would wait for this thread to do nothing.
    await Promise.race([lane.ended, crew.broken]).catch(() => undefined);
  }
  return (crew.lanes[thread] = startLane(crew, run, share));
}

function known(memory: WebAssembly.Memory): Lane['memory'] {
  return { ref: new WeakRef(memory), bytes: memory.buffer.byteLength };
}

function startLane({ pool, threads }: Crew, run: SharedRun, share: Share): Lane {
  const words = laneWords();
  const { port1, port2 } = new MessageChannel();
  // It is there before the thread is.
  port1.postMessage({ ...share, onMemory: run } satisfies ThreadTask);
  const watchMs = threads < availableParallelism() ? WATCH_MS : 0;
  const ended = pool.run({ words, port: port2, watchMs } satisfies Service, { transferList: [port2] }) as Promise<void>;
  ended.catch(() => undefined);
  return { words, port: port1, memory: known(run.memory), ended };
}

/** Ends the threads that wait for work. */
export async function closeThreads(): Promise<void> {
  const closing = kept;
  kept = undefined;
  await closing?.pool.destroy();
}
