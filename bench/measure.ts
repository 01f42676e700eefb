/** Rounds in which all benchmarks take turns, so that a machine whose speed changes changes it for all of them. */
import { UNITS, type Benchmark, type Figures, type Result, type Seconds } from './benchmark.ts';
import { stolenTicks } from './steal.ts';

/** A turn lasts about so long, so that the clock's grain and a single interruption don't count. */
export const TURN_SECONDS = 0.05;
/** Benchmarks that are measured together have so many turns in a round. */
const TURNS_TOGETHER = 3;
const MOST_TIMES = 2000;
const MOST_TURNS = 10;
/** One in so many single runs is said to be undisturbed: with fewer there is none. */
const QUICKEST = 100;

/** Prepares all, then measures each `runs` times. @param progress is told what comes next */
export async function measure(benchmarks: readonly Benchmark[], runs: number, progress: (done: number, total: number, what: Benchmark) => void): Promise<readonly Result[]> {
  const turns: Turn[] = [];
  const total = benchmarks.length * (runs + 1);
  let done = 0;
  for (const benchmark of benchmarks) {
    progress(done++, total, benchmark);
    await benchmark.prepare?.();
    turns.push({ benchmark, times: benchmark.slowRounds === undefined ? await timesOfTurn(benchmark) : 1, rates: [], singles: [] });
  }
  for (let round = 0; round < runs; round++) {
    for (const group of groupsOf(turns)) {
      progress(done, total, group[0].benchmark);
      done += group.length;
      if (round < (group[0].benchmark.slowRounds ?? Infinity)) await takeTurns(group);
    }
  }
  return turns.map(({ benchmark, rates, singles }) => result(benchmark, rates, singles));
}

interface Turn {
  readonly benchmark: Benchmark;
  readonly times: number;
  readonly rates: number[];
  /** Seconds of single runs. */
  readonly singles: number[];
}

/** Those that are measured together, and others on their own, in the order of the first of each. */
function groupsOf(turns: readonly Turn[]): readonly (readonly Turn[])[] {
  const groups = new Map<string | Turn, Turn[]>();
  for (const turn of turns) {
    const key = turn.benchmark.together ?? turn;
    groups.set(key, [...(groups.get(key) ?? []), turn]);
  }
  return [...groups.values()];
}

async function takeTurns(group: readonly Turn[]): Promise<void> {
  const turns = group.length === 1 ? 1 : (group[0].benchmark.turns ?? TURNS_TOGETHER);
  const seconds = group.map(() => 0);
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, { benchmark, times, singles }] of group.entries()) {
      // What others have run since takes the caches, and a processor may have slept: a second one takes some milliseconds until it is as fast as it will be.
      if (benchmark.slowRounds === undefined) await benchmark.run(group.length === 1 ? 1 : Math.ceil(times / 3));
      const found = await undisturbed(benchmark, times);
      if (typeof found !== 'number') singles.push(...found);
      seconds[i] += inAll(found);
    }
  }
  group.forEach(({ benchmark, times, rates }, i) => rates.push((benchmark.work * turns * times) / seconds[i] / UNITS[benchmark.unit].size));
}

/** Seconds of a turn during which the machine had all of its processors, if there is one among a few. Long runs are taken as they are. */
async function undisturbed(benchmark: Benchmark, times: number): Promise<Seconds> {
  const most = benchmark.slowRounds === undefined ? MOST_TURNS : 1;
  for (let turn = 1; ; turn++) {
    const before = stolenTicks();
    const seconds = await benchmark.run(times);
    if (turn === most || stolenTicks() === before) return seconds;
  }
}

/** Seconds of all runs. */
export function inAll(seconds: Seconds): number {
  return typeof seconds === 'number' ? seconds : seconds.reduce((sum, one) => sum + one, 0);
}

async function timesOfTurn(benchmark: Benchmark): Promise<number> {
  await benchmark.run(1); // The first run compiles.
  const seconds = inAll(await benchmark.run(1));
  return Math.min(MOST_TIMES, Math.max(1, Math.round(TURN_SECONDS / seconds)));
}

function result({ bench, case: name, pass, threads, engine, unit, work }: Benchmark, rates: readonly number[], singles: readonly number[]): Result {
  const seconds = quickestOf(singles);
  const quickest = seconds === undefined ? {} : { quickest: work / seconds / UNITS[unit].size };
  return { bench, case: name, ...(pass === undefined ? {} : { pass }), threads, engine, unit, ...figures(rates), ...quickest };
}

/** The seconds that one run in a hundred stays below; undefined where there are fewer. */
function quickestOf(singles: readonly number[]): number | undefined {
  return singles.length < QUICKEST ? undefined : [...singles].sort((a, b) => a - b)[Math.floor(singles.length / QUICKEST)];
}

/** The median, and the range. @param rounds at least one */
export function figures(rounds: readonly number[]): Figures {
  return { rounds, median: medianOf(rounds), low: Math.min(...rounds), high: Math.max(...rounds) };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** How many times as fast one is as another: the median over the rounds that both took part in. Within a round both are measured at about the same time. */
export function ratioOf(over: Figures, under: Figures): number {
  const both = Math.min(over.rounds.length, under.rounds.length);
  return medianOf(Array.from({ length: both }, (_, round) => over.rounds[round] / under.rounds[round]));
}

/** Makes a `run` of something that happens in this process, and times each. */
export function timed(run: () => unknown): (times: number) => readonly number[] {
  return (times) => {
    const ends = [performance.now()];
    for (let i = 0; i < times; i++) {
      run();
      ends.push(performance.now());
    }
    return secondsBetween(ends);
  };
}

/** The same of something that ends later. */
export function timedAsync(run: () => Promise<unknown>): (times: number) => Promise<readonly number[]> {
  return async (times) => {
    const ends = [performance.now()];
    for (let i = 0; i < times; i++) {
      await run();
      ends.push(performance.now());
    }
    return secondsBetween(ends);
  };
}

/** @param ends milliseconds */
function secondsBetween(ends: readonly number[]): readonly number[] {
  return ends.slice(1).map((end, i) => (end - ends[i]) / 1000);
}
