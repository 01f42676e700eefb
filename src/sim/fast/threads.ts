/** The fast engine on several threads, which share the memory of a run and take its units from one counter. The bits don't depend on their number. */
import { finish, type Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import { convolving, passSteps } from '../convolve.ts';
import type { Datapath } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { requireRoom, type ConvolutionResult } from '../result.ts';
import { fastResult, prepareTogether, returnRunMemory, runUnits, takeRunMemory } from './engine.ts';
import type { FastRun } from './fast-run.ts';
import { fastRunOf } from './kept-runs.ts';
import { Outputs } from './outputs.ts';
import { poolOf, handOver } from './pool.ts';
import { isPrepacked } from './prepack.ts';
import { keptCopyOf, unchanged } from './recurring.ts';
import { abandonRun, haveLeft } from './share.ts';

export { closeThreads } from './pool.ts';

/** More would only wait for each other, each with memory of its own. */
export const MOST_THREADS = 64;

export interface ThreadOptions {
  /** At most so many threads, this one included, and at most 64. */
  readonly threads: number;
  /** Runs the steps of this thread: to show progress, or to stop. By default in one go. */
  readonly drive?: <Result>(steps: Steps<Result>) => Result | Promise<Result>;
  /** Where the outputs go, as with `convolve`: not to be touched until the result is there. */
  readonly into?: Uint32Array | undefined;
}

/** A pass on several threads; on this one alone where the fast engine can't take it. Equal to `convolve` in every bit, count and overflow. */
export async function convolveOnThreads<Product, Sum>(
  conv: Convolution,
  datapath: Datapath<Product, Sum>,
  operand: Operand,
  y: Operand,
  options: ThreadOptions,
): Promise<ConvolutionResult> {
  const { threads, drive = finish, into } = options;
  requireRoom(conv, into);
  const form = datapath.integerForm;
  if (!form || !(threads > 1)) return drive(convolving(conv, datapath, operand, y, into));
  // Not compared yet: other threads have units of it meanwhile.
  const x = keptCopyOf(conv, datapath, operand, y);
  const onThisThread = (): ConvolutionResult | Promise<ConvolutionResult> => drive(passSteps(conv, datapath, unchanged(operand, x), y, into));
  const tensorScale = datapath.tensorScaleMultiplications;
  const plan = (): FastRun | undefined => {
    const run = fastRunOf(conv, form, x, y, tensorScale, Math.min(threads, MOST_THREADS));
    return 'refused' in run || run.threads.length === 1 ? undefined : run;
  };
  // What is kept of X may be in use until it is this run's turn.
  const first = isPrepacked(x) ? undefined : plan();
  if (!first && !isPrepacked(x)) return onThisThread();
  const result = await inTurn(async () => {
    const pool = await poolOf((first?.threads.length ?? Math.min(threads, MOST_THREADS)) - 1);
    const run = first ?? plan();
    const memory = run && takeRunMemory(run);
    if (run === undefined || memory === undefined) return onThisThread();
    const { module, description } = run;
    const others = run.threads.slice(1);
    // They wake up while this thread prepares the run.
    const taking = await Promise.all(others.map((own, index) => handOver(pool, index, { memory, module }, { description, own, thread: index + 1 })));
    const check = (): void => {
      for (const { failure } of taking) if (failure) throw failure.error;
    };
    try {
      await prepareTogether(conv, form, run, memory, x, y, check);
      const outputs = new Outputs(conv, description, memory, into);
      outputs.touch();
      if (unchanged(operand, x) !== x) throw CHANGED;
      await drive(runUnits(run, memory, x, outputs));
      await haveLeft(memory, description.shared, others.length, check);
      const result = fastResult(conv, run, memory, tensorScale, outputs);
      returnRunMemory(run, memory);
      return result;
    } catch (error) {
      abandonRun(memory, description);
      // Nobody may use the memory again before all have left it.
      await haveLeft(memory, description.shared, others.length, () => {
        if (taking.every(({ hasEnded }) => hasEnded)) throw ENDED;
      }).catch(() => undefined);
      returnRunMemory(run, memory);
      if (error === CHANGED) return undefined;
      throw error;
    }
  });
  return result ?? convolveOnThreads(conv, datapath, operand, y, options);
}

/** Ends a run on what was kept of an operand that has changed. */
const CHANGED = new Error('the operand has changed');

/** Ends the wait for threads that will never leave a run. */
const ENDED = new Error('all threads have ended');

let last: Promise<unknown> = Promise.resolve();

/** Runs follow one another: each has all threads. */
function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = last.then(run);
  last = result.catch(() => undefined);
  return result;
}
