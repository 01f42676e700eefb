/** The fast engine on several threads, which share the memory of a run and take its units from one counter. The bits don't depend on their number. */
import type { Tinypool } from 'tinypool';
import { elementCount } from '../../bits/shape.ts';
import { finish, type Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import { convolving } from '../convolve.ts';
import type { Datapath } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult } from '../result.ts';
import { fastResult, planFastRun, prepareRun, returnRunMemory, runUnits, takeRunMemory, type FastRun } from './engine.ts';
import { freshMemory } from './fresh-memory.ts';
import { isPrepacked } from './prepack.ts';
import { haveLeft } from './share.ts';
import type { ThreadTask } from './worker.ts';

/** More would only wait for each other, each with memory of its own. */
export const MOST_THREADS = 64;
/** How long a thread waits for more work. */
const IDLE_MS = 10_000;

export interface ThreadOptions {
  /** At most so many threads, this one included, and at most 64. */
  readonly threads: number;
  /** Runs the steps of this thread: to show progress, or to stop. By default in one go. */
  readonly drive?: <Result>(steps: Steps<Result>) => Result | Promise<Result>;
}

/** A pass on several threads; on this one alone where the fast engine can't take it. Equal to `convolve` in every bit, count and overflow. */
export async function convolveOnThreads<Product, Sum>(
  conv: Convolution,
  datapath: Datapath<Product, Sum>,
  x: Operand,
  y: Operand,
  { threads, drive = finish }: ThreadOptions,
): Promise<ConvolutionResult> {
  const form = datapath.integerForm;
  const tensorScale = datapath.tensorScaleMultiplications;
  const plan = (): FastRun | undefined => {
    const run = form && threads > 1 ? planFastRun(conv, form, x, y, tensorScale, Math.min(threads, MOST_THREADS)) : undefined;
    return run === undefined || 'refused' in run || run.threads.length === 1 ? undefined : run;
  };
  // What is kept of X may be in use until it is this run's turn.
  const first = isPrepacked(x) ? undefined : plan();
  if (!form || !(threads > 1) || (!first && !isPrepacked(x))) return drive(convolving(conv, datapath, x, y));
  return inTurn(async () => {
    const others = await poolOf((first?.threads.length ?? Math.min(threads, MOST_THREADS)) - 1);
    const { pool, broken } = others;
    // A thread has left the last run before its task has ended: until then, the next one would stay here, and reach it when this thread has done all units.
    await Promise.race([others.idle, broken]);
    const run = first ?? plan();
    const memory = run && takeRunMemory(run);
    if (run === undefined || memory === undefined) return drive(convolving(conv, datapath, x, y));
    const room = new Uint32Array(freshMemory(Uint32Array.BYTES_PER_ELEMENT * elementCount(conv.outputShape)));
    // They wake up while this thread prepares the run.
    const tasks = run.threads.slice(1).map((own): Promise<void> => pool.run({ memory, module: run.module, description: run.description, own } satisfies ThreadTask));
    const ended = Promise.all(tasks);
    ended.catch(() => undefined);
    // Nobody may use the memory again before all have left it.
    const settled = Promise.allSettled(tasks);
    others.idle = settled;
    try {
      prepareRun(conv, form, run, memory, x, y);
      touch(room);
      await drive(runUnits(run, memory, x));
      // They have left a while before their tasks end.
      await Promise.race([haveLeft(memory, run.description.shared, tasks.length), ended, broken]);
    } catch (error) {
      void settled.then(() => { returnRunMemory(run, memory); });
      await Promise.race([settled, broken]);
      throw error;
    }
    const result = fastResult(conv, run, memory, tensorScale, room);
    void settled.then(() => { returnRunMemory(run, memory); });
    return result;
  });
}

/** Words of a page of memory. */
const PAGE = 1024;

/** Has the system give memory its pages, which takes longer than to copy to them: the other threads are at work meanwhile. */
function touch(room: Uint32Array): void {
  for (let i = 0; i < room.length; i += PAGE) room[i] = 0;
}

let last: Promise<unknown> = Promise.resolve();

/** Runs follow one another: each has all threads. */
function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = last.then(run);
  last = result.catch(() => undefined);
  return result;
}

interface Pool {
  readonly pool: Tinypool;
  readonly threads: number;
  /** Rejected where a thread can't even start: that fails none of its tasks. */
  readonly broken: Promise<never>;
  /** Resolved when the tasks of the last run have ended. */
  idle: Promise<unknown>;
}

let kept: Pool | undefined;

/** The pool, kept between runs; a larger one where there are too few threads. */
async function poolOf(threads: number): Promise<Pool> {
  if (kept !== undefined && kept.threads >= threads) return kept;
  await closeThreads();
  const { Tinypool } = await import('tinypool');
  const { href } = new URL('./worker.js', import.meta.url);
  const pool = new Tinypool({ filename: href, minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS, concurrentTasksPerWorker: 1 });
  const broken = new Promise<never>((_, reject) => { pool.on('error', reject); });
  broken.catch(() => undefined);
  kept = { pool, threads, broken, idle: Promise.resolve() };
  return kept;
}

/** Ends the threads that wait for work. */
export async function closeThreads(): Promise<void> {
  const closing = kept;
  kept = undefined;
  await closing?.pool.destroy();
}
