/** The reference RTL against the golden vectors: lint, both simulators over the matrix of parameters, `mlsim check` on what they dump, synthesis. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isInShortRun, RTL_SETS, type SetPlan } from './support/sets.ts';
import { build, rtlSources, SIMULATORS, type Simulator } from './support/simulators.ts';
import { run, simulatorsAreHere } from './support/tools.ts';
import { readSources, setParameters, yosys } from './support/yosys.ts';

const folder = mkdtempSync(join(tmpdir(), 'mlsim-rtl-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const MLSIM = new URL('../../dist/cli/mlsim.js', import.meta.url).pathname;
const mlsim = (args: readonly string[]) => run(process.execPath, [MLSIM, ...args], { cwd: folder });

/** Plusargs that make the element's bench compare every register in every cycle. */
const STRICT = ['+check_registers', '+check_cycles'];

async function holds(simulator: Simulator, { unit, options }: SetPlan, place: string): Promise<void> {
  const set = join(folder, place);
  mkdirSync(set);
  expect(await mlsim(['vectors', unit, '-o', set, ...options])).toMatchObject({ status: 0 });
  const built = await build(simulator, set);
  expect(built).toMatchObject({ status: 0 });
  const dump = join(set, 'dump.hex');
  const simulated = await built.simulate([`+dump=${dump}`, ...(unit === 'pe' ? STRICT : [])]);
  expect(simulated.output).toMatch(new RegExp(`^PASS ${unit}: `, 'm'));
  expect(simulated.status).toBe(0);
  const checked = await mlsim(['check', set, '--dump', dump, '--json']);
  expect(checked).toMatchObject({ status: 0 });
  rmSync(set, { recursive: true });
}

/** All sets under both simulators, as `npm run test:rtl` has it. */
const FULL = process.env.MLSIM_RTL_FULL === '1';
const SETS = RTL_SETS.map((plan, index) => ({ plan, index, name: [plan.unit, ...plan.options].join(' ') }));

describe.runIf(simulatorsAreHere('the reference RTL'))('the reference RTL', () => {
  for (const simulator of SIMULATORS) {
    describe.concurrent(simulator, () => {
      const sets = SETS.filter(({ index }) => FULL || isInShortRun(simulator, index));
      it.each(sets.map(({ name, plan, index }) => [name, plan, index] as const))('equals the golden results: %s', async (_name, plan, index) => {
        await holds(simulator, plan, `${simulator}${index}`);
      });
    });
  }

  it.each(rtlSources().map((path) => basename(path, '.sv')))('has nothing for Verilator to warn of: %s', async (module) => {
    const { status, output } = await run('verilator', ['--lint-only', '-Wall', '--top', module, ...rtlSources()], { cwd: folder });
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  it('turns no warning off', () => {
    for (const [name, source] of Object.entries(readSources(rtlSources()))) expect(source, name).not.toMatch(/lint_off|verilator/);
  });
});

/** Units with parameters of their own for synthesis; the others have their defaults. */
const SYNTHESIZED: readonly (readonly [module: string, parameters: Readonly<Record<string, number>>])[] = [
  ['multiplier', {}],
  ['accumulator', {}],
  ['group_scaler', {}],
  ['int_to_fp32', {}],
  ['fp32_adder', {}],
  ['fp32_multiplier', {}],
  ['adder_tree', { TREE_WIDTH: 4 }],
  ['tensor_scale', {}],
  ['quantizer', {}],
  ['pe', { TREE_WIDTH: 4 }],
];

describe('synthesis with Yosys', () => {
  const gates: string[] = [];
  afterAll(() => { process.stdout.write(`\nGates of the reference RTL, <2,4>, 32-bit accumulator (Yosys, generic cells)\n${gates.join('\n')}\n`); });

  it.each(SYNTHESIZED)('%s %o', async (module, parameters) => {
    const sources = readSources(rtlSources());
    const script = `read_verilog -sv ${Object.keys(sources).join(' ')}; ${setParameters(module, parameters)} synth -flatten -top ${module}; check -assert; tee -o stat.json stat -json`;
    const { ok, log, files } = await yosys(script, sources);
    expect(log.split('\n').filter((line) => /latch|multiple drivers|combinatorial loop/i.test(line))).toEqual([]);
    expect(ok, log).toBe(true);
    const { design } = JSON.parse(files['stat.json']) as { design: { num_cells: number; num_cells_by_type: Record<string, number> } };
    const registers = Object.entries(design.num_cells_by_type).filter(([cell]) => cell.includes('DFF')).reduce((sum, [, count]) => sum + count, 0);
    expect(design.num_cells).toBeGreaterThan(100);
    expect(registers > 0).toBe(module === 'pe');
    const which = Object.entries(parameters).map(([name, value]) => ` ${name}=${value}`).join('');
    gates.push(`  ${(module + which).padEnd(28)} ${String(design.num_cells - registers).padStart(6)} gates ${String(registers).padStart(6)} flip-flops`);
  });
});
