/** The tables of docs/performance.md. */
import type { Pass } from '../src/sim/convolution.ts';
import { UNITS, type Result } from './benchmark.ts';
import { NEW_WEIGHTS, ONNX_RUNTIME, PREPACKED } from './conv-cases.ts';
import { layerText, type CostPoint } from './cost-points.ts';
import { bytesPerElement, durationText, largePoint, mebibytes, memoryText, seriesFits } from './cost-text.ts';
import { GOALS, goalState } from './goals.ts';
import { ratioOf } from './measure.ts';
import { baseOf, rateText, ratioText } from './result-text.ts';

type Row = readonly string[];

/** @param leftColumns the first columns, which are aligned left */
function markdownTable(head: Row, leftColumns: number, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map((_, i) => (i < leftColumns ? '---' : '---:')).join('|')}|`, ...rows.map(line)].join('\n');
}

interface Column {
  readonly title: string;
  readonly engine: string;
  readonly threads: number;
}

/** The engines of convolutions, in the order of tables and charts. */
export const ENGINES: readonly Column[] = [
  { title: 'functional', engine: 'functional', threads: 1 },
  { title: 'C++', engine: 'C++', threads: 1 },
  { title: 'ONNX Runtime', engine: ONNX_RUNTIME, threads: 1 },
  { title: 'fast', engine: 'fast', threads: 1 },
  { title: 'fast, 2 threads', engine: 'fast', threads: 2 },
  { title: 'new weights', engine: NEW_WEIGHTS, threads: 1 },
  { title: 'prepacked', engine: PREPACKED, threads: 1 },
];

/** A case with its results in the order of ENGINES. */
export interface CaseResults {
  readonly case: string;
  readonly pass: Pass | undefined;
  readonly results: readonly (Result | undefined)[];
}

export function convolutionCases(results: readonly Result[]): readonly CaseResults[] {
  const convolutions = results.filter(({ bench }) => bench === 'conv');
  const keyOf = ({ case: name, pass }: Result): string => `${name}|${pass ?? ''}`;
  return [...new Set(convolutions.map(keyOf))].map((key) => {
    const same = convolutions.filter((result) => keyOf(result) === key);
    const of = ({ engine, threads }: Column): Result | undefined => same.find((result) => result.engine === engine && result.threads === threads);
    return { case: same[0].case, pass: same[0].pass, results: ENGINES.map(of) };
  });
}

export function convolutionTable(results: readonly Result[]): string {
  const rows = convolutionCases(results).map(({ case: name, pass, results: found }) => {
    const [functional, cpp, onnxRuntime, fast, , fresh] = found;
    const ratio = (over: Result | undefined, under: Result | undefined): string => (over === undefined || under === undefined ? '' : ratioText(ratioOf(over, under)));
    return [name, pass ?? '', ...found.map((result) => (result === undefined ? '' : rateText(result.median))), ratio(fast, functional), ratio(fast, cpp), ratio(fast, onnxRuntime), ratio(fresh, cpp)];
  });
  const head = ['layer', 'pass', ...ENGINES.map(({ title }) => title), 'fast / functional', 'fast / C++', 'fast / ONNX Runtime', 'new weights / C++'];
  return markdownTable(head, 2, rows);
}

/** Everything but convolutions. */
export function otherTable(results: readonly Result[]): string {
  const rows = results
    .filter(({ bench }) => bench !== 'conv')
    .map((result) => {
      const { bench, case: name, engine, unit, median, low, high } = result;
      const base = baseOf(result, results);
      const ratio = base === undefined || base === result ? '' : ratioText(ratioOf(result, base));
      return [bench, name, engine, rateText(median), `${rateText(low)}..${rateText(high)}`, UNITS[unit].title, ratio];
    });
  return markdownTable(['what', 'case', 'engine', 'median', 'spread', 'unit', 'over reference'], 3, rows);
}

export function goalsTable(results: readonly Result[]): string {
  const rows = GOALS.map((goal) => {
    const value = goal.value(results);
    return [goal.title, goalState(goal, results), value === undefined ? '' : `${rateText(value)}${goal.unit}`, `${goal.least}${goal.unit}`];
  });
  return markdownTable(['goal', 'state', 'measured', 'at least'], 2, rows);
}

export function costTables(points: readonly CostPoint[]): string {
  const fits = seriesFits(points).map(({ series, points: of, exponent, nsPerProduct, nsPerProductOfLargest }) => {
    const [first, last] = [of[0], of[of.length - 1]];
    const range = `${layerText(first)} to ${layerText(last)}`;
    return [series, range, `${durationText(first.seconds)} to ${durationText(last.seconds)}`, exponent.toFixed(2), rateText(nsPerProduct), rateText(nsPerProductOfLargest)];
  });
  const all = points.map((point) => [
    point.series,
    layerText(point),
    (point.products / 1e6).toFixed(2),
    durationText(point.seconds),
    rateText((1e9 * point.seconds) / point.products),
    mebibytes(point.peakBytes),
    mebibytes(point.dataBytes),
  ]);
  const large = largePoint(points);
  return [
    markdownTable(['what grows', 'from, to', 'time', 'exponent', 'ns/product', 'of the largest'], 2, fits),
    '',
    `Memory: ${rateText(bytesPerElement(points))} bytes for each element of inputs and output.${large === undefined ? '' : ` ${memoryText(large)}.`}`,
    '',
    markdownTable(['what grows', 'layer', 'M products', 'time', 'ns/product', 'peak MiB', 'data MiB'], 2, all),
  ].join('\n');
}
