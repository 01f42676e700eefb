import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/golden/manifest.ts';
import { valuesOf } from '../golden/read-set.ts';
import { mlsim, PROGRAM, scratchFolder, start } from '../support/cli.ts';

const folder = scratchFolder();
let number = 0;
/** A path of its own for each test. */
const fresh = (): string => join(folder, `set${number++}`);
const manifestOf = (at: string) => JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8')) as Manifest;
const bytes = (at: string) => Object.fromEntries(readdirSync(at).sort().map((name) => [name, readFileSync(join(at, name), 'latin1')]));
const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex');

/** Writes a set and expects that to go well. */
function write(...args: readonly string[]): string {
  const at = fresh();
  const run = mlsim(['vectors', ...args, '-o', at]);
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
  return at;
}

const UNITS: readonly (readonly [string, string])[] = [
  ['multiplier', '--element 5,10 --element-y 2,1'],
  ['accumulator', '--acc-width 16 --acc-overflow saturate'],
  ['group-scaler', '--scale 3,0 --scale-y 2,1 --element 3,2 --acc-width 24'],
  ['int-to-fp32', '--flush-to-zero --acc-width 24'],
  ['fp32-adder', ''],
  ['fp32-multiplier', '--flush-to-zero'],
  ['adder-tree', '--tree-width 4'],
  ['tensor-scale', ''],
  ['quantizer', '--rounding stochastic --random-bits 5 --mantissa-overflow carry'],
];

describe('mlsim vectors', () => {
  it.each(UNITS)('%s %s: the files agree with the manifest, and their results with mlsim eval', (unit, options) => {
    const args = [unit, ...options.split(' ').filter(Boolean), '--count', '60', '--seed', '7'];
    const at = write(...args);
    expect(readdirSync(at).sort()).toEqual(['dut.sv', 'live.sv', 'manifest.json', 'tb.sv', 'vectors.hex']);
    const manifest = manifestOf(at);
    expect(manifest).toMatchObject({ format: 'mlsim-vectors/1', unit, level: 1, seed: '7' });
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+/);
    const [file] = manifest.files;
    const content = readFileSync(join(at, 'vectors.hex'), 'latin1');
    const words = content.trimEnd().split('\n');
    expect(file).toMatchObject({ name: 'vectors.hex', role: 'cases', words: 60, sha256: sha256(content) });
    expect(words).toHaveLength(60);
    expect(words.every((word) => word.length === Math.ceil(file.wordBits / 4))).toBe(true);
    expect(manifest.set).toBe(sha256(`${file.sha256}\n`).slice(0, 16));
    expect(readFileSync(join(at, 'tb.sv'), 'latin1')).toContain(manifest.set);
    const dut = readFileSync(join(at, 'dut.sv'), 'latin1');
    for (const [name, value] of Object.entries(manifest.parameters)) expect(dut).toContain(`.${name}(${value})`);

    // The call that the manifest names writes the same again.
    expect(bytes(write(...manifest.command.split(' ').slice(2)))).toEqual(bytes(at));

    const hexOf = (word: string, name: string): string => {
      const field = file.fields.find((one) => one.name === name);
      if (field === undefined) throw new Error(`no field ${name}`);
      const bits = field.msb - field.lsb + 1;
      return BigInt.asUintN(bits, valuesOf(file.fields, word)[name]).toString(16).padStart(Math.ceil(bits / 4), '0');
    };
    const fields = (direction: string) => file.fields.filter((field) => field.direction === direction).map(({ name }) => name);
    const lines = (names: readonly string[]) => words.map((word) => `${names.map((name) => hexOf(word, name)).join(' ')}\n`).join('');
    const evalOptions = [...options.split(' ').filter(Boolean), ...(unit === 'adder-tree' ? ['--no-running-sum'] : [])];
    expect(mlsim(['eval', unit, ...evalOptions], { input: lines(fields('in')) })).toEqual({ status: 0, stdout: lines(fields('out')), stderr: '' });
  });

  it('names a set in its summary, with every class and both commands', () => {
    const at = fresh();
    const { stdout } = mlsim(['vectors', 'fp32-adder', '-o', at, '--count', '500']);
    const manifest = manifestOf(at);
    expect(stdout).toContain(`${at}: 500 cases for fp32-adder, set ${manifest.set}`);
    for (const { name, count } of manifest.classes) expect(stdout).toMatch(new RegExp(`${name} +${count}\\n`));
    expect(stdout).toMatch(/iverilog -g2012 .*&& vvp sim\n/);
    expect(stdout).toMatch(/verilator --binary --timing -Wno-fatal --top tb .*obj_dir\/Vtb\n/);
    const json = JSON.parse(mlsim(['vectors', 'fp32-adder', '-o', fresh(), '--count', '500', '--json']).stdout) as object;
    expect(json).toMatchObject({ unit: 'fp32-adder', set: manifest.set, dutKept: false, classes: manifest.classes });
  });

  it('takes seeds of 64 bits and both levels, and makes the folder with its parents', () => {
    const at = join(fresh(), 'deep', 'er');
    const args = ['vectors', 'multiplier', '--element', '1,1', '--seed', '0xffffffffffffffff', '--level', '2', '-o', at];
    expect(mlsim(args).status).toBe(0);
    expect(manifestOf(at)).toMatchObject({ seed: '18446744073709551615', level: 2, classes: [{ name: 'enumerated', count: 64 }] });
  });

  it('writes the sets of the processing element', () => {
    const at = write('pe', '--tree-width', '2', '--count', '100', '--no-tensor-scale', '--interleave', '2');
    const manifest = manifestOf(at);
    expect(manifest).toMatchObject({ unit: 'pe', parameters: { TREE_WIDTH: 2, CONTEXTS: 2, TENSOR_SCALE: 0 } });
    expect(manifest.command).toContain('--no-tensor-scale');
    expect(manifest.files.map(({ role }) => role)).toEqual(['stimulus', 'outputs', 'registers']);
    for (const { name, sha256: digest } of manifest.files) expect(sha256(readFileSync(join(at, name), 'latin1'))).toBe(digest);
    expect(readdirSync(at)).not.toContain('live.sv');
    // A set of another unit takes its place whole.
    expect(mlsim(['vectors', 'fp32-adder', '--count', '10', '-o', at]).status).toBe(0);
    expect(readdirSync(at).sort()).toEqual(['dut.sv', 'live.sv', 'manifest.json', 'tb.sv', 'vectors.hex']);
  });

  it('writes over a set, but not over a dut.sv that was changed, nor over what else is there', () => {
    const at = write('fp32-adder', '--count', '20');
    writeFileSync(join(at, 'notes.txt'), 'mine');
    const dut = join(at, 'dut.sv');
    const original = readFileSync(dut, 'utf8');
    const again = (...more: readonly string[]) => mlsim(['vectors', 'fp32-adder', '--count', '20', '--flush-to-zero', '-o', at, '--json', ...more]);
    expect(JSON.parse(again().stdout)).toMatchObject({ dutKept: false });
    expect(readFileSync(dut, 'utf8')).toBe(original.replace('.FLUSH_TO_ZERO(0)', '.FLUSH_TO_ZERO(1)').replace(/mlsim, \w+/, /mlsim, \w+/.exec(readFileSync(dut, 'utf8'))?.[0] ?? ''));
    writeFileSync(dut, original.replace('fp32_adder', 'my_adder'));
    expect(JSON.parse(again().stdout)).toMatchObject({ dutKept: true });
    expect(readFileSync(dut, 'utf8')).toContain('my_adder');
    expect(JSON.parse(again('--force').stdout)).toMatchObject({ dutKept: false });
    expect(readFileSync(dut, 'utf8')).not.toContain('my_adder');
    expect(readFileSync(join(at, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('does not write into a folder with other things in it, unless it must', () => {
    const at = fresh();
    mkdirSync(at);
    writeFileSync(join(at, 'thesis.tex'), '');
    const args = ['vectors', 'fp32-adder', '--count', '5', '-o', at];
    expect(mlsim(args)).toEqual({ status: 2, stdout: '', stderr: `error: ${at}: expected an empty folder or one with a vector set, found thesis.tex in it (--force writes there all the same)\n` });
    expect(readdirSync(at)).toEqual(['thesis.tex']);
    expect(mlsim([...args, '--force']).status).toBe(0);
    expect(readdirSync(at)).toContain('thesis.tex');
    expect(manifestOf(at).files[0].words).toBe(5);
  });

  const file = join(folder, 'file');
  writeFileSync(file, '');
  it.each<[string, readonly string[], RegExp]>([
    ['no folder', ['fp32-adder'], /^error: required option '-o, --output <DIR>' not specified\n$/],
    ['a file for a folder', ['fp32-adder', '-o', file], /file: expected a folder, found a file\n$/],
    ['a folder that cannot be made', ['fp32-adder', '-o', join(file, 'x')], /: (cannot read|cannot make the folder): not a directory \(ENOTDIR\)\n$/],
    ['no unit', ['-o', 'x'], /^error: /],
    ['an unknown unit', ['divider', '-o', 'x'], /^error: unknown command 'divider'/],
    ['no cases', ['fp32-adder', '-o', 'x', '--count', '0'], /expected an integer from 1 to 1000000000, found "0"/],
    ['a level', ['fp32-adder', '-o', 'x', '--level', '3'], /Allowed choices are 1, 2/],
    ['a seed', ['fp32-adder', '-o', 'x', '--seed', '18446744073709551616'], /expected an integer from 0 to 18446744073709551615/],
    ['a tree width', ['adder-tree', '-o', 'x', '--tree-width', '6'], /^error: tree width: expected a power of two from 1 to 1024, found 6\n$/],
    ['an element format', ['multiplier', '-o', 'x', '--element', '6,1'], /expected an integer from 0 to 5, found 6/],
    ["another unit's option", ['fp32-adder', '-o', 'x', '--element', '2,1'], /^error: unknown option '--element'/],
  ])('says in one line what is wrong: %s', (_what, args, message) => {
    const run = mlsim(['vectors', ...args], { cwd: folder });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('leaves nothing behind when it is interrupted, and an old set as it was', async () => {
    for (const at of [fresh(), write('fp32-adder', '--count', '10')]) {
      const before = existsSync(at) ? bytes(at) : {};
      const child = start(['vectors', 'fp32-adder', '--count', '100000000', '-o', at]);
      while (!existsSync(at) || !readdirSync(at).some((name) => name.startsWith('.mlsim-'))) await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill('SIGINT');
      expect(await once(child, 'exit')).toEqual([130, null]);
      expect(bytes(at)).toEqual(before);
    }
  });

  it('leaves no set that looks whole when the disk is full', () => {
    const at = fresh();
    const call = [process.execPath, PROGRAM, 'vectors', 'fp32-adder', '--count', '200000', '-o', at];
    const limited = spawnSync('bash', ['-c', `ulimit -f 64; trap '' XFSZ; exec "$0" "$@"`, ...call], { encoding: 'utf8' });
    expect(limited.status).toBe(2);
    expect(limited.stderr).toMatch(/^error: .*vectors\.hex: cannot write: file too large \(EFBIG\)\n$/);
    expect(readdirSync(at)).toEqual([]);
  });

  it('has help, with an example', () => {
    expect(mlsim(['vectors', '--help']).stdout).toContain('mlsim vectors fp32-adder -o adder');
    expect(mlsim(['vectors', 'quantizer', '--help']).stdout).toMatch(/--random-bits <k>[^]*--level <n>/);
  });
});
