/** Threads that take part in runs. */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Tinypool } from 'tinypool';
import { announceRun, laneWords } from './lane-words.ts';
import { WATCH_MS } from './wait.ts';
import type { Service, ThreadTask } from './worker.ts';

/** How long a thread waits for more work. */
const IDLE_MS = 10_000;

/** A thread as the one sees it that has runs for it. */
interface Lane {
  readonly words: Int32Array;
  readonly port: MessagePort;
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

/** Gives a thread its part of a run: when all have left the last one. @returns a promise that is rejected where the run fails on it */
export async function handOver(crew: Crew, thread: number, task: ThreadTask): Promise<{ readonly ended: Promise<void> }> {
  const lane = crew.lanes.at(thread);
  if (lane !== undefined) {
    lane.port.postMessage(task);
    if (announceRun(lane.words)) return lane;
    // Until the pool knows that it has ended, another one would wait for this thread to do nothing.
    await Promise.race([lane.ended.catch(() => undefined), crew.broken]);
  }
  return (crew.lanes[thread] = startLane(crew, task));
}

function startLane({ pool, threads }: Crew, task: ThreadTask): Lane {
  const words = laneWords();
  const { port1, port2 } = new MessageChannel();
  // It is there before the thread is.
  port1.postMessage(task);
  const watchMs = threads < availableParallelism() ? WATCH_MS : 0;
  const ended = pool.run({ words, port: port2, watchMs } satisfies Service, { transferList: [port2] }) as Promise<void>;
  ended.catch(() => undefined);
  return { words, port: port1, ended };
}

/** Ends the threads that wait for work. */
export async function closeThreads(): Promise<void> {
  const closing = kept;
  kept = undefined;
  await closing?.pool.destroy();
}
