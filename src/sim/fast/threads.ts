/** The fast engine on several threads, which share the memory of a run and take its units from one counter. The bits don't depend on their number. */
import type { Tinypool } from 'tinypool';
import { finish, type Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import { convolving } from '../convolve.ts';
import type { Datapath } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult } from '../result.ts';
import { beginFast, fastResult, planFastRun, runUnits } from './engine.ts';
import { returnMemory } from './memory.ts';
import type { ThreadTask } from './worker.ts';

export interface ThreadOptions {
  /** At most so many threads, this one included. */
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
  const run = form && threads > 1 ? planFastRun(conv, form, x, y, tensorScale, threads) : undefined;
  if (!form || !run || 'refused' in run || run.threads.length === 1) return drive(convolving(conv, datapath, x, y));
  return inTurn(async () => {
    const pool = await poolOf(run.threads.length - 1);
    const memory = beginFast(conv, form, run, x, y);
    const tasks = run.threads.slice(1).map((own): ThreadTask => ({ memory, module: run.module, description: run.description, own }));
    const others = Promise.allSettled(tasks.map((task) => pool.run(task)));
    try {
      await drive(runUnits(run, memory));
      for (const outcome of await others) if (outcome.status === 'rejected') throw outcome.reason;
      return fastResult(conv, run, memory, tensorScale);
    } finally {
      await others;
      returnMemory(memory);
    }
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Runs follow one another: each has all threads. */
function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = last.then(run);
  last = result.catch(() => undefined);
  return result;
}

let pool: Tinypool | undefined;
let poolThreads = 0;

/** The pool, kept between runs; a larger one where there are too few threads. */
async function poolOf(threads: number): Promise<Tinypool> {
  if (pool !== undefined && poolThreads >= threads) return pool;
  await closeThreads();
  const { Tinypool: Pool } = await import('tinypool');
  // From source (.ts) a thread needs the loader that this one was started with.
  const source = import.meta.url.endsWith('.ts');
  const filename = new URL(source ? './worker.ts' : './worker.js', import.meta.url).href;
  pool = new Pool({ filename, minThreads: 0, maxThreads: threads, idleTimeout: 10_000, concurrentTasksPerWorker: 1, ...(source ? { execArgv: ['--import', 'tsx'] } : {}) });
  poolThreads = threads;
  return pool;
}

/** Ends the threads that wait for work. */
export async function closeThreads(): Promise<void> {
  const closing = pool;
  pool = undefined;
  poolThreads = 0;
  await closing?.destroy();
}
