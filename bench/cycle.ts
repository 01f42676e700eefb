/** Simulated cycles a second of one element, beside its RTL under Verilator: the cycle model's part of `npm run bench`, with the RTL added. */
import { subjectText } from './benchmark.ts';
import { cycleBenchmarks } from './cycle-cases.ts';
import { machineText, thisMachine } from './machine.ts';
import { measure } from './measure.ts';
import { parseOptions, parseRuns, program, progressLine } from './options.ts';
import { resultJson, resultTables } from './result-text.ts';
import { rtlBenchmarks } from './rtl-cases.ts';
import { temporaryFolder } from './temporary.ts';

const HELP = `Usage: npm run bench:cycle [-- OPTIONS]

  --runs N  rounds, 1 to 1000 (5)
  --json    prints [{ bench, case, threads, engine, mcycles, low, high }]
  --help    prints this`;

await program('bench:cycle', async () => {
  const flags = parseOptions(process.argv.slice(2), {
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    console.log(HELP);
    return;
  }
  const runs = parseRuns(flags.runs);
  const folder = temporaryFolder();
  const rtl = rtlBenchmarks(folder);
  if (rtl.length === 0) process.stderr.write('bench:cycle: not measured: the reference RTL (needs verilator)\n');
  const results = await measure([...cycleBenchmarks(folder), ...rtl], runs, (done, total, next) => {
    progressLine(`${done}/${total} ${subjectText(next)}`);
  });
  progressLine('');
  console.log(flags.json ? resultJson(results) : `${machineText(thisMachine())}\nmedian of ${runs} rounds\n\n${resultTables(results)}`);
});
