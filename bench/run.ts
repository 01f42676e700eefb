/**
 * Throughput of the functional engine, the quantizer and the reference engine: medians over alternating runs.
 * Usage: npm run bench [-- --json] [-- --runs N]. Figures depend on the machine: compare ratios within one run.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { elementCount, type Shape4 } from '../src/bits/shape.ts';
import { finish } from '../src/bits/steps.ts';
import { elementFormat } from '../src/formats/element.ts';
import { groupScaleFormat } from '../src/formats/group-scale.ts';
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import { quantize, type QuantizeOptions } from '../src/formats/quantize.ts';
import { convolve } from '../src/sim/convolve.ts';
import { convolution, PLAIN_CONVOLUTION, type Pass } from '../src/sim/convolution.ts';
import { mlsDatapath, mlsDefaults } from '../src/sim/mls-datapath.ts';
import { runReference } from '../src/sim/reference-engine.ts';

interface Case {
  readonly bench: 'conv' | 'quantize';
  readonly case: string;
  readonly engine: string;
  readonly pass?: Pass;
  /** How many products or elements a run makes. */
  readonly work: number;
  readonly run: () => void;
}

const OPTIONS: QuantizeOptions = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  grouping: 'nc',
  rounding: 'nearest',
  mantissaOverflow: 'clip',
  randomBits: 16,
  random: { seed: 0n, stream: 0 },
};

/** The same numbers in every run: a sine has all magnitudes and both signs. */
function values(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.618) * (1 + (i % 7)));
}

function tensor(shape: Shape4): MlsTensor {
  return quantize('bench', values(elementCount(shape)), shape, OPTIONS);
}

function convCase(name: string, pass: Pass, xShape: Shape4, yShape: Shape4, padding: number, engine: 'functional' | 'reference', accumulatorWidth = 32): Case {
  const x = tensor(xShape);
  const y = tensor(yShape);
  const conv = convolution(pass, xShape, yShape, { ...PLAIN_CONVOLUTION, padding: [padding, padding] });
  const datapath = mlsDatapath({ ...mlsDefaults(x, y), accumulatorWidth });
  const run = engine === 'functional' ? () => convolve(conv, datapath, x, y) : () => finish(runReference(conv, datapath, x, y));
  const work = elementCount(conv.outputShape) * conv.groupCount * conv.groupSize;
  return { bench: 'conv', case: name, engine: accumulatorWidth === 32 ? engine : `${engine}, ${accumulatorWidth}-bit checked`, pass, work, run };
}

function quantizeCase(rounding: QuantizeOptions['rounding']): Case {
  const shape: Shape4 = [1, 64, 128, 128];
  const data = values(elementCount(shape));
  return { bench: 'quantize', case: rounding, engine: 'functional', work: data.length, run: () => quantize('bench', data, shape, { ...OPTIONS, rounding }) };
}

const W: Shape4 = [64, 64, 3, 3];
const P: Shape4 = [64, 64, 1, 1];
const A: Shape4 = [1, 64, 56, 56];
const LAYER = '64ch 56x56 3x3';

const cases: readonly Case[] = [
  convCase(LAYER, 'forward', W, A, 1, 'functional'),
  convCase(LAYER, 'input-grad', W, A, 1, 'functional'),
  convCase(LAYER, 'weight-grad', A, A, 1, 'functional'),
  convCase(LAYER, 'forward', W, A, 1, 'functional', 16),
  convCase('64ch 56x56 1x1', 'forward', P, A, 0, 'functional'),
  convCase('4ch 16x16 3x3', 'forward', [4, 4, 3, 3], [1, 4, 16, 16], 1, 'reference'),
  quantizeCase('nearest'),
  quantizeCase('stochastic'),
];

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } } });
const runs = Number(flags.runs);

const seconds = cases.map((): number[] => []);
for (const { run } of cases) run(); // The first run compiles.
for (let round = 0; round < runs; round++) {
  cases.forEach(({ run }, i) => {
    const start = performance.now();
    run();
    seconds[i].push((performance.now() - start) / 1000);
  });
}

const results = cases.map(({ bench, case: name, engine, pass, work }, i) => {
  const rates = seconds[i].map((s) => work / s / 1e6).sort((a, b) => a - b);
  const figures = { median: rates[Math.floor(rates.length / 2)], low: rates[0], high: rates[rates.length - 1] };
  return { bench, case: name, ...(pass ? { pass } : {}), engine, threads: 1, unit: bench === 'conv' ? 'Mproducts/s' : 'Melements/s', ...figures };
});

if (flags.json) {
  console.log(JSON.stringify(results, null, 2));
} else {
  console.log(`${cpus()[0].model}, Node ${process.version}, median of ${runs} alternating runs (lowest .. highest)`);
  for (const r of results) {
    const what = `${r.bench} ${r.case} ${r.pass ?? ''} (${r.engine})`;
    console.log(`${what.padEnd(62)} ${r.median.toFixed(1).padStart(8)} ${r.unit}  (${r.low.toFixed(1)} .. ${r.high.toFixed(1)})`);
  }
}
