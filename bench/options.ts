/** Options of the benchmark programs, and how such a program ends. */
import { parseArgs } from 'node:util';
import { WrongAnswer } from './benchmark.ts';

/** Bad usage: one line on standard error and exit status 2. */
export class UsageError extends Error {}

const WRONG_ANSWER = 1;
const BAD_USAGE = 2;
const INTERRUPTED = 130;
const TERMINATED = 143;
const MOST_RUNS = 1000;

type Flags = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** The options as given. @throws UsageError */
export function parseOptions<const F extends NonNullable<Flags>>(args: readonly string[], options: F): ReturnType<typeof parseArgs<{ options: F }>>['values'] {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** @throws UsageError */
export function parseRuns(text: string): number {
  const runs = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(runs >= 1 && runs <= MOST_RUNS)) throw new UsageError(`--runs: expected an integer from 1 to ${MOST_RUNS}, found '${text}'`);
  return runs;
}

/** Runs a program to its end, with the exit status of what went wrong. */
export async function program(name: string, main: () => void | Promise<void>): Promise<void> {
  process.on('SIGINT', () => process.exit(INTERRUPTED));
  process.on('SIGTERM', () => process.exit(TERMINATED));
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof WrongAnswer)) throw error;
    process.stderr.write(`${name}: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    process.exitCode = error instanceof UsageError ? BAD_USAGE : WRONG_ANSWER;
  }
}

/** A line that is written over, on a terminal only. An empty text takes it away. */
export function progressLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text.slice(0, process.stderr.columns - 1)}`);
}
