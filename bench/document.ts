/** Writes the figures of a run into docs/performance.md, between its markers, and draws its charts: `--help` says how. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costChart } from './cost-chart.ts';
import { convolutionTable, costTables, goalsTable, otherTable } from './document-tables.ts';
import { withBlocks } from './document-blocks.ts';
import { machineText, thisMachine } from './machine.ts';
import { parseOptions, program, UsageError } from './options.ts';
import { pointsFromJson, readText, resultsFromJson } from './result-files.ts';
import { throughputChart } from './throughput-chart.ts';

const HELP = `Usage: npx tsx bench/document.ts --bench FILE --cost FILE [--docs FOLDER]

Call it on the machine that measured: it says which one that was.

  --bench FILE   what npm run --silent bench -- --json printed
  --cost FILE    what npx tsx bench/cost.ts --json printed
  --docs FOLDER  where performance.md is, and the charts go (docs)
  --help         prints this`;

await program('document', () => {
  const flags = parseOptions(process.argv.slice(2), {
    bench: { type: 'string' },
    cost: { type: 'string' },
    docs: { type: 'string', default: fileURLToPath(new URL('../docs/', import.meta.url)) },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    console.log(HELP);
    return;
  }
  const bench = required('--bench', flags.bench);
  const cost = required('--cost', flags.cost);
  const results = resultsFromJson(bench, readText(bench));
  const points = pointsFromJson(cost, readText(cost));
  const measured = statSync(bench).mtime.toISOString().slice(0, 10);
  const machine = `${machineText(thisMachine())}, ${measured}`;

  const page = join(flags.docs, 'performance.md');
  const blocks = { machine, goals: goalsTable(results), convolution: convolutionTable(results), other: otherTable(results), cost: costTables(points) };
  writeFileSync(page, withBlocks(readText(page), blocks));
  writeFileSync(join(flags.docs, 'performance.svg'), throughputChart(results, machine));
  writeFileSync(join(flags.docs, 'performance-cost.svg'), costChart(points, machine));
});

function required(option: string, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`${option}: expected a file`);
  return value;
}
