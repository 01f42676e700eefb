/** Throughput of the engines beside a C++ golden model and ONNX Runtime, of quantization, the cycle model and golden vectors: `--help` says how. */
import { subjectText, type Benchmark } from './benchmark.ts';
import { convolutionBenchmarks } from './conv-cases.ts';
import { cycleBenchmarks } from './cycle-cases.ts';
import { fastQuantize, threads } from './engines.ts';
import { buildGoldenModel, compilerName, type GoldenModel } from './golden/golden-model.ts';
import { machineText, thisMachine } from './machine.ts';
import { measure } from './measure.ts';
import { findOnnxRuntime } from './onnxruntime.ts';
import { parseOptions, parseRuns, program, progressLine, UsageError } from './options.ts';
import { closeProcesses } from './processes.ts';
import { quantizationBenchmarks } from './quantize-cases.ts';
import { goalTable, resultJson, resultTables } from './result-text.ts';
import { temporaryFolder } from './temporary.ts';
import { vectorBenchmarks } from './vector-cases.ts';

const HELP = `Usage: npm run bench [-- OPTIONS]

Measures convolutions (three passes; products a second, those with padding included), quantization, the cycle model and golden vectors,
in rounds in which all take turns. Every engine's output is compared before it is timed. See docs/performance.md.

  --runs N     rounds, 1 to 1000 (7)
  --only TEXT  benchmarks whose line "bench case pass engine threads" has the text, e.g. --only "64ch 56x56"
  --goals      prints the goals, each with what was measured
  --json       prints [{ bench, case, pass, threads, engine, gmacs|melems|mcycles|kcases, low, high, quickest, rounds }]
  --help       prints this

ONNX Runtime takes part where onnxruntime-node is found: in the project, or in the folder that MLSIM_BENCH_MODULES names.`;

await program('bench', async () => {
  const flags = parseOptions(process.argv.slice(2), {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    goals: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    console.log(HELP);
    return;
  }
  const runs = parseRuns(flags.runs);
  if (flags.json && flags.goals) throw new UsageError('--goals: not with --json');
  const folder = temporaryFolder();
  let golden: GoldenModel | undefined;
  try {
    const compiler = compilerName();
    const outside = { golden: compiler === undefined ? undefined : () => (golden ??= buildGoldenModel(folder)), onnxRuntime: findOnnxRuntime() };
    sayMissing({
      'the C++ golden model (needs g++)': compiler,
      'ONNX Runtime (needs onnxruntime-node)': outside.onnxRuntime,
      'threads (this build has none)': threads,
      'fast quantization (this build has none)': fastQuantize,
    });
    const all = [...convolutionBenchmarks(outside), ...quantizationBenchmarks(), ...cycleBenchmarks(folder), ...vectorBenchmarks(folder)];
    const benchmarks = selected(all, flags.only);
    const results = await measure(benchmarks, runs, (done, total, next) => {
      progressLine(`${done}/${total} ${subjectText(next)}`);
    });
    progressLine('');
    if (flags.json) {
      console.log(resultJson(results));
    } else {
      console.log(`${machineText(thisMachine())}\nmedian of ${runs} rounds\n\n${resultTables(results)}`);
      if (flags.goals) console.log(`\n${goalTable(results)}`);
    }
  } finally {
    golden?.close();
    closeProcesses();
    await threads?.closeThreads();
  }
});

function selected(all: readonly Benchmark[], text: string): readonly Benchmark[] {
  const found = all.filter((benchmark) => subjectText(benchmark).includes(text));
  if (found.length === 0) throw new UsageError(`--only: expected a text of a benchmark's line, such as 'forward' or 'quantize', found '${text}'`);
  return found;
}

function sayMissing(things: Readonly<Record<string, unknown>>): void {
  for (const [what, thing] of Object.entries(things)) if (thing === undefined) process.stderr.write(`bench: not measured: ${what}\n`);
}
