/** Builds a vector set's bench with a design under one of two simulators, and runs it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, runBounded, type Outcome } from './tools.ts';

export const SIMULATORS = ['icarus', 'verilator'] as const;
export type Simulator = (typeof SIMULATORS)[number];

export const RTL_FOLDER = fileURLToPath(new URL('../../../rtl/', import.meta.url));

/** The reference RTL. */
export function rtlSources(folder = RTL_FOLDER): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sv'))
    .sort()
    .map((name) => join(folder, name));
}

/** A run takes seconds, and compiling for speed a minute. */
const COMPILE_FAST = 'OPT_FAST=-O0 OPT_SLOW=-O0 OPT_GLOBAL=-O0';

/** A simulation that goes round in circles has no end of its own. */
const MOST_CPU_SECONDS = 300;

/** Compiles `tb.sv`, `dut.sv` and the sources in the set's folder. @returns what went wrong, with a status other than 0, or the call that simulates */
export async function build(simulator: Simulator, folder: string, sources = rtlSources()): Promise<Outcome & { readonly simulate: (plusargs: readonly string[], cpuSeconds?: number) => Promise<Outcome> }> {
  const files = ['tb.sv', 'dut.sv', ...sources];
  if (simulator === 'icarus') {
    const outcome = await run('iverilog', ['-g2012', '-s', 'tb', '-o', 'sim.vvp', ...files], { cwd: folder });
    return { ...outcome, simulate: (plusargs, cpuSeconds = MOST_CPU_SECONDS) => runBounded('vvp', ['-n', 'sim.vvp', ...plusargs], { cwd: folder, cpuSeconds }) };
  }
  const outcome = await run('verilator', ['--binary', '--timing', '-Wno-fatal', '--top', 'tb', '--Mdir', 'obj', '-MAKEFLAGS', COMPILE_FAST, ...files], { cwd: folder });
  return { ...outcome, simulate: (plusargs, cpuSeconds = MOST_CPU_SECONDS) => runBounded(join(folder, 'obj', 'Vtb'), plusargs, { cwd: folder, cpuSeconds }) };
}
