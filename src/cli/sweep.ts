/** `mlsim sweep`. */
import Table from 'cli-table3';
import { Command, InvalidArgumentError, Option } from 'commander';
import { about, InputError, requireInteger, show } from '../bits/check.ts';
import type { Steps } from '../bits/steps.ts';
import { layerRuns, WORKLOADS, type LayerRun, type Workload } from '../networks/layer-runs.ts';
import { outputShape, type NetworkLayer } from '../networks/layer.ts';
import type { Network } from '../networks/network.ts';
import { NETWORKS } from '../networks/networks.ts';
import { layerText, spread, verify, type ClockedRun, type Mismatch, type Verification } from '../networks/verify.ts';
import type { Pair } from '../sim/convolution.ts';
import { DEFAULT_ARRAY, MAX_ARRAY_SIDE, MAX_INTERLEAVE, MAX_LATENCY, requireArrayParameters, type ArrayParameters } from '../sim/cycle/parameters.ts';
import { runCycle } from '../sim/cycle/run-cycle.ts';
import { multipliers, productsPerCycle, sweep, sweepPoint, type SweepPoint } from '../sim/cycle/sweep.ts';
import type { CycleCounts } from '../sim/cycle/timing.ts';
import { mlsDatapath, mlsDefaults } from '../sim/mls-datapath.ts';
import { MAX_TREE_WIDTH } from '../units/adder-tree.ts';
import { DEFAULT_ELEMENT, DEFAULT_SCALE, integer, pair, seed } from './options.ts';
import { grouped, jsonText, print } from './print.ts';
import { work } from './work.ts';

const MAX_POINTS = 100_000;
/** A table of more rows takes its library minutes, and nobody reads it. */
const MAX_TABLE_ROWS = 1000;
const MAX_BATCH = 2 ** 20;
const TREE_WIDTH = 'tree width';
/** Multiplier slots that --verify simulates for one array: some seconds. */
const VERIFY_SLOTS = 200_000_000;

interface Flags {
  readonly network?: Network;
  readonly inputSize?: Pair;
  readonly layer?: LayerSizes;
  readonly stride?: Pair;
  readonly padding?: Pair;
  readonly dilation?: Pair;
  readonly groups?: number;
  readonly pass: Workload;
  readonly batch: number;
  readonly array: readonly Pair[];
  readonly treeWidth: readonly number[];
  readonly fpAddLatency: readonly number[];
  readonly fpMulLatency: readonly number[];
  readonly interleave: readonly number[];
  readonly tensorScale: boolean;
  readonly sort?: keyof typeof ORDERS;
  readonly layers?: boolean;
  readonly verify?: number;
  readonly seed?: bigint;
  readonly json?: boolean;
  readonly csv?: boolean;
}

type LayerSizes = Pick<NetworkLayer, 'co' | 'ci' | 'kernel' | 'input'>;

const ORDERS = {
  cycles: (a: SweepPoint, b: SweepPoint) => Number(a.cycles.total - b.cycles.total),
  utilization: (a: SweepPoint, b: SweepPoint) => b.shares.utilization - a.shares.utilization,
} as const;

/** The clocked model, as --verify runs it. */
function* stepClocked(...[conv, x, y, array, channelGroups]: Parameters<ClockedRun>): Steps<CycleCounts> {
  const datapath = mlsDatapath({ ...mlsDefaults(x, y), treeWidth: array.treeWidth, tensorScale: array.tensorScale });
  const { cycles } = yield* runCycle(conv, datapath, x, y, array, channelGroups, { toggles: false });
  return cycles;
}

/** @param clocked the model that --verify compares with */
export function sweepCommand(clocked: ClockedRun = stepClocked): Command {
  const { treeWidth, fpAddLatency, fpMulLatency, interleave } = DEFAULT_ARRAY;
  return new Command('sweep')
    .description('Cycles, stalls and utilization of a network or a layer on many arrays, exactly, from the closed form.')
    .addOption(new Option('--network <name>', `built-in network: ${NETWORKS.map(({ name }) => name).join(', ')}`).argParser(networkNamed))
    .option('--input-size <n|h,w>', "the network's input size (default: that of its published figures)", pair)
    .option('--layer <co,ci,kh,kw,h,w>', 'one layer instead: channels of all channel groups together, kernel and input size', layerSizes)
    .option('--stride <n|h,w>', "the layer's stride (default: 1)", pair)
    .option('--padding <n|h,w>', "the layer's symmetric zero padding (default: 0)", pair)
    .option('--dilation <n|h,w>', "distance of the kernel's taps (default: 1)", pair)
    .option('--groups <n>', "the layer's channel groups (default: 1)", integer(1, 2 ** 20))
    .addOption(new Option('--pass <pass>', 'which convolution; training is all three').choices(WORKLOADS).default('forward'))
    .option('--batch <n>', 'images', integer(1, MAX_BATCH), 1)
    .addOption(new Option('--array <list>', 'processing elements, rows x cols; n is n x n').argParser(arrays).default([[1, 1]], '1x1'))
    .addOption(axis('--tree-width <list>', 'lanes T, powers of two, 1..1024; a range doubles', TREE_WIDTH, MAX_TREE_WIDTH, treeWidth))
    .addOption(axis('--fp-add-latency <list>', 'cycles Lf of a binary32 addition, 1..64', 'fp-add latency', MAX_LATENCY, fpAddLatency))
    .addOption(axis('--fp-mul-latency <list>', 'cycles Lm of a binary32 multiplication, 1..64', 'fp-mul latency', MAX_LATENCY, fpMulLatency))
    .addOption(axis('--interleave <list>', 'outputs I that take turns on an element, 1..1024', 'interleave', MAX_INTERLEAVE, interleave))
    .option('--no-tensor-scale', 'an array without the final multiplication by S_z')
    .addOption(new Option('--sort <figure>', 'best first (default: in the order given)').choices(Object.keys(ORDERS)))
    .option('--layers', 'a row for each layer, of one array')
    .option('--verify <n>', 'also step n of the arrays on the clocked model and compare all cycle counts', integer(1, MAX_POINTS))
    .option('--seed <n>', 'seed of the random operands of --verify (default: 0)', seed)
    .option('--json', 'print all figures')
    .option('--csv', 'print all figures as comma-separated values')
    .addHelpText(
      'after',
      `
A list has values and ranges: 1,2,4 or 1..8 or 8..64:8 (steps of 8) or 1..64:x2 (doubling). --array takes 8x8, 1..4x8, and 4..16:x2 for squares.
All combinations of the lists are computed, at most ${MAX_POINTS}.

Utilization, stall, drain, idle lanes and idle PEs are shares of all multiplier slots (cycles x multipliers) and add up to 100 %.
A fully connected layer counts as a 1x1 convolution of a 1x1 input. The input gradient of a network's first layer is never needed and is left out.

Examples:
  mlsim sweep --network resnet18 --array 8x8 --interleave 1,2,4
  mlsim sweep --network mobilenet-v2 --pass training --batch 32 --array 4..32:x2 --tree-width 4..32 --sort cycles
  mlsim sweep --network vgg16 --array 16x16 --layers
  mlsim sweep --layer 64,64,3,3,56,56 --padding 1 --fp-add-latency 1..5 --csv
  mlsim sweep --layer 96,96,1,1,14,14 --interleave 1,4 --verify 2`,
    )
    .action((flags: Flags) => run(flags, clocked));
}

async function run(flags: Flags, clocked: ClockedRun): Promise<void> {
  refuseClashes(flags);
  const arrays = combinations(flags);
  const network = flags.network !== undefined;
  const layers = flags.network ? flags.network.layers(flags.inputSize ?? flags.network.inputSize) : [singleLayer(flags)];
  const runs = layerRuns(layers, flags.pass, flags.batch, network);
  const points = await work('sweep', sweep(runs.map(({ grid }) => grid), arrays));
  const rows = flags.layers === true ? layerRows(runs, arrays[0]) : points.map((point) => ({ point }));
  const sorted = flags.sort === undefined ? rows : rows.toSorted((a, b) => ORDERS[flags.sort ?? 'cycles'](a.point, b.point));
  const verification = flags.verify === undefined ? undefined : await verified(runs, arrays, flags.verify, flags.seed ?? 0n, clocked);
  if (verification !== undefined && verification.mismatches.length > 0) process.exitCode = 1;

  if (flags.csv === true) { print(csvText(sorted)); return; }
  if (flags.json === true) { print(jsonText(jsonFigures(flags, layers, runs, points, sorted, verification))); return; }
  print(`${introduction(flags, layers, runs, arrays, points[0])}\n\n${tableText(sorted, arrays)}`);
  if (verification !== undefined) print(`\n${verificationText(verification, arrays.length)}`);
}

/** @throws InputError for options that contradict each other */
function refuseClashes({ network, layer, inputSize, stride, padding, dilation, groups, json, csv, verify: verifies }: Flags): void {
  if (network === undefined && layer === undefined) throw new InputError('sweep: expected --network or --layer, found neither');
  if (network !== undefined && layer !== undefined) throw new InputError('--layer: expected --network or --layer, found both');
  const ofLayer = Object.entries({ stride, padding, dilation, groups }).find(([, value]) => value !== undefined);
  if (network !== undefined && ofLayer !== undefined) throw new InputError(`--${ofLayer[0]}: only --layer takes it, found --network ${network.name}`);
  if (layer !== undefined && inputSize !== undefined) throw new InputError('--input-size: only --network takes it; --layer has its own h,w');
  if (json === true && csv === true) throw new InputError('--csv: expected --json or --csv, found both');
  if (csv === true && verifies !== undefined) throw new InputError('--verify: reports in the table or in --json, found --csv');
}

/** All combinations of the axes, the last one fastest. @throws InputError */
function combinations({ array, treeWidth, fpAddLatency, fpMulLatency, interleave, tensorScale, layers }: Flags): readonly ArrayParameters[] {
  const count = [array, treeWidth, fpAddLatency, fpMulLatency, interleave].reduce((product, list) => product * list.length, 1);
  if (count > MAX_POINTS) throw new InputError(`sweep: expected at most ${MAX_POINTS} combinations of the lists, found ${count}`);
  if (layers === true && count > 1) throw new InputError(`--layers: expected one array, found ${count} combinations of the lists`);
  return array.flatMap(([rows, cols]) =>
    treeWidth.flatMap((T) =>
      fpAddLatency.flatMap((Lf) =>
        fpMulLatency.flatMap((Lm) =>
          interleave.map((I) => requireArrayParameters({ rows, cols, treeWidth: T, fpAddLatency: Lf, fpMulLatency: Lm, interleave: I, tensorScale })),
        ),
      ),
    ),
  );
}

/** The layer of --layer. @throws InputError where it is none */
function singleLayer({ layer, stride = [1, 1], padding = [0, 0], dilation = [1, 1], groups = 1 }: Flags): NetworkLayer {
  if (layer === undefined) throw new TypeError('layer: expected sizes, found none');
  for (const [what, channels] of [['input', layer.ci], ['output', layer.co]] as const) {
    if (channels % groups !== 0) throw new InputError(`--groups: expected a divisor of the ${channels} ${what} channels, found ${groups}`);
  }
  const whole: NetworkLayer = { name: 'layer', kind: 'conv', ...layer, stride, padding, dilation, groups };
  about('--layer', () => outputShape(whole, 1));
  return whole;
}

async function verified(runs: readonly LayerRun[], arrays: readonly ArrayParameters[], count: number, operandSeed: bigint, clocked: ClockedRun): Promise<Verification> {
  const options = { element: DEFAULT_ELEMENT, scaleFormat: DEFAULT_SCALE, seed: operandSeed, slots: VERIFY_SLOTS };
  const verification = await work('verify', verify(runs, spread(arrays, count), options, clocked));
  if (verification.cases === 0) {
    throw new InputError(`--verify: expected an array that runs a small layer in ${VERIFY_SLOTS} multiplier slots, found only larger ones`);
  }
  return verification;
}

function networkNamed(name: string): Network {
  const found = NETWORKS.find((network) => network.name === name);
  if (found === undefined) throw new InvalidArgumentError(`expected one of ${NETWORKS.map((network) => network.name).join(', ')}, found ${show(name)}`);
  return found;
}

function layerSizes(text: string): LayerSizes {
  const sizes = /^\d{1,7}(,\d{1,7}){5}$/.test(text) ? text.split(',').map(Number) : [];
  if (sizes.length !== 6 || sizes.includes(0)) throw new InvalidArgumentError(`expected co,ci,kh,kw,h,w of at least 1, found ${show(text)}`);
  const [co, ci, kh, kw, h, w] = sizes;
  return { co, ci, kernel: [kh, kw], input: [h, w] };
}

function axis(flags: string, description: string, subject: string, high: number, value: number): Option {
  const values = (text: string): readonly number[] => list(text, (item) => range(item, subject, high));
  return new Option(flags, description).argParser(values).default([value], String(value));
}

function arrays(text: string): readonly Pair[] {
  return list(text, (item): readonly Pair[] => {
    const sides = /^(\d+(?:\.\.\d+)?)x(\d+(?:\.\.\d+)?)$/.exec(item);
    if (sides === null) return range(item, 'array', MAX_ARRAY_SIDE).map((n) => [n, n]);
    const rows = range(sides[1], 'rows', MAX_ARRAY_SIDE);
    const cols = range(sides[2], 'cols', MAX_ARRAY_SIDE);
    if (rows.length * cols.length > MAX_POINTS) throw tooMany();
    return rows.flatMap((r) => cols.map((c): Pair => [r, c]));
  });
}

/** The items of a list, each once. */
function list<T>(text: string, expand: (item: string) => readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const item of text.split(',')) {
    for (const value of expand(item)) found.set(String(value), value);
    if (found.size > MAX_POINTS) throw tooMany();
  }
  return [...found.values()];
}

function tooMany(): InvalidArgumentError {
  return new InvalidArgumentError(`expected at most ${MAX_POINTS} values, found more`);
}

/** `a`, `a..b`, `a..b:step` or `a..b:xfactor`, within 1..high; tree widths double where nothing is said. */
function range(text: string, subject: string, high: number): readonly number[] {
  const match = /^(\d{1,9})(?:\.\.(\d{1,9})(?::(x?)(\d{1,9}))?)?$/.exec(text);
  if (match === null) throw new InvalidArgumentError(`expected values and ranges such as 2,4 or 1..8 or 8..64:8 or 1..64:x2, found ${show(text)}`);
  const [from, to] = [Number(match[1]), Number(match.at(2) ?? match[1])];
  const step = match.at(4);
  try {
    requireInteger(subject, from, 1, high);
    requireInteger(subject, to, from, high);
    const doubles = step === undefined ? subject === TREE_WIDTH : match[3] === 'x';
    const by = step === undefined ? (doubles ? 2 : 1) : requireInteger(`${subject}: step`, Number(step), doubles ? 2 : 1, high);
    const values: number[] = [];
    for (let value = from; value <= to; value = doubles ? value * by : value + by) values.push(value);
    if (subject === TREE_WIDTH) requirePowersOfTwo(values);
    return values;
  } catch (error) {
    if (error instanceof InputError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

function requirePowersOfTwo(values: readonly number[]): void {
  const other = values.find((value) => !Number.isInteger(Math.log2(value)));
  if (other !== undefined) throw new InputError(`${TREE_WIDTH}: expected a power of two, found ${other}`);
}

/** A line of the output: an array, or a layer on one. */
interface Row {
  readonly run?: LayerRun;
  readonly point: SweepPoint;
}

function layerRows(runs: readonly LayerRun[], array: ArrayParameters): readonly Row[] {
  return runs.map((one) => ({ run: one, point: sweepPoint([one.grid], array) }));
}

const AXES: readonly { readonly title: string; readonly head: string; readonly text: (array: ArrayParameters) => string }[] = [
  { title: 'array', head: 'array', text: ({ rows, cols }) => `${rows}x${cols}` },
  { title: 'tree width', head: 'T', text: ({ treeWidth }) => String(treeWidth) },
  { title: 'fp-add latency', head: 'Lf', text: ({ fpAddLatency }) => String(fpAddLatency) },
  { title: 'fp-mul latency', head: 'Lm', text: ({ fpMulLatency }) => String(fpMulLatency) },
  { title: 'interleave', head: 'I', text: ({ interleave }) => String(interleave) },
];

const varies = (arrays: readonly ArrayParameters[]) => ({ text }: (typeof AXES)[number]): boolean => arrays.some((array) => text(array) !== text(arrays[0]));

const FIGURES: readonly { readonly head: string; readonly text: (point: SweepPoint) => string }[] = [
  { head: 'cycles', text: ({ cycles }) => grouped(cycles.total) },
  { head: 'issue', text: ({ cycles }) => grouped(cycles.issue) },
  { head: 'stall', text: ({ shares }) => percent(shares.stall) },
  { head: 'drain', text: ({ shares }) => percent(shares.drain) },
  { head: 'idle lanes', text: ({ shares }) => percent(shares.idleLanes) },
  { head: 'idle PEs', text: ({ shares }) => percent(shares.idleElements) },
  { head: 'utilization', text: ({ shares }) => percent(shares.utilization) },
  { head: 'products/cycle', text: (point) => productsPerCycle(point).toFixed(2) },
];

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function introduction(flags: Flags, layers: readonly NetworkLayer[], runs: readonly LayerRun[], arrays: readonly ArrayParameters[], { products }: SweepPoint): string {
  const what = flags.network ? `${flags.network.name} at ${layers[0].input.join('x')}` : `a layer of ${layerText(layers[0])}`;
  const fixed = AXES.filter((one) => !varies(arrays)(one)).map(({ title, text }) => `${title} ${text(arrays[0])}`);
  const counted = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'} of ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`;
  const lines = [
    `${what}, ${flags.pass}, batch ${flags.batch}: ${counted}, ${grouped(products)} products`,
    ...(skipped(flags, layers) === null ? [] : [`without the input gradient of ${layers[0].name}: nothing comes before it`]),
    ...(fixed.length === 0 ? [] : [`${fixed.join(', ')}${flags.tensorScale ? '' : ', no tensor scale'}`]),
  ];
  return lines.join('\n');
}

/** The layer whose input gradient is left out. */
function skipped({ network, pass }: Flags, layers: readonly NetworkLayer[]): string | null {
  return network !== undefined && (pass === 'training' || pass === 'input-grad') ? layers[0].name : null;
}

const NO_LINE = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
const NO_FRAME = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
const BORDERLESS = { ...NO_FRAME, ...NO_LINE, left: '  ', right: '', middle: '  ' };

function tableText(rows: readonly Row[], arrays: readonly ArrayParameters[]): string {
  const axes = AXES.filter(varies(arrays));
  const labels = rows[0].run === undefined ? [...axes.map(({ head }) => head), 'multipliers'] : ['layer', 'pass', 'outputs', 'G', 'K'];
  const head = [...labels, ...FIGURES.map((figure) => figure.head)];
  const leftLabels = rows[0].run === undefined ? 0 : 2;
  const table = new Table({
    head,
    colAligns: head.map((_, column) => (column < leftLabels ? 'left' : 'right')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: BORDERLESS,
  });
  for (const { run: one, point } of rows.slice(0, MAX_TABLE_ROWS)) {
    const values = one === undefined ? [...axes.map(({ text }) => text(point.array)), grouped(multipliers(point.array))] : runLabels(one);
    table.push([...values, ...FIGURES.map(({ text }) => text(point))]);
  }
  const more = rows.length - MAX_TABLE_ROWS;
  return `${table.toString()}${more > 0 ? `\n  and ${more} more: --csv and --json have all` : ''}`;
}

function runLabels({ layer, pass, grid: { channelGroups, matrixRows, matrixColumns, groupCount, groupSize } }: LayerRun): string[] {
  return [layer.name, pass, grouped(BigInt(channelGroups * matrixRows) * BigInt(matrixColumns)), String(groupCount), String(groupSize)];
}

function verificationText({ arrays, cases, shrunk, tooLarge, mismatches }: Verification, all: number): string {
  const size = shrunk === 0 ? 'at full size' : `${shrunk} of them shrunk in channels, image or batch, with the same kernel, stride, dilation and kind of channel groups`;
  const left = tooLarge === 0 ? '' : `\n${tooLarge} ${tooLarge === 1 ? 'run' : 'runs'} left out: even the smallest layer of their kind takes too long to step on so large an array`;
  const outcome = mismatches.length === 0 ? 'every cycle count equals the closed form' : `${mismatches.length} of the runs differ from the closed form`;
  const lines = mismatches.map((mismatch) => `\nmismatch: ${mismatchText(mismatch)}`);
  return `clocked model, ${arrays} of ${all} ${all === 1 ? 'array' : 'arrays'}, ${cases} different runs (${size}): ${outcome}${left}${lines.join('')}`;
}

function mismatchText({ array, layer, batch, pass, counts }: Mismatch): string {
  const differences = counts.map(({ name, closedForm, clocked }) => `${name} ${grouped(closedForm)} in closed form, ${grouped(clocked)} clocked`);
  const place = AXES.map(({ title, text }) => `${title} ${text(array)}`).join(', ');
  return `${layer.name} ${pass} (${layerText(layer)}, batch ${batch}) on ${place}: ${differences.join('; ')}`;
}

/** The figures of a row under their names in --json and --csv. */
function figures({ array, cycles, products, shares }: SweepPoint): Record<'parameters' | 'counts' | 'derived', Record<string, number | bigint | boolean>> {
  return {
    parameters: { ...array, multipliers: multipliers(array) },
    counts: { ...cycles },
    derived: {
      products,
      productsPerCycle: productsPerCycle({ array, cycles, products, shares }),
      utilization: shares.utilization,
      stallShare: shares.stall,
      drainShare: shares.drain,
      idleLaneShare: shares.idleLanes,
      idleElementShare: shares.idleElements,
    },
  };
}

function csvText(rows: readonly Row[]): string {
  const records = rows.map(({ run: one, point }) => {
    const { parameters, counts, derived } = figures(point);
    return { ...(one === undefined ? {} : { layer: one.layer.name, pass: one.pass }), ...parameters, ...counts, ...derived };
  });
  return [Object.keys(records[0]), ...records.map((record) => Object.values(record))].map((line) => line.join(',')).join('\n');
}

function jsonFigures(
  flags: Flags,
  layers: readonly NetworkLayer[],
  runs: readonly LayerRun[],
  points: readonly SweepPoint[],
  rows: readonly Row[],
  verification: Verification | undefined,
): object {
  const flat = (point: SweepPoint): object => {
    const { parameters, counts, derived } = figures(point);
    return { array: parameters, cycles: counts, ...derived };
  };
  const perLayer = flags.layers === true;
  return {
    ...(flags.network ? { network: flags.network.name, inputSize: layers[0].input } : { layer: layers[0] }),
    pass: flags.pass,
    batch: flags.batch,
    layerCount: layers.length,
    runs: runs.length,
    withoutInputGradient: skipped(flags, layers),
    points: (perLayer ? points : rows.map(({ point }) => point)).map(flat),
    ...(perLayer ? { layers: rows.map(({ run: one, point }) => ({ layer: one?.layer.name, pass: one?.pass, grid: one?.grid, ...flat(point) })) } : {}),
    ...(verification === undefined ? {} : { verification }),
  };
}
