/**
 * Simulated cycles a second of one 16-lane element on 3x3 groups, and of the waveform writer. Runs on the built program (npm run bench:cycle builds
 * it), since a loader that rewrites modules slows their inner loops. Beside it the reference RTL of the same element, compiled by Verilator where that is installed.
 * Usage: npm run bench:cycle [-- --json] [-- --runs N]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Library from '../src/index.ts';

const dist = new URL('../dist/', import.meta.url);
const library = (await import(new URL('index.js', dist).href)) as typeof Library;
const { elementFormat, groupScaleFormat, quantize, convolution, PLAIN_CONVOLUTION, mlsDatapath, mlsDefaults, finish, runCycle, DEFAULT_ARRAY, openOutput, openVcd } = library;

const options = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  grouping: 'nc',
  rounding: 'nearest',
  mantissaOverflow: 'clip',
  randomBits: 16,
  random: { seed: 0n, stream: 0 },
} as const;
const wave = (count: number): Float32Array => Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.618) * (1 + (i % 7)));
const x = quantize('W', wave(16 * 64 * 9), [16, 64, 3, 3], options);
const y = quantize('A', wave(64 * 28 * 28), [1, 64, 28, 28], options);
const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
const datapath = mlsDatapath(mlsDefaults(x, y));

const folder = mkdtempSync(join(tmpdir(), 'mlsim-bench-'));

const RTL = 'reference RTL, Verilator -O3 -march=native';
const TRACED_RTL = 'the same with its VCD';

class Enough extends Error {}
const TRACED = 60_000;

/** Runs and returns the cycles that it simulated. */
const cases: Record<string, () => number> = {
  'operation counters': () => Number(finish(runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1, { toggles: false })).cycles.total),
  'operation counters and toggles': () => Number(finish(runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1)).cycles.total),
  'stepped, all registers visible': () => Number(finish(runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1, { stepped: true, toggles: false })).cycles.total),
  'full trace to disk': () => {
    const out = openOutput(join(folder, 'trace.vcd'));
    let waveform: ReturnType<typeof openVcd> | undefined;
    try {
      finish(
        runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1, {
          toggles: false,
          onEdge: (cycle, _slot, [element]) => {
            waveform ??= openVcd(out, { comments: [], timescale: '1 ns', top: 'pe', clk: true }, element.banks);
            waveform.sample(cycle);
            if (cycle === TRACED) throw new Enough();
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    out.abort();
    return TRACED;
  },
};

const VERILATED = 200_000;

/** Compiles the reference element for speed. @returns what runs it, or undefined without Verilator */
function verilated(options: readonly string[]): ((plusargs: readonly string[]) => void) | undefined {
  const rtl = fileURLToPath(new URL('../rtl/', import.meta.url));
  const sources = readdirSync(rtl).filter((name) => name.endsWith('.sv')).map((name) => join(rtl, name));
  const top = fileURLToPath(new URL('pe_speed.sv', import.meta.url));
  const place = join(folder, `verilated${options.length}`);
  const args = ['--binary', '--timing', '-O3', '-CFLAGS', '-O3 -march=native', '--top', 'pe_speed', '-Wno-fatal', '--Mdir', place, ...options, top, ...sources];
  const built = spawnSync('verilator', args, { stdio: 'ignore' });
  if (built.error !== undefined || built.status !== 0) return undefined;
  return (plusargs) => {
    if (spawnSync(join(place, 'Vpe_speed'), plusargs, { cwd: folder, stdio: 'ignore' }).status !== 0) throw new Error('the Verilated element failed');
  };
}

const rtlModel = verilated([]);
const tracedRtl = verilated(['--trace']);
if (rtlModel !== undefined) cases[RTL] = () => { rtlModel([`+cycles=${VERILATED}`]); return VERILATED; };
if (tracedRtl !== undefined) cases[TRACED_RTL] = () => { tracedRtl([`+cycles=${TRACED}`, '+vcd=rtl.vcd']); return TRACED; };

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } } });
const rates = new Map(Object.keys(cases).map((name) => [name, [] as number[]]));
for (const run of Object.values(cases)) run(); // The first run compiles.
for (let round = 0; round < Number(flags.runs); round++) {
  for (const [name, run] of Object.entries(cases)) {
    const start = performance.now();
    const cycles = run();
    rates.get(name)?.push(cycles / (performance.now() - start) / 1000);
  }
}
rmSync(folder, { recursive: true });

const results = [...rates].map(([name, all]) => {
  const sorted = [...all].sort((a, b) => a - b);
  const figures = { median: sorted[Math.floor(sorted.length / 2)], low: sorted[0], high: sorted[sorted.length - 1] };
  return { bench: 'cycle', case: '16 lanes, 3x3', engine: name, threads: 1, unit: 'Mcycles/s', ...figures };
});
if (flags.json) {
  console.log(JSON.stringify(results, null, 2));
} else {
  console.log(`${cpus()[0].model}, Node ${process.version}, one element of 16 lanes, 3x3 groups, median of ${flags.runs} alternating runs`);
  const rtlMedian = results.find(({ engine }) => engine === RTL)?.median;
  const ratio = (median: number): string => (rtlMedian === undefined ? '' : `  ${(median / rtlMedian).toFixed(1)}x the RTL`);
  for (const r of results) console.log(`${r.engine.padEnd(44)} ${r.median.toFixed(2).padStart(7)} ${r.unit}  (${r.low.toFixed(2)} .. ${r.high.toFixed(2)})${ratio(r.median)}`);
  if (rtlMedian === undefined) console.log('(the reference RTL was not run: Verilator is not installed)');
}
