/** What is measured, and what comes out. */
import type { Pass } from '../src/sim/convolution.ts';

/** How a rate is counted, and its key in JSON. */
export const UNITS = {
  gmacs: { title: 'GMAC/s', size: 1e9 },
  melems: { title: 'M elements/s', size: 1e6 },
  mcycles: { title: 'M cycles/s', size: 1e6 },
  kcases: { title: 'k cases/s', size: 1e3 },
} as const;
export type Unit = keyof typeof UNITS;

export interface Subject {
  readonly bench: 'conv' | 'quantize' | 'cycle' | 'vectors';
  readonly case: string;
  readonly pass?: Pass;
  readonly threads: number;
  readonly engine: string;
}

export interface Benchmark extends Subject {
  readonly unit: Unit;
  /** Products, elements, ... of one run. */
  readonly work: number;
  /** Present where a run is long: measured in so many rounds at most, a run each. */
  readonly slowRounds?: number;
  /** Benchmarks that have this in common take several turns in a round, in alternation: of these ratios are of interest that a machine's state changes. */
  readonly together?: string;
  /** How many turns these have in a round, where it isn't the usual number. */
  readonly turns?: number;
  /** Makes the operands, checks that the answer is right. Not timed. Where runs are long it also has to run what is compiled when first run. @throws WrongAnswer */
  prepare?(): void | Promise<void>;
  /** Runs so many times. @returns seconds in all, or of each run */
  run(times: number): Seconds | Promise<Seconds>;
}

export type Seconds = number | readonly number[];

export interface Figures {
  /** By round. */
  readonly rounds: readonly number[];
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Rates, in the unit. */
export interface Result extends Subject, Figures {
  readonly unit: Unit;
  /** That of single runs, one in a hundred of which is quicker: those that nothing disturbed. Only of many runs that are timed singly. */
  readonly quickest?: number;
}

/** A benchmark that would compare wrong answers. */
export class WrongAnswer extends Error {}

/** One line that `--only` searches in. */
export function subjectText({ bench, case: name, pass, engine, threads }: Subject): string {
  return [bench, name, pass, engine, `${threads} thread${threads === 1 ? '' : 's'}`].filter((part) => part !== undefined).join(' ');
}
