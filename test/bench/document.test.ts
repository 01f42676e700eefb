import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../bench/benchmark.ts';
import { bytesPerElement, costText, seriesFits } from '../../bench/cost-text.ts';
import { COST_LAYERS, SERIES, type CostPoint } from '../../bench/cost-points.ts';
import { withBlocks } from '../../bench/document-blocks.ts';
import { convolutionTable, costTables, goalsTable, otherTable } from '../../bench/document-tables.ts';
import { fitPowerLaw } from '../../bench/fit.ts';
import { figures, ratioOf } from '../../bench/measure.ts';
import { pointsFromJson, resultsFromJson } from '../../bench/result-files.ts';
import { resultJson, resultTables } from '../../bench/result-text.ts';
import { scratchFolder } from '../support/cli.ts';

const conv = (engine: string, threads: number, median: number, pass: 'forward' | 'input-grad' = 'forward'): Result => ({
  bench: 'conv',
  case: '64ch 56x56 3x3',
  pass,
  threads,
  engine,
  unit: 'gmacs',
  ...figures([median / 2, median, median * 2]),
});
const quantization = (engine: string, median: number): Result => ({ bench: 'quantize', case: '[1,512,7,7] stochastic', threads: 1, engine, unit: 'melems', ...figures([median]) });
const RESULTS = [{ ...conv('fast', 1, 30), quickest: 32 }, conv('functional', 1, 0.25), { ...conv('fast', 2, 45), quickest: 56 }, conv('C++', 1, 1.5), conv('ONNX Runtime', 1, 40), conv('fast, prepacked', 1, 36), conv('fast, new weights', 1, 27), conv('ONNX Runtime, weights as input', 1, 30), conv('fast', 1, 24, 'input-grad'), quantization('fast', 290), quantization('reference', 14.5)];

/** Time exactly 0.05 ns a product, memory 8 bytes an element. */
const POINTS = COST_LAYERS.map((layer): CostPoint => {
  const outputs = layer.batch * layer.channels * layer.size ** 2;
  const products = outputs * layer.channels * 9;
  const inputs = outputs + layer.channels ** 2 * 9;
  const seconds = products * 0.05e-9;
  return { ...layer, products, elements: inputs + outputs, dataBytes: 2 * inputs + 4 * outputs, peakBytes: 1e5 + 8 * (inputs + outputs), seconds, low: seconds, high: seconds };
});

describe('figures', () => {
  it('are the median and the range', () => {
    expect(figures([3, 1, 2])).toEqual({ rounds: [3, 1, 2], median: 2, low: 1, high: 3 });
    expect(figures([4, 1, 2, 3])).toEqual({ rounds: [4, 1, 2, 3], median: 2.5, low: 1, high: 4 });
    expect(figures([5])).toEqual({ rounds: [5], median: 5, low: 5, high: 5 });
  });

  it('are compared round by round', () => {
    // The machine is half as fast in the second round.
    expect(ratioOf(figures([30, 16, 28]), figures([10, 4, 14]))).toBe(3);
    // One that took part in the first round only.
    expect(ratioOf(figures([30, 16, 28]), figures([10]))).toBe(3);
    expect(ratioOf(figures([10]), figures([30, 16, 28]))).toBe(1 / 3);
  });

  it('come back from JSON, and have their unit as key there', () => {
    expect(JSON.parse(resultJson(RESULTS.slice(0, 1)))).toEqual([{ bench: 'conv', case: '64ch 56x56 3x3', pass: 'forward', threads: 1, engine: 'fast', gmacs: 30, low: 15, high: 60, quickest: 32, rounds: [15, 30, 60] }]);
    expect(resultsFromJson('b.json', resultJson(RESULTS))).toEqual(RESULTS);
const [item] = JSON.parse(resultJson(RESULTS)) as Record<string, unknown>[];
    const refused = (value: unknown): (() => unknown) => () => resultsFromJson('b.json', JSON.stringify(value));
    expect(refused([{ bench: 'conv' }])).toThrow(/^b\.json: 0\.case: /);
    expect(refused([{ ...item, rounds: undefined }])).toThrow(/^b\.json: 0\.rounds: /);
    expect(refused([{ ...item, rounds: [3, 0] }])).toThrow(/^b\.json: 0\.rounds\.1: /);
    expect(refused([{ ...item, quickest: -1 }])).toThrow(/^b\.json: 0\.quickest: /);
    expect(refused([{ ...item, gmacs: undefined }])).toThrow('b.json: 0: expected one of gmacs, melems, mcycles, kcases');
    expect(refused([])).toThrow(/^b\.json: /);
    expect(() => resultsFromJson('b.json', '[')).toThrow('b.json: expected JSON that a benchmark printed');
  });

  it('of the cost span three decades of products in each series', () => {
    for (const series of SERIES) {
      const products = POINTS.filter((point) => point.series === series).map((point) => point.products);
      expect(Math.max(...products) / Math.min(...products)).toBeGreaterThan(1000);
    }
  });

  it('of the cost come back from JSON, with no memory where none was taken', () => {
    const points = POINTS.map((point, i) => (i === 0 ? { ...point, peakBytes: 0 } : point));
    expect(pointsFromJson('c.json', JSON.stringify(points))).toEqual(points);
    expect(() => pointsFromJson('c.json', JSON.stringify([{ ...points[0], peakBytes: -1 }]))).toThrow(/^c\.json: 0\.peakBytes: /);
    expect(() => pointsFromJson('c.json', JSON.stringify([{ ...points[0], seconds: 0 }]))).toThrow(/^c\.json: 0\.seconds: /);
  });

  it('stand in tables with their ratio to the base of the case', () => {
    const lines = resultTables(RESULTS).split('\n');
    expect(lines.find((line) => line.includes('fast') && line.includes('forward'))?.trim().split(/ {2,}/)).toEqual(['64ch 56x56 3x3', 'forward', 'fast', '1', '30.0', '15.0..60.0', '20.0x']);
    expect(lines.find((line) => line.includes('input-grad'))).toMatch(/24\.0 +12\.0\.\.48\.0 *$/);
    expect(lines.find((line) => line.includes('290'))).toMatch(/20\.0x *$/);
  });
});

describe('a fit', () => {
  it('finds a power law', () => {
    const { exponent, constant } = fitPowerLaw([1, 10, 100, 1000].map((x) => [x, 3 * x]));
    expect(exponent).toBeCloseTo(1, 12);
    expect(constant).toBeCloseTo(3, 12);
    expect(fitPowerLaw([1, 10, 100].map((x) => [x, 5 * x ** 1.5])).exponent).toBeCloseTo(1.5, 12);
  });

  it('finds what the points of the cost curve were made with', () => {
    for (const { exponent, nsPerProduct, nsPerProductOfLargest } of seriesFits(POINTS)) {
      expect(exponent).toBeCloseTo(1, 9);
      expect(nsPerProduct).toBeCloseTo(0.05, 9);
      expect(nsPerProductOfLargest).toBeCloseTo(0.05, 9);
    }
    expect(bytesPerElement(POINTS)).toBeCloseTo(8, 9);
    expect(costText(POINTS)).toMatch(/64ch 224x224, batch 1: peak 49\.4 MiB, 2\.68x its inputs and outputs .* goal below 3x: met$/);
  });
});

describe('the tables of the page', () => {
  it('have an engine in each column, and ratios', () => {
    expect(convolutionTable(RESULTS).split('\n')).toEqual([
      '| layer | pass | functional | C++ | ONNX Runtime | fast | fast, 2 threads | new weights | prepacked | fast / functional | fast / C++ | fast / ONNX Runtime | new weights / C++ |',
      '|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
      '| 64ch 56x56 3x3 | forward | 0.250 | 1.50 | 40.0 | 30.0 | 45.0 | 27.0 | 36.0 | 120x | 20.0x | 0.750x | 18.0x |',
      '| 64ch 56x56 3x3 | input-grad |  |  |  | 24.0 |  |  |  |  |  |  |  |',
    ]);
    expect(otherTable(RESULTS).split('\n')[2]).toBe('| quantize | [1,512,7,7] stochastic | fast | 290 | 290..290 | M elements/s | 20.0x |');
    expect(costTables(POINTS)).toContain('| channels | 8ch 28x28, batch 1 to 512ch 28x28, batch 1 |');
  });

  it('say which goals are met, not met and not measured', () => {
    const states = (title: string): string | undefined => goalsTable(RESULTS).split('\n').find((line) => line.includes(title));
    expect(states('64ch 56x56 3x3, forward: over C++')).toBe('| 64ch 56x56 3x3, forward: over C++ | met | 20.0x | 15x |');
    expect(states('64ch 56x56 3x3, forward: 2 threads over 1, quickest')).toBe('| 64ch 56x56 3x3, forward: 2 threads over 1, quickest runs | met | 1.75x | 1.7x |');
    expect(states('64ch 56x56 3x3, forward: 2 threads over 1, median')).toBe('| 64ch 56x56 3x3, forward: 2 threads over 1, median | not met | 1.50x | 1.7x |');
    expect(states('128ch 28x28 3x3, forward: 2 threads over 1, quickest')).toBe('| 128ch 28x28 3x3, forward: 2 threads over 1, quickest runs | not measured |  | 1.7x |');
    expect(states('weights as input')).toBe('| 64ch 56x56 3x3, forward, new weights: over ONNX Runtime, weights as input | met | 0.900x | 0.5x |');
    expect(states('[1,512,7,7] stochastic')).toBe('| quantization [1,512,7,7] stochastic | not met | 290 M elements/s | 300 M elements/s |');
    expect(states('512ch 7x7 3x3, forward: over C++')).toBe('| 512ch 7x7 3x3, forward: over C++ | not measured |  | 15x |');
  });

  it('go between their markers, and the prose stays', () => {
    const page = 'one\n<!-- measured: a -->\nold\n<!-- end -->\ntwo\n<!-- measured: b -->\n<!-- end -->\nthree\n';
    const written = 'one\n<!-- measured: a -->\nnew\n<!-- end -->\ntwo\n<!-- measured: b -->\nother\n<!-- end -->\nthree\n';
    expect(withBlocks(page, { a: 'new', b: 'other' })).toBe(written);
    expect(withBlocks(written, { a: 'new', b: 'other' })).toBe(written);
    expect(() => withBlocks(page, { c: '' })).toThrow('measured: c');
  });
});

describe('bench/document.ts', () => {
  it('fills the page, and draws the charts', () => {
    const folder = scratchFolder();
    const at = (name: string): string => join(folder, name);
    const root = new URL('../../', import.meta.url);
    writeFileSync(at('performance.md'), readFileSync(new URL('docs/performance.md', root)));
    writeFileSync(at('bench.json'), resultJson(RESULTS));
    writeFileSync(at('cost.json'), JSON.stringify(POINTS));
    const program = fileURLToPath(new URL('bench/document.ts', root));
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, '--bench', at('bench.json'), '--cost', at('cost.json'), '--docs', folder], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });

    const page = readFileSync(at('performance.md'), 'utf8');
    expect(page).not.toContain('Not measured yet');
    for (const text of [process.version, convolutionTable(RESULTS), otherTable(RESULTS), goalsTable(RESULTS), costTables(POINTS)]) expect(page).toContain(text);

    const throughput = readFileSync(at('performance.svg'), 'utf8');
    expect(throughput).toContain('<title>fast: 30.0 GMAC/s</title>');
    // A bar for each result of a convolution, and the legend.
    expect(throughput.match(/<rect class="series-/g)).toHaveLength(8 + 7);
    const cost = readFileSync(at('performance-cost.svg'), 'utf8');
    expect(cost).toContain('channels: products^1.00');
    expect(cost.match(/<polyline /g)).toHaveLength(3);
    for (const svg of [throughput, cost]) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
