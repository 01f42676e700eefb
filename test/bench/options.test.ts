import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseOptions, parseRuns, UsageError } from '../../bench/options.ts';

function bench(program: string, ...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const path = fileURLToPath(new URL(`../../bench/${program}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('options of the benchmarks', () => {
  it('are parsed', () => {
    const flags = { runs: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } } as const;
    expect(parseOptions(['--runs', '3', '--json'], flags)).toEqual({ runs: '3', json: true });
    expect(parseRuns('3')).toBe(3);
  });

  it.each(['0', '-1', '1001', '1e2', '2.5', '', 'x'])('refuse %o rounds', (text) => {
    expect(() => parseRuns(text)).toThrow(UsageError);
  });

  it.each([['--rounds', '3'], ['--runs'], ['stray'], ['--json=1']])('refuse %s', (...args) => {
    const flags = { runs: { type: 'string' }, json: { type: 'boolean' } } as const;
    expect(() => parseOptions(args, flags)).toThrow(UsageError);
  });

  it.each([
    ['run', '--runs', '0'],
    ['run', '--only', 'no such benchmark'],
    ['run', '--json', '--goals'],
    ['cycle', '--fast'],
    ['cost', '--runs', '2'],
    ['document', '--bench', 'bench.json'],
    ['document', '--bench', 'no-such-file', '--cost', 'no-such-file'],
    ['document', '--bench', 'package.json', '--cost', 'package.json'],
  ])('end %s %s %s with one line and status 2', (program, ...args) => {
    const { status, stdout, stderr } = bench(program, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    // What this machine or build lacks is said apart.
    expect(stderr.split('\n').filter((line) => line !== '' && !line.includes('not measured: '))).toEqual([expect.stringMatching(/^(bench|bench:cycle|cost|document): \S/)]);
  });

  it.each(['run', 'cycle', 'cost', 'document'])('of %s have a --help', (program) => {
    const { status, stdout, stderr } = bench(program, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: /);
  });
});
