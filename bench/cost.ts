/** Time and memory of `convolve` against the size of the layer: `--help` says how. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COST_LAYERS, layerText, type CostLayer, type CostPoint } from './cost-points.ts';
import { costText } from './cost-text.ts';
import { machineText, thisMachine } from './machine.ts';
import { parseOptions, program, progressLine } from './options.ts';

const HELP = `Usage: npx tsx bench/cost.ts [--json]

Time and peak memory of convolve() over channels, image size and batch of a 3x3 layer, and how they grow. Needs a built program (npm run build).

  --json  prints [{ series, channels, size, batch, products, elements, dataBytes, peakBytes, seconds, low, high }]
  --help  prints this`;

const POINT = fileURLToPath(new URL('cost-point.ts', import.meta.url));

function measurePoint(layer: CostLayer): CostPoint {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, POINT, JSON.stringify(layer)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${layerText(layer)}: ${stderr}`);
  return JSON.parse(stdout) as CostPoint;
}

await program('cost', () => {
  const flags = parseOptions(process.argv.slice(2), { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } });
  if (flags.help) {
    console.log(HELP);
    return;
  }
  const points = COST_LAYERS.map((layer, i) => {
    progressLine(`${i}/${COST_LAYERS.length} ${layerText(layer)}`);
    return measurePoint(layer);
  });
  progressLine('');
  console.log(flags.json ? JSON.stringify(points, null, 2) : `${machineText(thisMachine())}\n\n${costText(points)}`);
});
