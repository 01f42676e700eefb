/** `mlsim width --counterexample`: operands that overflow an accumulator, or why there are none. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { elementFormatName } from '../formats/element.ts';
import { openOutput } from '../io/atomic-file.ts';
import { attempt, fileSubject } from '../io/fs-error.ts';
import { writeMlsNpz } from '../io/mls-npz.ts';
import { capacity, largestProduct, largestSum } from '../width/bounds.ts';
import { smallestCounterexample, type Counterexample } from '../width/counterexample.ts';
import { layerWidths, type PassWidth, type WidthFormats } from '../width/layer-widths.ts';
import { grouped, jsonText, print } from './print.ts';
import { borderless } from './table.ts';
import { prepareFolder } from './vectors-folder.ts';
import { writingSet } from './vectors-writer.ts';
import { widthSubject } from './width-layers.ts';
import type { Subject, WidthFlags } from './width-options.ts';
import { accumulatorVectors } from './width-vectors.ts';
import { subjectPasses, widthFormats } from './width-worst-case.ts';
import { work } from './work.ts';

export async function runCounterexample(kind: Exclude<Subject, 'weights' | 'data'>, name: string | undefined, flags: WidthFlags, command: Command): Promise<void> {
  const runs = subjectPasses(await widthSubject(kind, name, flags), flags);
  const formats = widthFormats(flags);
  const width = flags.accWidth;
  const found = smallestCounterexample(runs, formats, width);
  if (found === undefined) {
    const widths = layerWidths(runs, formats);
    const most = widths.reduce((best, one) => (one.nonzero > best.nonzero ? one : best));
    if (flags.json === true) print(jsonText({ width, counterexample: null, neededWidth: most.layerWidth, ...proof(most, formats, width) }));
    else print(noneText(most, formats, width));
    return;
  }
  const folder = flags.counterexample ?? '.';
  const files = await writeFiles(folder, found, formats, rootOf(command).version() ?? '');
  const call = convCall(found, files);
  const sums = partialSums(found.products);
  if (flags.json === true) {
    const { layer, pass, output, products, limit } = found;
    print(jsonText({ width, counterexample: { layer: layer.name, pass, output, group: 0, product: products.length, products, sums, limit, files, command: call } }));
  } else {
    print(`${foundText(found, sums, formats)}\n\nwrote ${files.x}, ${files.y} and, for a design, ${files.vectors}:\n  ${call}`);
  }
}

interface Files {
  readonly x: string;
  readonly y: string;
  readonly vectors: string;
}

async function writeFiles(folder: string, found: Counterexample, formats: WidthFormats, version: string): Promise<Files> {
  attempt(fileSubject(folder), 'cannot make the folder', () => mkdirSync(folder, { recursive: true }));
  const files: Files = { x: join(folder, 'X.npz'), y: join(folder, 'Y.npz'), vectors: join(folder, 'vectors') };
  prepareFolder(files.vectors, false);
  const outputs = [openOutput(files.x), openOutput(files.y)] as const;
  writeMlsNpz(outputs[0], found.x);
  writeMlsNpz(outputs[1], found.y);
  outputs.forEach((output) => { output.commit(); });
  const heading = { version, command: `mlsim width --counterexample, ${found.layer.name} ${found.pass}, ${found.width} bits`, level: 1, seed: '0' } as const;
  await work('vectors', writingSet(files.vectors, accumulatorVectors(found, formats), heading, false));
  return files;
}

/** The sums after each product, as no width would limit them. */
function partialSums(products: readonly bigint[]): readonly bigint[] {
  let sum = 0n;
  return products.map((product) => (sum += product));
}

/** Rows of the table at either end. */
const SHOWN = 4;

function foundText({ width, layer, pass, output, products, limit }: Counterexample, sums: readonly bigint[], formats: WidthFormats): string {
  const used = products.filter((product) => product !== 0n).length;
  const row = (k: number): string[] => [
    String(k + 1),
    grouped(products[k]),
    grouped(k === 0 ? 0n : sums[k - 1]),
    grouped(sums[k]),
    sums[k] > limit ? `above ${grouped(limit)}` : '',
  ];
  const all = products.map((_, k) => k);
  const rows = all.length <= 2 * SHOWN + 1 ? all.map(row) : [...all.slice(0, SHOWN).map(row), ['...', '', '', '', ''], ...all.slice(-SHOWN).map(row)];
  return `${layer.name} ${pass}, cut to one channel and one image: ${elementFormatName(formats.x)} x ${elementFormatName(formats.y)} overflow ${width} bits
${grouped(used)} products are the fewest that can: ${grouped(used - 1)} of the largest, ${grouped(largestProduct(formats))}, still fit. Output [${output.join(',')}], product ${grouped(products.length)}:

${borderless(['product', 'value', 'sum before', 'sum after', ''], 0, rows)}`;
}

/** Why no operands overflow. */
function proof({ nonzero }: PassWidth, formats: WidthFormats, width: number): Record<'products' | 'largestProduct' | 'largestSum' | 'limit' | 'capacity', bigint> {
  return {
    products: BigInt(nonzero),
    largestProduct: largestProduct(formats),
    largestSum: largestSum(formats, nonzero),
    limit: (1n << BigInt(width - 1)) - 1n,
    capacity: capacity(formats, width),
  };
}

function noneText(most: PassWidth, formats: WidthFormats, width: number): string {
  const { products, largestProduct: product, largestSum: sum, limit } = proof(most, formats, width);
  return `no counterexample: no operands overflow ${width} bits
${most.layer} ${most.pass} sums the most products that can differ from zero, ${grouped(products)}. Each is at most ${grouped(product)}, so that every partial sum lies within
+-${grouped(products)} x ${grouped(product)} = +-${grouped(sum)}, and ${width} bits hold -${grouped(limit + 1n)} to ${grouped(limit)}. ${most.layerWidth} bits are the fewest that do.`;
}

/** The command that shows the overflow. */
function convCall({ layer, pass, width }: Counterexample, { x, y }: Files): string {
  const { stride, padding, dilation, input, kernel } = layer;
  const option = (name: string, value: readonly [number, number], usual: number): string[] => (value[0] === usual && value[1] === usual ? [] : [`--${name} ${value.join()}`]);
  return [
    `mlsim conv --pass ${pass} ${quoted(x)} ${quoted(y)} -o ${pass}.npy --acc-width ${width}`,
    ...option('stride', stride, 1),
    ...option('padding', padding, 0),
    ...option('dilation', dilation, 1),
    ...(pass === 'input-grad' ? [`--input-size ${input.join()}`] : []),
    ...(pass === 'weight-grad' ? [`--kernel-size ${kernel.join()}`] : []),
    '--json',
  ].join(' ');
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}
