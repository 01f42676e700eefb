import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../bench/benchmark.ts';
import { inAll, measure, timed, timedAsync } from '../../bench/measure.ts';

/** A benchmark of 10^9 products a run, and the calls of all such. */
function recorded(calls: string[], engine: string, secondsOfRun: number, more: Partial<Benchmark> = {}): Benchmark {
  return {
    bench: 'conv',
    case: 'layer',
    threads: 1,
    engine,
    unit: 'gmacs',
    work: 1e9,
    run: (times) => {
      calls.push(`${engine} ${times}`);
      return times * secondsOfRun;
    },
    ...more,
  };
}

describe('measured benchmarks', () => {
  it('take turns, in several where they belong together', async () => {
    const calls: string[] = [];
    const benchmarks = [
      recorded(calls, 'a', 0.025),
      recorded(calls, 'b', 0.001, { together: 'x' }),
      recorded(calls, 'd', 0.01, { together: 'y' }),
      recorded(calls, 'c', 0.5, { together: 'x' }),
      recorded(calls, 'e', 1, { slowRounds: 1 }),
    ];
    let told = 0;
    const results = await measure(benchmarks, 2, (done, total) => {
      expect(done).toBeGreaterThanOrEqual(told);
      expect(total).toBe(15);
      told = done;
    });
    const found = calls.join(', ');
    const parts = Array.from({ length: 3 }, () => 'b 17, b 50, c 1, c 1').join(', ');
    // Two runs of each to know how long one is, but of those that are long.
    expect(found).toBe(`a 1, a 1, b 1, b 1, d 1, d 1, c 1, c 1, a 1, a 2, ${parts}, d 1, d 5, e 1, a 1, a 2, ${parts}, d 1, d 5`);
    expect(results.map(({ engine, rounds }) => [engine, rounds.map((rate) => Number(rate.toPrecision(9)))])).toEqual([['a', [40, 40]], ['b', [1000, 1000]], ['d', [100, 100]], ['c', [2, 2]], ['e', [1]]]);
  });

  it('have the rate of all turns of a round', async () => {
    let turn = 0;
    // Runs that are timed take 1, 2, 3, ... seconds each.
    const growing = { together: 'x', run: (times: number): number => (times === 1 && turn++ % 2 === 1 ? Math.ceil(turn / 2) : 0.05) };
    const [first] = await measure([recorded([], 'a', 1, growing), recorded([], 'b', 1, { together: 'x' })], 1, () => undefined);
    // The first of them says how long a run is.
    expect(first.rounds).toEqual([3 / (2 + 3 + 4)]);
    expect(first).not.toHaveProperty('quickest');
  });

  it('take as many turns as they ask for, with one rate', async () => {
    const calls: string[] = [];
    const [first] = await measure([recorded(calls, 'a', 1, { together: 'x', turns: 4 }), recorded(calls, 'b', 1, { together: 'x', turns: 4 })], 1, () => undefined);
    expect(calls.slice(4).join(', ')).toBe(Array.from({ length: 4 }, () => 'a 1, a 1, b 1, b 1').join(', '));
    expect(first.rounds).toEqual([1]);
  });

  it('have the rate of the quickest hundredth of runs, where single ones are timed', async () => {
    // One run to compile, one that says how long they are, and in each turn one that isn't timed before one that is: two of these are outliers.
    let run = 0;
    const singly = (times: number): readonly number[] => Array.from({ length: times }, () => (run++ === 3 || run === 6 ? 0.001 : 0.05 * (1 + (run % 4))));
    const quickestOf = async (rounds: number): Promise<readonly (number | undefined)[]> => {
      run = 0;
      const [each, all] = await measure([recorded([], 'a', 1, { run: singly }), recorded([], 'b', 0.05)], rounds, () => undefined);
      return [each.quickest, all.quickest];
    };
    // Of 250 runs the third one by time.
    expect(await quickestOf(250)).toEqual([20, undefined]);
    // Of fewer than a hundred runs none is said.
    expect(await quickestOf(99)).toEqual([undefined, undefined]);
  });

  it('are timed run by run', async () => {
    let calls = 0;
    const wait = (): void => {
      const until = performance.now() + 2.5;
      calls++;
      while (performance.now() < until);
    };
    const waitAsync = async (): Promise<void> => {
      wait();
      await Promise.resolve();
    };
    for (const run of [timed(wait), timedAsync(waitAsync)]) {
      const start = performance.now();
      const seconds = await run(3);
      // Each has its own time, not that since the first one.
      expect(inAll(seconds)).toBeLessThanOrEqual((performance.now() - start) / 1000 + 1e-6);
      expect(seconds).toHaveLength(3);
      for (const one of seconds) expect(one).toBeGreaterThanOrEqual(0.002);
      expect(inAll(seconds)).toBe(seconds[0] + seconds[1] + seconds[2]);
    }
    expect(calls).toBe(6);
    expect(inAll(1.5)).toBe(1.5);
  });
});
