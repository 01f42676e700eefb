import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/cli/main.ts';
import { mlsim, scratchFolder } from '../support/cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REAL = join(ROOT, 'vectors/real');
const folder = scratchFolder();

const width = (...args: string[]): ReturnType<typeof mlsim> => mlsim(['width', ...args.flatMap((arg) => arg.split(' '))], { cwd: folder });
function figures(...args: string[]): unknown {
  const run = width(...args, '--json');
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(run.stdout);
}
const worstCase = (...args: string[]): WorstCase => figures(...args) as WorstCase;
const counterexampleOf = (...args: string[]): Counterexample => figures(...args) as Counterexample;

interface WorstCase {
  capacity: number;
  withoutWeightGradient: boolean;
  widths: { layer: string; pass: string; groupSize: number; nonzero: number; largestSum: number; width: number; naiveWidth: number; layerWidth: number; fits: boolean }[];
  passes: { pass: string; layers: number; overflowing: number; neverOverflows: boolean; neededWidth: number; widestLayer: string }[];
  paper: { element: [number, number]; width: number; capacity: number; passes: WorstCase['passes'] }[];
}
interface Counterexample {
  counterexample: null | { layer: string; pass: string; product: number; products: number[]; sums: number[]; limit: number; command: string; files: { x: string; y: string; vectors: string } };
  neededWidth?: number;
}
interface Measured {
  neededWidth: number;
  groups: number;
  needs: { width: number; groups: number }[];
  overflow: { width: number; groups: number; rate: number; first: object | null }[];
  effects: { width: number; overflow: string; changed: number; sqnr: number | null }[];
  knownX: { width: number };
  worstCase: { width: number };
  scaler: { groups: number; exact: number };
  trees?: { order: string; width: number; depth: number; bound: number; largest: number }[];
}
interface ConvReport {
  overflow: { groups: number; first: object | null };
}

describe('the worst case', () => {
  it('of a kernel', () => {
    const { widths, withoutWeightGradient } = worstCase('--kernel 3x3 --element 1,1 --acc-width 8');
    expect(withoutWeightGradient).toBe(true);
    expect(widths.map(({ pass, groupSize, largestSum, width: bits, naiveWidth, fits }) => [pass, groupSize, largestSum, bits, naiveWidth, fits])).toEqual([
      ['forward', 9, 81, 8, 9, true],
      ['input-grad', 9, 81, 8, 9, true],
    ]);
    const plane = worstCase('--kernel 3 --input-size 32 --padding 1 --element 1,1 --acc-width 8');
    expect(plane.widths[2]).toMatchObject({ pass: 'weight-grad', groupSize: 1024, largestSum: 9216, width: 15, fits: false });
    expect(worstCase('--kernel 1x7 --element 2,4 --element-y 2,1 --pass forward').widths).toMatchObject([{ groupSize: 7, largestSum: 7 * 124 * 12 }]);
  });

  it('of a layer', () => {
    const { widths } = worstCase('--layer 8,4,3,3,9,9 --stride 2 --padding 1 --groups 2 --element 2,1');
    expect(widths.map(({ pass, groupSize, nonzero, layerWidth }) => [pass, groupSize, nonzero, layerWidth])).toEqual([
      ['forward', 9, 9, 12],
      ['input-grad', 9, 4, 11],
      ['weight-grad', 25, 25, 13],
    ]);
  });

  it("of a network, with what holds for the paper's choices", () => {
    const { widths, passes, paper, capacity } = worstCase('resnet18 --element 2,4');
    expect(widths).toHaveLength(62);
    expect(capacity).toBe(139_664);
    expect(passes.map(({ neverOverflows, neededWidth }) => [neverOverflows, neededWidth])).toEqual([[true, 21], [true, 19], [true, 29]]);
    expect(paper.map(({ element, width: bits, passes: of }) => [...element, bits, ...of.map(({ neverOverflows }) => neverOverflows)])).toEqual([
      [2, 4, 32, true, true, true],
      [2, 1, 16, true, true, false],
      [1, 1, 8, false, true, false],
    ]);
    const { stdout } = width('resnet18 --element 2,1 --acc-width 16');
    expect(stdout).toMatch(/\n {2}weight-grad: can overflow 16 bits in 10 of 21 layers \(22 bits needed, by conv1\)\n/);
    expect(stdout).toMatch(/\n {2}<1,1> with 8 bits, which hold 14 products whatever they are: kernels and output planes up to 3x3\n/);
  });

  it('at another input size', () => {
    expect(worstCase('resnet18 --input-size 64 --pass weight-grad').widths[0]).toMatchObject({ groupSize: 1024 });
  });

  it('as comma-separated values', () => {
    const [head, ...lines] = width('resnet20 --csv').stdout.trimEnd().split('\n');
    expect(head).toBe('layer,pass,groupSize,nonzero,largestSum,width,naiveWidth,layerWidth,accumulatorWidth,fits,scaledWidth,roundedOff');
    expect(lines).toHaveLength(59);
    expect(lines[1]).toBe('conv1,weight-grad,1024,1024,15745024,25,25,25,32,true,29,4');
  });

  it.each(['resnet18', 'resnet20', 'vgg16-bn'])('has a line for each layer and pass of %s', (network) => {
    const { status, stdout } = width(`${network} --json`);
    expect(status).toBe(0);
    const { widths } = JSON.parse(stdout) as { widths: { layer: string; pass: string }[] };
    const layers = new Set(widths.map(({ layer }) => layer));
    // Every layer has three passes but the first, whose input gradient nobody needs.
    expect(widths).toHaveLength(3 * layers.size - 1);
    expect(layers.size).toBe({ resnet18: 21, resnet20: 20, 'vgg16-bn': 16 }[network]);
  });

  it('says where no accumulator is wide enough, or even one product too much', () => {
    expect(width('--kernel 3x3 --element 5,10').stdout).toMatch(/can overflow 32 bits \(87 bits needed, more than any accumulator has\)/);
    expect(width('--kernel 3x3 --element 2,4 --acc-width 8').stdout).toMatch(/8 bits hold not even one product\n/);
  });
});

describe('a counterexample', () => {
  const overflowOf = (command: string): ConvReport['overflow'] => (JSON.parse(mlsim(command.split(' ').slice(1), { cwd: folder }).stdout) as ConvReport).overflow;

  it('overflows when its command runs', () => {
    const { counterexample } = counterexampleOf('--kernel 3x3 --element 1,1 --acc-width 7 --counterexample ce');
    expect(counterexample).toMatchObject({ pass: 'forward', product: 8, products: Array<number>(8).fill(9), sums: [9, 18, 27, 36, 45, 54, 63, 72], limit: 63 });
    expect(overflowOf(counterexample?.command ?? '')).toEqual({ groups: 1, first: { output: [0, 0, 0, 0], group: 0 } });
    expect(overflowOf((counterexample?.command ?? '').replace('--acc-width 7', '--acc-width 8'))).toEqual({ groups: 0, first: null });
  });

  it.each(['forward', 'input-grad', 'weight-grad'])('of a layer with stride, padding and dilation overflows, %s', (pass) => {
    const { counterexample } = counterexampleOf(`--layer 4,4,3,2,12,11 --stride 2,1 --padding 1,0 --dilation 1,2 --element 2,1 --acc-width 9 --pass ${pass} --counterexample ce-${pass}`);
    expect(counterexample?.pass).toBe(pass);
    expect(overflowOf(counterexample?.command ?? '').groups).toBeGreaterThan(0);
  });

  it('has vectors that the accumulator answers', () => {
    const { counterexample } = counterexampleOf('resnet20 --element 2,1 --acc-width 16 --counterexample ce16');
    expect(counterexample).toMatchObject({ pass: 'weight-grad', limit: 32767 });
    expect(counterexample?.products.filter((product) => product !== 0)).toHaveLength(228);
    const { vectors } = counterexample?.files ?? { vectors: '' };
    const manifest = JSON.parse(readFileSync(join(folder, vectors, 'manifest.json'), 'utf8')) as { unit: string; parameters: object; files: { words: number; fields: { name: string; msb: number; lsb: number }[] }[] };
    expect(manifest).toMatchObject({ unit: 'accumulator', parameters: { WIDTH: 16, PRODUCT_BITS: 9, SATURATE: 0 } });
    const words = readFileSync(join(folder, vectors, 'vectors.hex'), 'utf8').trimEnd().split('\n');
    expect(words).toHaveLength(counterexample?.products.length ?? 0);
    const [{ fields }] = manifest.files;
    const field = (word: string, name: string): bigint => {
      const { msb, lsb } = fields.find((one) => one.name === name) ?? { msb: 0, lsb: 0 };
      return (BigInt(`0x${word}`) >> BigInt(lsb)) & ((1n << BigInt(msb - lsb + 1)) - 1n);
    };
    const hex = (value: bigint): string => value.toString(16);
    const input = words.map((word) => ['first', 'sum', 'overflow', 'product'].map((name) => hex(field(word, name))).join(' ')).join('\n');
    const answers = mlsim(['eval', 'accumulator', '--acc-width', '16', '--element', '2,1'], { input: `${input}\n` }).stdout.trimEnd().split('\n');
    expect(answers).toEqual(words.map((word) => `${hex(field(word, 'next_sum')).padStart(4, '0')} ${hex(field(word, 'next_overflow'))}`));
    expect(answers.findIndex((answer) => answer.endsWith(' 1'))).toBe(words.length - 1);
  });

  it('is none at the bound, and says why', () => {
    const run = width('--kernel 3x3 --element 1,1 --acc-width 8 --counterexample none');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^no counterexample: no operands overflow 8 bits\n.*9\. Each is at most 9.*\n\+-9 x 9 = \+-81, and 8 bits hold -128 to 127\. 8 bits are the fewest that do\.\n$/);
    expect(existsSync(join(folder, 'none'))).toBe(false);
    expect(counterexampleOf('resnet20 --element 1,1 --acc-width 15 --counterexample none')).toMatchObject({ counterexample: null, neededWidth: 15, products: 1024, largestSum: 9216, limit: 16383 });
  });

  it('does not write over other files', () => {
    mkdirSync(join(folder, 'mine', 'vectors'), { recursive: true });
    writeFileSync(join(folder, 'mine', 'vectors', 'thesis.txt'), '');
    const run = width('--kernel 3x3 --element 1,1 --acc-width 7 --counterexample mine');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^error: mine\/vectors: expected an empty folder .*thesis\.txt in it.*\n$/);
    expect(existsSync(join(folder, 'mine', 'X.npz'))).toBe(false);
  });
});

describe('weights', () => {
  it('have bounds of their own', () => {
    const known = figures('--weights', join(REAL, 'conv3x3.weights.npy')) as { widths: { width: number; groups: number }[] };
    expect(known).toMatchObject({ groups: 2304, anyWeights: 19, width: 18 });
    expect(known.widths.reduce((sum, { groups }) => sum + groups, 0)).toBe(2304);
    expect(width('--weights', join(REAL, 'conv3x3.weights.npy'), '--element-y 1,1 --csv').stdout).toMatch(/^width,groups\n\d+,\d+\n/);
  });
});

describe('data', () => {
  const operands = [join(REAL, 'depthwise.weights.npy'), join(REAL, 'depthwise.activations.npy')];
  const geometry = '--padding 1 --groups 48';
  const shape = JSON.parse(readFileSync(join(REAL, 'manifest.json'), 'utf8')) as { layers: { name: string; groups: number; stride: number; padding: number }[] };
  const depthwise = shape.layers.find(({ name }) => name === 'depthwise') ?? { groups: 1, stride: 1, padding: 1 };
  const options = geometry.replace('48', String(depthwise.groups)).replace('--padding 1', `--padding ${depthwise.padding} --stride ${depthwise.stride}`);

  it('have the overflows that conv counts', () => {
    const measured = figures('--data', ...operands, '--pass forward --element 2,1', options, '--tree') as Measured;
    expect(measured.overflow.map(({ width: bits }) => bits)).toEqual(Array.from({ length: 61 }, (_, i) => 4 + i));
    expect(measured.neededWidth).toBeLessThanOrEqual(measured.knownX.width);
    expect(measured.knownX.width).toBeLessThanOrEqual(measured.worstCase.width);
    for (const bits of [4, measured.neededWidth - 1, measured.neededWidth]) {
      for (const mode of ['wrap', 'saturate']) {
        const run = mlsim(['conv', ...operands, ...`--pass forward --element 2,1 ${options} --acc-width ${bits} --acc-overflow ${mode} -o ${join(folder, 'z.npy')} --json`.split(' ')]);
        const { overflow } = JSON.parse(run.stdout) as ConvReport;
        expect(measured.overflow[bits - 4]).toMatchObject(overflow);
      }
    }
    expect(measured.trees).toHaveLength(22);
    expect(measured.trees?.every(({ largest, bound }) => largest <= bound)).toBe(true);
    expect(measured.scaler.groups).toBe(measured.groups);
  });

  it('print a table, and comma-separated values', () => {
    const { stdout } = width('--data', ...operands, '--pass forward --element 2,1', options, '--acc-width 9');
    expect(stdout).toMatch(/\n {2}these operands +\d+ /);
    expect(stdout).toMatch(/\n9 bits: [\d ]+ of [\d ]+ groups overflow\n/);
    const [head, ...lines] = width('--data', ...operands, '--pass forward --element 2,1', options, '--csv').stdout.trimEnd().split('\n');
    expect(head).toBe('width,groupsNeeding,groupsOverflowing,overflowRate,wrapChanged,wrapSqnr,saturateChanged,saturateSqnr');
    expect(lines.every((line) => line.split(',').length === 8)).toBe(true);
    expect(lines.at(-1)?.split(',')[2]).toBe('0');
  });

  it('give a page that stands alone, with file names as text', () => {
    const name = '<img src=x onerror=alert(1)>.npy';
    writeFileSync(join(folder, name), readFileSync(operands[0]));
    const run = mlsim(['width', '--data', name, operands[1], ...`--pass forward --element 2,1 ${options} --html page.html`.split(' ')], { cwd: folder });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;.npy');
    expect(page).not.toContain('<img');
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).not.toMatch(/NaN|Infinity|undefined|null|\[object|https?:\/\/(?!www\.w3\.org)|<script/);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('@media print');
  });
});

describe('bad usage', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', '', /width: expected a network, --kernel, --layer, --weights or --data, found none/],
    ['two subjects', 'resnet18 --kernel 3x3', /width: expected one of .*, found network and kernel/],
    ['an unknown network', 'resnet19', /network: expected one of resnet18, .*found "resnet19"/],
    ['a kernel of nothing', '--kernel 0x3', /--kernel.*expected a kernel such as 3x3, found "0x3"/],
    ['a layer of five numbers', '--layer 1,2,3,4,5', /--layer.*expected co,ci,kh,kw,h,w of at least 1/],
    ['a kernel larger than its input', '--layer 1,1,5,5,3,3', /--layer: operands: expected a kernel within the padded input's 3 rows/],
    ['groups that do not divide', '--layer 4,3,1,1,2,2 --groups 2', /--groups: expected a divisor of the 3 input channels, found 2/],
    ['a width that is none', 'resnet18 --acc-width 3', /--acc-width.*from 4 to 64/],
    ['a mode', 'resnet18 --acc-overflow saturate', /--acc-overflow: both modes are reported/],
    ['a geometry for a network', 'resnet18 --stride 2', /--stride: says nothing about a network/],
    ['charts without data', 'resnet18 --html x.html', /--html: only --data has charts/],
    ['trees without data', '--kernel 3x3 --tree', /--tree: only --data has sums to measure/],
    ['two formats', 'resnet18 --json --csv', /--csv: expected --json or --csv, found both/],
    ['data without a pass', '--data x.npz y.npz', /--pass: expected forward, input-grad or weight-grad with --data, found none/],
    ['one operand', '--data x.npz --pass forward', /--data: expected two operands X and Y, found less/],
    ['operands that are not there', '--data x.npz y.npz --pass forward', /x\.npz: cannot read/],
    ['a counterexample of data', '--data x.npz y.npz --pass forward --counterexample d', /--counterexample: says nothing about --data/],
    ['three arguments', 'resnet18 resnet20 --pass forward', /width: expected one network, found 2 arguments/],
    ['a pass', 'resnet18 --pass backward', /--pass.*forward, input-grad, weight-grad/],
  ])('%s: one line, status 2', (_what, args, message) => {
    const run = mlsim(['width', ...(args === '' ? [] : args.split(' '))], { cwd: folder });
    expect(run.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('help and documentation', () => {
  it('lists the command, with examples that run', async () => {
    expect((await program()).commands.map((command) => command.name())).toContain('width');
    const examples = [...width('--help').stdout.matchAll(/^ {2}mlsim (width .*)$/gm)].map((match) => match[1]);
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples.filter((one) => !one.includes('.npz'))) expect(mlsim(example.split(' '), { cwd: folder }), example).toMatchObject({ status: 0, stderr: '' });
  });

  it('shows what the program prints', () => {
    const text = readFileSync(join(ROOT, 'docs/width.md'), 'utf8');
    const blocks = [...text.matchAll(/^ {4}\$ mlsim (.*)\n((?: {4}.*\n|\n)+)/gm)];
    expect(blocks.length).toBeGreaterThan(3);
    for (const [, command, shown] of blocks) {
      const run = mlsim(command.replaceAll('vectors/real', REAL).split(' '), { cwd: folder });
      const printed = run.stdout.replaceAll(REAL, 'vectors/real').split('\n').map((line) => line.trimEnd());
      for (const line of shown.split('\n').map((one) => one.slice(4).trimEnd())) {
        if (line !== '' && line !== '...') expect(printed, command).toContain(line);
      }
    }
  });

  it('shows trees as they are measured', () => {
    const text = readFileSync(join(ROOT, 'docs/width.md'), 'utf8');
    const shown = [...text.matchAll(/^ {6}((?:neighbours|halves) .*)$/gm)].map((match) => match[1].trim());
    expect(shown).toHaveLength(4);
    const { stdout } = mlsim(['width', '--data', join(REAL, 'conv3x3.weights.npy'), join(REAL, 'conv3x3.activations.npy'), ...'--pass forward --padding 1 --tree'.split(' ')]);
    const printed = stdout.split('\n').map((line) => line.trim());
    for (const line of shown) expect(printed).toContain(line);
  });
});
