/** The bench that asks the model while it runs: right with the reference, and red with a bug in it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rtlSources } from './support/simulators.ts';
import { run, simulatorsAreHere, type Outcome } from './support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'mlsim-live-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const MLSIM = new URL('../../dist/cli/mlsim.js', import.meta.url).pathname;

/** The reference with its adder forgetting the sticky bit. */
function brokenSources(): readonly string[] {
  const broken = join(folder, 'fp32_adder.sv');
  return rtlSources().map((path) => {
    if (basename(path) !== 'fp32_adder.sv') return path;
    const source = readFileSync(path, 'utf8');
    const text = source.replace('shifted[0] | sticky', 'shifted[0]');
    expect(text).not.toBe(source);
    writeFileSync(broken, text);
    return broken;
  });
}

/** Writes a set and runs one of its benches under Icarus, with the model behind two pipes if it is the live one. */
async function simulate(bench: 'live' | 'tb', vectors: readonly string[], sources: readonly string[], plusargs: readonly string[]): Promise<Outcome> {
  const set = mkdtempSync(join(folder, 'set-'));
  expect(await run(process.execPath, [MLSIM, 'vectors', ...vectors, '-o', set], { cwd: folder })).toMatchObject({ status: 0 });
  expect(await run('iverilog', ['-g2012', '-s', bench, '-o', 'sim', `${bench}.sv`, 'dut.sv', ...sources], { cwd: set })).toMatchObject({ status: 0 });
  if (bench === 'tb') return run('vvp', ['-n', 'sim', ...plusargs], { cwd: set });
  expect(spawnSync('mkfifo', ['ask', 'answer'], { cwd: set }).status).toBe(0);
  const [, call] = /^\/\/ {3}\$ mlsim (eval [^<]*) < ask > answer &$/m.exec(readFileSync(join(set, 'live.sv'), 'utf8')) ?? [];
  const model = spawn('sh', ['-c', `exec "${process.execPath}" "${MLSIM}" ${call} < ask > answer`], { cwd: set, stdio: 'ignore' });
  const outcome = await run('vvp', ['-n', 'sim', ...plusargs], { cwd: set, seconds: 60 });
  model.kill();
  return outcome;
}

describe.runIf(simulatorsAreHere('the live bench'))('the live bench', () => {
  it.each(['fp32-adder', 'accumulator --acc-width 12', 'adder-tree --tree-width 4', 'quantizer --rounding stochastic --scale 4,0'])('agrees with the model: %s', async (vectors) => {
    const { status, output } = await simulate('live', [...vectors.split(' '), '--count', '1'], rtlSources(), ['+count=500']);
    expect(output).toMatch(new RegExp(`^PASS ${vectors.split(' ')[0]}: 500 live cases$`, 'm'));
    expect(status).toBe(0);
  });

  it('finds a dropped sticky bit', async () => {
    const { status, output } = await simulate('live', ['fp32-adder', '--count', '1'], brokenSources(), ['+count=3000', '+errors=1']);
    expect(output).toMatch(/^MISMATCH case \d+: a=[0-9a-f]{8} b=[0-9a-f]{8}, expected result=[0-9a-f]{8}, found result=[0-9a-f]{8}$/m);
    expect(output).toMatch(/^FAIL fp32-adder: [1-9]\d* of 3000 live cases differ, 0 have no result$/m);
    expect(status).not.toBe(0);
  });

  it('says that the pipes are missing', async () => {
    const set = mkdtempSync(join(folder, 'set-'));
    await run(process.execPath, [MLSIM, 'vectors', 'fp32-multiplier', '--count', '1', '-o', set], { cwd: folder });
    await run('iverilog', ['-g2012', '-s', 'live', '-o', 'sim', 'live.sv', 'dut.sv', ...rtlSources()], { cwd: set });
    const { status, output } = await run('vvp', ['-n', 'sim', '+ask=no/ask'], { cwd: set, seconds: 60 });
    expect(output).toMatch(/^FAIL fp32-multiplier: the pipes ask and answer cannot be opened/m);
    expect(status).not.toBe(0);
  });
});

describe.runIf(simulatorsAreHere('+first'))('a bench with +first', () => {
  it('stops at the first mismatch', async () => {
    const { status, output } = await simulate('tb', ['fp32-adder', '--count', '3000'], brokenSources(), ['+first']);
    expect(output.match(/^MISMATCH/gm)).toHaveLength(1);
    expect(output).toMatch(/^FAIL fp32-adder: stopped at the first case that differs$/m);
    expect(status).not.toBe(0);
  });

  it('stops the element at the first register', async () => {
    const { status, output } = await simulate('tb', ['pe', '--tree-width', '2'], brokenSources(), ['+first', '+check_registers']);
    expect(output.match(/^MISMATCH/gm)).toHaveLength(1);
    expect(output).toMatch(/^FAIL pe: stopped at the first mismatch$/m);
    expect(status).not.toBe(0);
  });
});
