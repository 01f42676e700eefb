import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/io/atomic-file.ts';
import { writeNpy } from '../../src/io/npy.ts';
import { mlsim, PROGRAM, scratchFolder } from '../support/cli.ts';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);

function save(name: string, shape: readonly number[]): void {
  const out = openOutput(at(name));
  const count = shape.reduce((product, size) => product * size, 1);
  writeNpy(out, '<f4', shape, Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.7) * 2 ** (i % 5)));
  out.commit();
}
save('w.npy', [8, 16, 3, 3]);
save('a.npy', [2, 16, 9, 11]);

const CONV = ['conv', '--pass', 'forward', at('w.npy'), at('a.npy'), '--padding', '1'];

interface Explained {
  readonly engine: { readonly name: string; readonly threads: number; readonly reasons: readonly string[] };
}

describe('mlsim conv', () => {
  it('says with --explain which kernels run and why', () => {
    const { status, stdout } = mlsim([...CONV, '-o', at('z.npy'), '--explain', '--json']);
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Explained).engine).toMatchObject({
      name: 'simd',
      threads: 1,
      reasons: ["sums of 9 products reach at most 138384, within the accumulator's 32 bits: no check", expect.stringContaining('exact in binary32'), 'chunks of 16 groups in one kernel', expect.stringContaining('pairs of groups as one sum where their scales are near (about ')],
    });
    expect(mlsim([...CONV, '-o', at('z.npy'), '--explain']).stdout).toContain('  engine      SIMD kernels, 1 thread\n              sums of 9 products');
  });

  it('gives the same file on three threads', () => {
    mlsim([...CONV, '-o', at('one.npy'), '--threads', '1']);
    const { status, stdout } = mlsim([...CONV, '-o', at('three.npy'), '--threads', '3', '--explain', '--json']);
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Explained).engine.threads).toBe(3);
    expect(readFileSync(at('three.npy')).equals(readFileSync(at('one.npy')))).toBe(true);
  });

  it('gives the same file without WebAssembly, with one line of notice', () => {
    mlsim([...CONV, '-o', at('wasm.npy')]);
    const args = ['--jitless', PROGRAM, ...CONV, '-o', at('plain.npy'), '--explain', '--json', '--threads', '2'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(0);
    // Node itself has a line on its flag.
    const own = stderr.split('\n').filter((line) => line.startsWith('mlsim'));
    expect(own).toEqual(['mlsim: this runtime has no WebAssembly: a slower engine gives the same bits']);
    expect((JSON.parse(stdout) as Explained).engine).toMatchObject({ name: 'doubles', threads: 1 });
    expect(readFileSync(at('plain.npy')).equals(readFileSync(at('wasm.npy')))).toBe(true);
  });

  it('has nothing to explain on the clocked array', () => {
    expect(mlsim([...CONV, '-o', at('no.npy'), '--engine', 'cycle', '--explain'])).toMatchObject({
      status: 2,
      stderr: 'error: --explain: only --engine functional has a choice of kernels\n',
    });
  });
});
