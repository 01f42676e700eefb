import { afterEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/main.ts';
import { sweepCommand } from '../../src/cli/sweep.ts';
import type { ClockedRun } from '../../src/networks/verify.ts';
import { outputGrid } from '../../src/sim/cycle/grid.ts';
import { layerCycles } from '../../src/sim/cycle/timing.ts';
import { mlsim } from '../support/cli.ts';

interface Point {
  array: { rows: number; cols: number; treeWidth: number; fpAddLatency: number; fpMulLatency: number; interleave: number; tensorScale: boolean; multipliers: number };
  cycles: { total: number; issue: number; stall: number; drain: number; idleLanes: number; idleElements: number };
  products: number;
  productsPerCycle: number;
  utilization: number;
  stallShare: number;
}
interface Figures {
  network?: string;
  layerCount: number;
  runs: number;
  withoutInputGradient: string | null;
  points: Point[];
  layers?: (Point & { layer: string; pass: string })[];
  verification?: { arrays: number; cases: number; shrunk: number; tooLarge: number; mismatches: { counts: { name: string }[] }[] };
}

const sweep = (...args: string[]): ReturnType<typeof mlsim> => mlsim(['sweep', ...args.flatMap((arg) => arg.split(' '))]);
function figures(...args: string[]): Figures {
  const run = sweep(...args, '--json');
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(run.stdout) as Figures;
}
/** 96 to 96 channels of 14x14 by a 1x1 kernel: 18 816 outputs of 6 chunks with one element a group. */
const POINTWISE = '--layer 96,96,1,1,14,14';

describe('mlsim sweep', () => {
  it('computes a layer as the issue rule says', () => {
    const { points } = figures(POINTWISE, '--interleave 1,2,4');
    const issue = 96 * 196 * 6;
    // In each of 5 rounds after the first, an output alone waits 2 of 3 cycles, two wait one.
    const stalls = [96 * 196 * 5 * 2, 96 * 98 * 5, 0];
    expect(points.map(({ cycles }) => cycles)).toEqual(stalls.map((stall) => ({ total: issue + stall + 22, issue, stall, drain: 22, idleLanes: 0, idleElements: 0 })));
    expect(points[2].utilization).toBeCloseTo(issue / (issue + 22), 12);
    expect(points[0].productsPerCycle).toBeCloseTo((issue * 16) / (issue + stalls[0] + 22), 9);
  });

  it('takes the geometry of a layer, its passes and its batch', () => {
    const { points, layerCount } = figures('--layer 8,4,3,2,9,8 --stride 2,1 --padding 1,0 --dilation 1,2 --groups 2 --batch 3 --pass weight-grad --no-tensor-scale --fp-add-latency 1');
    // Outputs [8, 2, 3, 2] of 3 groups with K = 5 x 6: one chunk.
    expect(layerCount).toBe(1);
    expect(points).toMatchObject([{ products: 96 * 3 * 30, array: { tensorScale: false }, cycles: { issue: 96 * 30, stall: 0, drain: 4 + 4 + 1, idleLanes: 96 * 13 * 30 } }]);
  });

  it('sums a network, without the input gradient that nothing needs', () => {
    const forward = figures('--network resnet20 --array 4x4');
    expect(forward).toMatchObject({ network: 'resnet20', layerCount: 20, runs: 20, withoutInputGradient: null, points: [{ products: 40_551_040 }] });
    const training = figures('--network resnet20 --array 4x4 --pass training');
    expect(training).toMatchObject({ runs: 59, withoutInputGradient: 'conv1' });
    const parts = ['forward', 'input-grad', 'weight-grad'].map((pass) => figures(`--network resnet20 --array 4x4 --pass ${pass}`).points[0].cycles.total);
    expect(training.points[0].cycles.total).toBe(parts[0] + parts[1] + parts[2]);
  });

  it('combines lists and ranges in order', () => {
    const axes = (...args: string[]): string[] =>
      figures(POINTWISE, ...args).points.map(({ array: a }) => [`${a.rows}x${a.cols}`, a.treeWidth, a.fpAddLatency, a.fpMulLatency, a.interleave].join(' '));
    expect(axes('--array 2x3,1 --interleave 1,2')).toEqual(['2x3 16 3 3 1', '2x3 16 3 3 2', '1x1 16 3 3 1', '1x1 16 3 3 2']);
    expect(axes('--array 1..2x3..4')).toEqual(['1x3 16 3 3 1', '1x4 16 3 3 1', '2x3 16 3 3 1', '2x4 16 3 3 1']);
    expect(axes('--array 4..16:x2 --tree-width 4..8')).toEqual(['4x4 4 3 3 1', '4x4 8 3 3 1', '8x8 4 3 3 1', '8x8 8 3 3 1', '16x16 4 3 3 1', '16x16 8 3 3 1']);
    expect(axes('--fp-add-latency 1..5:2 --fp-mul-latency 2,4')).toEqual(['1 2', '1 4', '3 2', '3 4', '5 2', '5 4'].map((both) => `1x1 16 ${both} 1`));
    expect(axes('--interleave 4,1..2,2,4')).toEqual(['4', '1', '2'].map((interleave) => `1x1 16 3 3 ${interleave}`));
  });

  it('sorts', () => {
    const order = (figure: string): number[] => figures(POINTWISE, '--array 1x1,8x1 --interleave 1,4 --sort', figure).points.map(({ array }) => array.rows * 10 + array.interleave);
    expect(order('cycles')).toEqual([84, 81, 14, 11]);
    expect(order('utilization')).toEqual([14, 84, 11, 81]);
  });

  it('prints a table', () => {
    const { stdout, status } = sweep('--network resnet18 --array 8x8 --interleave 1,4');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('resnet18 at 224x224, forward, batch 1: 21 runs of 21 layers, 1 814 073 344 products');
    expect(lines[1]).toBe('array 8x8, tree width 16, fp-add latency 3, fp-mul latency 3');
    expect(lines[3]).toMatch(/^ {2}I {2}multipliers +cycles +issue +stall +drain +idle lanes +idle PEs +utilization +products\/cycle$/);
    expect(lines[4]).toMatch(/^ {2}1 +1 024 {2}2 382 260 {2}2 340 000 +1\.75 % +0\.02 % +20\.96 % +2\.90 % +74\.36 % +761\.49$/);
    expect(lines).toHaveLength(7);
    expect(sweep('--network alexnet --pass training').stdout).toMatch(/\nwithout the input gradient of conv1: nothing comes before it\n/);
  });

  it('shortens a table that nobody would read, but no data', () => {
    const many = `${POINTWISE} --array 1..40x1..40`;
    expect(sweep(many).stdout).toMatch(/\n {2}and 600 more: --csv and --json have all\n$/);
    expect(sweep(many, '--csv').stdout.trimEnd().split('\n')).toHaveLength(1601);
  });

  it('shows the layers of one array', () => {
    const { layers = [], points } = figures('--network resnet18 --array 8x8 --layers');
    expect(layers.map(({ layer }) => layer)).toHaveLength(21);
    expect(layers.reduce((sum, { cycles }) => sum + cycles.total, 0)).toBe(points[0].cycles.total);
    const { stdout } = sweep('--network resnet18 --array 8x8 --layers');
    expect(stdout).toMatch(/\n {2}layer +pass +outputs +G +K +cycles/);
    expect(stdout).toMatch(/\n {2}layer3\.0\.downsample +forward +50 176 +128 +1 +17 622 +6 400 +63\.56 %/);
  });

  it('writes comma-separated values', () => {
    const [head, ...rows] = sweep(POINTWISE, '--interleave 1,4 --csv').stdout.trimEnd().split('\n');
    expect(head).toBe(
      'rows,cols,treeWidth,fpAddLatency,fpMulLatency,interleave,tensorScale,multipliers,total,issue,stall,drain,idleLanes,idleElements,products,productsPerCycle,utilization,stallShare,drainShare,idleLaneShare,idleElementShare',
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^1,1,16,3,3,1,true,16,301078,112896,188160,22,0,0,1806336,/);
    expect(sweep('--network resnet20 --layers --csv').stdout).toMatch(/^layer,pass,rows,.*\nconv1,forward,1,1,16,/);
  });

  it('changes the input size of a network', () => {
    expect(figures('--network resnet18 --input-size 112').points[0].products).toBeLessThan(500_000_000);
  });
});

describe('mlsim sweep --verify', () => {
  it('steps a small layer as it is, in every pass', () => {
    const run = sweep('--layer 6,6,3,3,7,6 --stride 2 --padding 1 --groups 3 --batch 3 --pass training --array 1..3x2 --tree-width 1,2 --fp-add-latency 1,4 --interleave 1,3 --verify 24');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/\nclocked model, 24 of 24 arrays, 72 different runs \(at full size\): every cycle count equals the closed form\n$/);
  });

  it('steps a small network whole', () => {
    const { verification } = figures('--network resnet20 --array 8x8,16x16 --interleave 1,2 --verify 1');
    expect(verification).toEqual({ arrays: 1, cases: 7, shrunk: 0, tooLarge: 0, mismatches: [] });
  });

  it('shrinks the layers of a large network and says so', () => {
    const { stdout, status } = sweep('--network mobilenet-v2 --array 4x4 --interleave 4 --verify 1');
    expect(status).toBe(0);
    const outcome = /\nclocked model, 1 of 1 array, (\d+) different runs \((\d+) of them shrunk in channels, image or batch, with the same kernel, stride, dilation and kind of channel groups\): every cycle count equals the closed form\n$/;
    const [, cases, shrunk] = outcome.exec(stdout) ?? [];
    expect(Number(cases)).toBeGreaterThan(20);
    expect(Number(shrunk)).toBeGreaterThan(5);
  });

  describe('with a clocked model that is wrong', () => {
    const wrong: ClockedRun = function* (conv, _x, _y, array, channelGroups) {
      yield { done: 0, total: 1 };
      const counts = layerCycles(outputGrid(conv, channelGroups), array);
      return array.interleave === 2 ? { ...counts, total: counts.total + 1n, stall: counts.stall + 1n } : counts;
    };
    const written: string[] = [];
    afterEach(() => {
      process.exitCode = undefined;
      written.length = 0;
      vi.restoreAllMocks();
    });
    const runInProcess = async (...args: string[]): Promise<string> => {
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
      await sweepCommand(wrong).parseAsync([...POINTWISE.split(' '), ...args], { from: 'user' });
      return written.join('');
    };

    it('prints which and exits with 1', async () => {
      const text = await runInProcess('--interleave', '1,2', '--verify', '2');
      expect(text).toMatch(/2 of 2 arrays, 2 different runs \(at full size\): 1 of the runs differ from the closed form\n/);
      expect(text).toContain(
        'mismatch: layer forward (96 to 96 channels, kernel 1x1, input 14x14, batch 1) on array 1x1, tree width 16, fp-add latency 3, fp-mul latency 3, interleave 2: total 159 958 in closed form, 159 959 clocked; stall 47 040 in closed form, 47 041 clocked',
      );
      expect(process.exitCode).toBe(1);
    });

    it('lists them in JSON, with 1 too', async () => {
      const { verification } = JSON.parse(await runInProcess('--interleave', '1,2', '--verify', '2', '--json')) as Figures;
      expect(verification?.mismatches).toMatchObject([{ counts: [{ name: 'total', closedForm: 159_958, clocked: 159_959 }, { name: 'stall' }] }]);
      expect(process.exitCode).toBe(1);
    });

    it('exits with 0 where it is right', async () => {
      await runInProcess('--interleave', '1,2', '--verify', '1');
      expect(process.exitCode).toBeUndefined();
    });
  });
});

describe('bad usage', () => {
  it.each<[string, string, RegExp]>([
    ['neither network nor layer', '', /sweep: expected --network or --layer, found neither/],
    ['both', `--network vgg16 ${POINTWISE}`, /--layer: expected --network or --layer, found both/],
    ['an unknown network', '--network resnet19', /--network.*expected one of resnet18, .*paper-resnet34, found "resnet19"/],
    ['half a layer', '--layer 96,96,1,1', /--layer.*expected co,ci,kh,kw,h,w of at least 1, found "96,96,1,1"/],
    ['a layer without channels', '--layer 0,96,1,1,8,8', /--layer.*of at least 1/],
    ['a kernel that does not fit', '--layer 8,8,5,5,3,3', /--layer: operands: expected a kernel within the padded input's 3 rows, found one that spans 5/],
    ['channel groups that do not divide', '--layer 8,9,1,1,3,3 --groups 2', /--groups: expected a divisor of the 9 input channels, found 2/],
    ['a stride of zero', `${POINTWISE} --stride 0`, /stride: expected an integer from 1 to/],
    ["a layer's option with a network", '--network vgg16 --stride 2', /--stride: only --layer takes it, found --network vgg16/],
    ["a network's option with a layer", `${POINTWISE} --input-size 8`, /--input-size: only --network takes it/],
    ['an input too small', '--network alexnet --input-size 32', /pooling, input 1x1: operands: expected a kernel within the padded input's 1 rows, found one that spans 3/],
    ['a pass', `${POINTWISE} --pass backward`, /--pass.*forward, input-grad, weight-grad, training/],
    ['a batch', `${POINTWISE} --batch 0`, /--batch.*from 1 to 1048576, found "0"/],
    ['an array', `${POINTWISE} --array 8x`, /--array.*expected values and ranges such as .*, found "8x"/],
    ['an array too large', `${POINTWISE} --array 1025x1`, /--array.*rows: expected an integer from 1 to 1024, found 1025/],
    ['a tree width', `${POINTWISE} --tree-width 4,12`, /--tree-width.*tree width: expected a power of two, found 12/],
    ['tree widths', `${POINTWISE} --tree-width 4..12:4`, /--tree-width.*tree width: expected a power of two, found 12/],
    ['a range backwards', `${POINTWISE} --interleave 8..4`, /--interleave.*interleave: expected an integer from 8 to 1024, found 4/],
    ['a range without progress', `${POINTWISE} --interleave 1..4:0`, /--interleave.*interleave: step: expected an integer from 1 to 1024, found 0/],
    ['a range that stands still', `${POINTWISE} --interleave 1..4:x1`, /--interleave.*interleave: step: expected an integer from 2 to 1024, found 1/],
    ['an empty item', `${POINTWISE} --fp-add-latency 1,,2`, /--fp-add-latency.*expected values and ranges such as .*, found ""/],
    ['a latency', `${POINTWISE} --fp-mul-latency 65`, /--fp-mul-latency.*fp-mul latency: expected an integer from 1 to 64, found 65/],
    ['too many arrays in a list', `${POINTWISE} --array 1..1024x1..1024`, /--array.*expected at most 100000 values, found more/],
    ['too many points', `${POINTWISE} --array 1..300x1..300 --interleave 1,2`, /sweep: expected at most 100000 combinations of the lists, found 180000/],
    ['layers of many arrays', '--network vgg16 --layers --interleave 1,2', /--layers: expected one array, found 2 combinations/],
    ['two formats', `${POINTWISE} --json --csv`, /--csv: expected --json or --csv, found both/],
    ['verification in a table of values', `${POINTWISE} --csv --verify 1`, /--verify: reports in the table or in --json, found --csv/],
    ['verification of nothing', `${POINTWISE} --verify 0`, /--verify.*from 1 to 100000, found "0"/],
    ['an array too large to step', '--network vgg16 --array 1024 --tree-width 1024 --verify 1', /--verify: expected an array that runs a small layer in 200000000 multiplier slots/],
    ['a sort order', `${POINTWISE} --sort area`, /--sort.*cycles, utilization/],
  ])('%s: one line, status 2', (_what, args, message) => {
    const run = mlsim(['sweep', ...(args === '' ? [] : args.split(' '))]);
    expect(run.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('help', () => {
  it('has examples that run', () => {
    const { status, stdout } = mlsim(['sweep', '--help']);
    expect(status).toBe(0);
    const examples = [...stdout.matchAll(/^ {2}mlsim (sweep .*)$/gm)].map((match) => match[1].split(' '));
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect(mlsim(example), example.join(' ')).toMatchObject({ status: 0, stderr: '' });
  });

  it('lists the command', async () => {
    expect((await program()).commands.map((command) => command.name())).toContain('sweep');
  });
});
