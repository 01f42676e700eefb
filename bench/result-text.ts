/** Results for people and for programs. */
import { borderless } from '../src/cli/table.ts';
import { UNITS, type Result } from './benchmark.ts';
import { GOALS, goalState } from './goals.ts';
import { ratioOf } from './measure.ts';
import { RTL } from './rtl-cases.ts';

/** The engine that others are compared with, where the case has it. */
const BASES: Record<Result['bench'], readonly string[]> = {
  conv: ['C++', 'functional'],
  quantize: ['reference'],
  cycle: [RTL],
  vectors: [],
};
const TITLES: Record<Result['bench'], string> = {
  conv: 'Convolution: products, padding included',
  quantize: 'Quantization to <2,4>',
  cycle: 'Cycle model: one element of 16 lanes, 3x3 groups',
  vectors: 'Golden vectors',
};

/** What a result is divided by: the same case of the base engine, on one thread. */
export function baseOf(result: Result, results: readonly Result[]): Result | undefined {
  const same = results.filter((other) => other.bench === result.bench && other.case === result.case && other.pass === result.pass && other.threads === 1);
  return BASES[result.bench].map((engine) => same.find((other) => other.engine === engine)).find((base) => base !== undefined);
}

/** Three digits that count, of large numbers all before the point. */
export function rateText(value: number): string {
  return value >= 999.5 ? value.toFixed(0) : value.toPrecision(3);
}

export function ratioText(value: number): string {
  return `${rateText(value)}x`;
}

/** A table for each kind of benchmark. */
export function resultTables(results: readonly Result[]): string {
  const benches = [...new Set(results.map(({ bench }) => bench))];
  return benches.map((bench) => table(bench, results.filter((result) => result.bench === bench))).join('\n\n');
}

function table(bench: Result['bench'], results: readonly Result[]): string {
  const base = results.map((result) => baseOf(result, results)).find((found) => found !== undefined);
  const rows = results.map((result) => {
    const { case: name, pass, engine, threads, median, low, high } = result;
    const under = baseOf(result, results);
    const ratio = under === undefined ? '' : under === result ? '1' : ratioText(ratioOf(result, under));
    return [name, pass ?? '', engine, String(threads), rateText(median), `${rateText(low)}..${rateText(high)}`, ratio];
  });
  const head = ['case', 'pass', 'engine', 'threads', UNITS[results[0].unit].title, 'spread', base === undefined ? '' : `over ${base.engine}`];
  return `${TITLES[bench]}\n${borderless(head, 3, rows)}`;
}

export function goalTable(results: readonly Result[]): string {
  const rows = GOALS.map((goal) => {
    const value = goal.value(results);
    return [goal.title, goalState(goal, results), value === undefined ? '-' : `${rateText(value)}${goal.unit}`, `${goal.least}${goal.unit}`];
  });
  return `Goals\n${borderless(['goal', 'state', 'measured', 'at least'], 2, rows)}`;
}

/** The median's key is the unit; `rounds` has the rate of each, `quickest` that of the quickest hundredth of single runs. */
export function resultJson(results: readonly Result[]): string {
  const plain = results.map(({ unit, median, low, high, quickest, rounds, ...subject }) => ({ ...subject, [unit]: median, low, high, ...(quickest === undefined ? {} : { quickest }), rounds }));
  return JSON.stringify(plain, null, 2);
}
