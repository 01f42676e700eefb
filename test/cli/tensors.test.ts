import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npyHeader } from '../../src/io/npy.ts';
import { exactConv, exactDequantize, exactQuantize, type ExactConvOptions, type ExactOperand, type ExactQuantizeOptions } from '../support/exact-model.ts';
import { readFloat32, writeNpy } from '../../src/io/npy.ts';
import { openOutput } from '../../src/io/atomic-file.ts';
import { readMlsNpz } from '../../src/io/mls-npz.ts';
import { mlsim, PROGRAM, scratchFolder, start } from '../support/cli.ts';
import { spawnSync } from 'node:child_process';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);

function save(name: string, shape: readonly number[], data: Float32Array): string {
  const out = openOutput(at(name));
  writeNpy(out, '<f4', shape, data);
  out.commit();
  return at(name);
}

const wave = (count: number, step: number): Float32Array => Float32Array.from({ length: count }, (_, i) => Math.sin(i * step) * 2 ** (i % 5));
const W = { shape: [4, 2, 3, 3], data: wave(72, 1.1) } as const;
const A = { shape: [2, 2, 7, 6], data: wave(168, 2.3) } as const;
save('w.npy', W.shape, W.data);
save('a.npy', A.shape, A.data);

const DEFAULTS: ExactQuantizeOptions = { E: 2, M: 4, Eg: 8, Mg: 1, group: 'nc', rounding: 'nearest', mantissaOverflow: 'clip' };

function exactOperand(tensor: { shape: readonly [number, number, number, number]; data: Float32Array }, options: ExactQuantizeOptions): ExactOperand {
  const { E, M, Eg, Mg } = options;
  return { E, M, Eg, Mg, shape: tensor.shape, ...exactQuantize(tensor, options) };
}

describe('mlsim quantize and dequantize', () => {
  it('write the exact codes and values, with the JSON that scripts read', () => {
    const options = { ...DEFAULTS, E: 3, M: 2, Eg: 5, Mg: 0, group: 'c', mantissaOverflow: 'carry', rounding: 'stochastic', seed: 99n, randomBits: 7 } as const;
    const flags = '--element 3,2 --scale 5,0 --group c --mantissa-overflow carry --rounding stochastic --seed 99 --random-bits 7'.split(' ');
    const run = mlsim(['quantize', at('a.npy'), '-o', at('a.npz'), ...flags, '--json']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const operand = exactOperand(A, options);
    const tensor = readMlsNpz(at('a.npz'));
    expect([...tensor.codes]).toEqual(operand.codes);
    expect([...tensor.scales]).toEqual(operand.scales);
    expect(tensor).toMatchObject({ shape: A.shape, tensorScale: operand.tensorScale, element: { E: 3, M: 2 }, scaleFormat: { Eg: 5, Mg: 0 } });

    const values = exactDequantize(operand);
    let error = 0;
    let total = 0;
    A.data.forEach((x, i) => {
      error += Math.abs(x - values[i]);
      total += Math.abs(x);
    });
    const json = JSON.parse(run.stdout) as { averageRelativeError: number };
    expect(json).toEqual({ averageRelativeError: expect.closeTo(error / total, 12) as number, tensorScale: operand.tensorScale, shape: A.shape });

    expect(mlsim(['dequantize', at('a.npz'), '-o', at('a.q.npy')]).status).toBe(0);
    const bytes = readFileSync(at('a.q.npy'));
    const header = npyHeader('<f8', A.shape);
    expect([...bytes.subarray(0, header.length)]).toEqual([...header]);
    expect([...new Float64Array(Uint8Array.from(bytes.subarray(header.length)).buffer)]).toEqual(values);
  });

  it('take random integers from a file', () => {
    const integers = Uint16Array.from({ length: A.data.length }, (_, i) => (i * 7919) % 2 ** 12);
    const out = openOutput(at('r.npy'));
    writeNpy(out, '<u2', A.shape, integers);
    out.commit();
    const flags = ['--rounding', 'stochastic', '--random', at('r.npy'), '--random-bits', '12'];
    expect(mlsim(['quantize', at('a.npy'), '-o', at('ar.npz'), ...flags]).status).toBe(0);
    const expected = exactQuantize(A, { ...DEFAULTS, rounding: 'stochastic', random: integers, randomBits: 12 });
    expect([...readMlsNpz(at('ar.npz')).codes]).toEqual(expected.codes);
  });
});

describe('mlsim conv', () => {
  const bitsOf = (name: string): number[] => {
    const { data } = readFloat32(at(name));
    return [...new Uint32Array(data.buffer, data.byteOffset, data.length)];
  };

  it.each<[string, string, ExactConvOptions]>([
    ['plainly', '--padding 1', { padding: [1, 1] }],
    ['with every option', '--stride 2,1 --padding 1,2 --dilation 1,2 --acc-width 12 --acc-overflow saturate --tree-width 2 --flush-to-zero --no-tensor-scale --datapath mls --engine functional --threads 2', {
      stride: [2, 1],
      padding: [1, 2],
      dilation: [1, 2],
      accWidth: 12,
      accOverflow: 'saturate',
      treeWidth: 2,
      flushToZero: true,
      tensorScale: false,
    }],
  ])('runs the three passes %s', (_what, flags, options) => {
    const w = exactOperand(W, DEFAULTS);
    const a = exactOperand(A, DEFAULTS);
    const forward = exactConv('forward', w, a, options);
    const E = { shape: forward.shape, data: wave(forward.bits.length, 0.7) };
    save('e.npy', E.shape, E.data);
    const e = exactOperand(E, DEFAULTS);
    const passes = [
      ['forward', 'w.npy', 'a.npy', [], forward],
      ['input-grad', 'w.npy', 'e.npy', ['--input-size', '7,6'], exactConv('input-grad', w, e, { ...options, inputSize: [7, 6] })],
      ['weight-grad', 'e.npy', 'a.npy', ['--kernel-size', '3,3'], exactConv('weight-grad', e, a, { ...options, kernelSize: [3, 3] })],
    ] as const;
    for (const [pass, x, y, size, expected] of passes) {
      const run = mlsim(['conv', '--pass', pass, at(x), at(y), '-o', at('z.npy'), '--json', ...flags.split(' '), ...size]);
      expect(run).toMatchObject({ status: 0, stderr: '' });
      const { bits, ...rest } = expected;
      expect(JSON.parse(run.stdout)).toEqual({ pass, ...rest });
      expect(bitsOf('z.npy')).toEqual(bits);
    }
  });

  it('gives the second operand its own formats and stochastic stream', () => {
    const random = { rounding: 'stochastic', seed: 5n } as const;
    const w = exactOperand(W, { ...DEFAULTS, ...random, stream: 0 });
    const a = exactOperand(A, { ...DEFAULTS, ...random, E: 3, M: 1, Eg: 4, Mg: 0, stream: 1 });
    const flags = '--rounding stochastic --seed 5 --element-y 3,1 --scale-y 4,0'.split(' ');
    expect(mlsim(['conv', '--pass', 'forward', at('w.npy'), at('a.npy'), '-o', at('zs.npy'), ...flags]).status).toBe(0);
    expect(bitsOf('zs.npy')).toEqual(exactConv('forward', w, a).bits);
  });

  it('runs on the clocked array with the same bits, and says where every cycle went', () => {
    const run = (...flags: string[]) => mlsim(['conv', '--pass', 'forward', at('w.npy'), at('a.npy'), '-o', at('zc.npy'), ...flags]);
    expect(run().status).toBe(0);
    const bits = bitsOf('zc.npy');
    const array = '--engine cycle --rows 3 --cols 4 --tree-width 2 --fp-add-latency 5 --fp-mul-latency 2 --interleave 2'.split(' ');
    const { status, stdout } = run(...array, '--json');
    expect(status).toBe(0);
    expect(bitsOf('zc.npy')).toEqual(bits);
    const { cycles } = JSON.parse(stdout) as { cycles: Record<string, number> & { toggles: Record<string, number> } };
    // 4 output channels in rows of 3: two row tiles. 40 other outputs in columns of 4: ten column tiles. One chunk of two groups of 9 pairs.
    expect(cycles).toMatchObject({ issue: 2 * 10 * 9, stall: 0, drain: 4 + 5 + 5 + 2, total: 180 + 16, idleLanes: 0 });
    expect(cycles['idleElements']).toBe(180 * 12 - 4 * 40 * 9);
    expect(cycles['utilization']).toBe((4 * 40 * 18) / (196 * 2 * 12));
    expect(cycles.toggles['product']).toBeGreaterThan(1000);
    expect(run(...array).stdout).toMatch(/\n {2}cycles {6}196: issue 180, stall 0, drain 16\n/);
  });

  it('says in words what it did', () => {
    const { stdout } = mlsim(['conv', '--pass', 'forward', at('w.npy'), at('a.npy'), '-o', at('z8.npy'), '--acc-width', '8']);
    expect(stdout).toMatch(/z8\.npy: \[2,4,5,4\], forward in \d+ ms\n {2}operations {2}mul 2 880, localAcc 2 560, groupScale 320, treeAdd 320, tensorScale 160\n {2}overflow/);
    expect(stdout).toMatch(/of 320 groups left 8 bits, the first at output \[0,0,0,0\] group \d/);
  });

  it('stops at once when interrupted, with status 130 and nothing left behind', async () => {
    save('big.npy', [16, 64, 3, 3], wave(16 * 64 * 9, 1.7));
    save('bigger.npy', [1, 64, 64, 64], wave(64 * 4096, 1.3));
    const before = readdirSync(folder);
    const child = start(['conv', '--pass', 'forward', at('big.npy'), at('bigger.npy'), '-o', at('never.npy'), '--element', '5,10', '--acc-width', '64']);
    const temporary = (): boolean => readdirSync(folder).some((name) => !before.includes(name));
    while (!temporary()) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect(status).toBe(130);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('bad input', () => {
  writeFileSync(at('short.npy'), readFileSync(at('a.npy')).subarray(0, 300));
  writeFileSync(at('text.npy'), 'not a tensor');
  save('three.npy', [3, 4, 4], wave(48, 1));
  const nan = wave(168, 1);
  nan[100] = NaN;
  save('nan.npy', A.shape, nan);
  save('other.npy', [2, 3, 7, 6], wave(252, 1));
  const lie = Buffer.from(npyHeader('<f4', [1_000_000, 1000, 1000, 1]));
  writeFileSync(at('lie.npy'), lie);
  const conv = ['conv', '--pass', 'forward'];

  it.each<[string, string[], RegExp]>([
    ['a wrong rank', ['quantize', 'three.npy', '-o', 'no'], /three\.npy: expected 4 dimensions \[d0,d1,d2,d3\], found \[3,4,4\]/],
    ['a NaN', ['quantize', 'nan.npy', '-o', 'no'], /nan\.npy: expected finite values, found NaN at \[1,0,2,4\]/],
    ['a truncated file', ['quantize', 'short.npy', '-o', 'no'], /short\.npy: /],
    ['a lying header', ['quantize', 'lie.npy', '-o', 'no'], /lie\.npy: .*4000000000000/],
    ['text', ['quantize', 'text.npy', '-o', 'no'], /text\.npy: /],
    ['a missing file', ['quantize', 'nowhere.npy', '-o', 'no'], /nowhere\.npy: .*no such file/],
    ['a folder', ['quantize', '.', '-o', 'no'], /\.: /],
    ['an output in no folder', ['quantize', 'a.npy', '-o', 'nowhere/no'], /nowhere\/no: /],
    ['an output that is a folder', ['quantize', 'a.npy', '-o', '.'], /\.: /],
    ['a full device', ['quantize', 'a.npy', '-o', '/dev/full'], /\/dev\/full: .*ENOSPC/],
    ['no output', ['quantize', 'a.npy'], /required option '-o, --output <X\.npz>' not specified/],
    ['an element format', ['quantize', 'a.npy', '-o', 'no', '--element', '6,1'], /--element.*E: expected an integer from 0 to 5, found 6/],
    ['half an element format', ['quantize', 'a.npy', '-o', 'no', '--element', '2'], /--element.*expected E,M, found "2"/],
    ['a grouping', ['quantize', 'a.npy', '-o', 'no', '--group', 'cn'], /--group.*nc, n, c, none/],
    ['random bits', ['quantize', 'a.npy', '-o', 'no', '--random-bits', '25'], /--random-bits.*from 1 to 24, found "25"/],
    ['a seed without stochastic', ['quantize', 'a.npy', '-o', 'no', '--seed', '1'], /--seed: only --rounding stochastic/],
    ['random integers without stochastic', ['quantize', 'a.npy', '-o', 'no', '--random', 'a.npy'], /--random: only --rounding stochastic/],
    ['both sources', ['quantize', 'a.npy', '-o', 'no', '--rounding', 'stochastic', '--seed', '1', '--random', 'a.npy'], /--seed: expected --seed or --random, found both/],
    ['random integers that are not', ['quantize', 'a.npy', '-o', 'no', '--rounding', 'stochastic', '--random', 'a.npy'], /a\.npy: .*<f4/],
    ['a seed too large', ['quantize', 'a.npy', '-o', 'no', '--rounding', 'stochastic', '--seed', '18446744073709551616'], /--seed.*from 0 to 18446744073709551615/],
    ['an npy as npz', ['dequantize', 'a.npy', '-o', 'no'], /a\.npy: /],
    ['channels', [...conv, 'w.npy', 'other.npy', '-o', 'no'], /w\.npy, other\.npy: operands: expected A to have 2 channels/],
    ['an operand of text', [...conv, 'w.npy', 'text.npy', '-o', 'no'], /text\.npy: expected an \.npz of a quantized tensor, an \.npy, or model\.onnx:node/],
    ['no pass', ['conv', 'w.npy', 'a.npy', '-o', 'no'], /--pass/],
    ['a tree width', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--tree-width', '12'], /--tree-width: tree width: expected a power of two/],
    ['an accumulator width', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--acc-width', '65'], /--acc-width.*from 4 to 64, found "65"/],
    ['a seed for conv without stochastic', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--seed', '3'], /--seed: only/],
    ['an array option without cycles', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--rows', '2'], /^error: --rows: only --engine cycle has it, found --engine functional\n$/],
    ['an array without rows', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--engine', 'cycle', '--rows', '0'], /--rows.*from 1 to 1024, found "0"/],
    ['a latency of 0', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--engine', 'cycle', '--fp-add-latency', '0'], /--fp-add-latency.*from 1 to 64/],
    ['a datapath', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--datapath', 'x'], /--datapath.*mls/],
    ['padding without end', [...conv, 'w.npy', 'a.npy', '-o', 'no', '--padding', '1000000'], /output: expected at most 2147483647 elements/],
    ['one operand', [...conv, 'w.npy', '-o', 'no'], /missing required argument 'Y'/],
    ['an unknown option', ['quantize', 'a.npy', '-o', 'no', '--elment', '2,4'], /unknown option '--elment'/],
    ['an unknown command', ['quantise'], /unknown command 'quantise'/],
    ['no command', [], /expected a command/],
    ['an unknown unit', ['eval', 'divider'], /unknown command 'divider'/],
  ])('%s: one line, status 2, nothing written', (_what, args, message) => {
    const before = readdirSync(folder);
    const run = mlsim(args, { cwd: folder });
    expect(run.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('shows a stack trace only with --debug', () => {
    const { stderr, status } = mlsim(['quantize', 'nan.npy', '-o', 'no', '--debug'], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: nan\.npy: expected finite values.*\nInputError: .*\n +at /);
  });

  it('reports an output that takes no more', () => {
    const run = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" datapaths > /dev/full`], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 2, stderr: 'error: standard output: no space left (ENOSPC)\n' });
  });
});

describe('help', () => {
  it.each([[['--help']], [['quantize', '--help']], [['dequantize', '--help']], [['conv', '--help']], [['eval', '--help']], [['datapaths', '--help']], [['demo', '--help']]])(
    'is there for %j',
    (args) => {
      const { status, stdout, stderr } = mlsim(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: mlsim/);
    },
  );

  it('comes with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(mlsim(['--version']).stdout).toBe(`${version}\n`);
  });

  it('lists the datapaths', () => {
    const [mls, ...others] = JSON.parse(mlsim(['datapaths', '--json']).stdout) as { name: string; localAccumulation: object }[];
    expect(others).toEqual([]);
    expect(mls).toMatchObject({ name: 'mls', localAccumulation: { width: { low: 4, high: 64, default: 32 }, overflow: ['wrap', 'saturate'] } });
    expect(mlsim(['datapaths']).stdout).toMatch(/^mls: .*\n {2}element .*\n/);
  });
});
