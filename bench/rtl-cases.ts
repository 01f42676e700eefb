/** The reference RTL of the element of cycle-cases.ts, compiled by Verilator where that is installed. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './benchmark.ts';
import { cycleBenchmark } from './cycle-cases.ts';

export const RTL = 'reference RTL (Verilator -O3)';
const TRACED_RTL = 'the same with its VCD';
const CYCLES = 200_000;
/** Of the case that writes them all. */
const TRACED = 60_000;

/** @param folder where Verilator builds and the waveform is written @returns none without Verilator */
export function rtlBenchmarks(folder: string): readonly Benchmark[] {
  const plain = compiled(folder, 'plain', []);
  const tracing = compiled(folder, 'tracing', ['--trace']);
  return [
    ...(plain === undefined ? [] : [cycleBenchmark(RTL, CYCLES, () => { plain([`+cycles=${CYCLES}`]); })]),
    ...(tracing === undefined ? [] : [cycleBenchmark(TRACED_RTL, TRACED, () => { traced(tracing, folder); })]),
  ];
}

/** Removes the waveform as the model's own is: what the system still had to write of it would slow what is measured next. */
function traced(run: (plusargs: readonly string[]) => void, folder: string): void {
  run([`+cycles=${TRACED}`, '+vcd=rtl.vcd']);
  rmSync(join(folder, 'rtl.vcd'));
}

/** The element compiled for speed, as what runs it. */
function compiled(folder: string, name: string, options: readonly string[]): ((plusargs: readonly string[]) => void) | undefined {
  const rtl = fileURLToPath(new URL('../rtl/', import.meta.url));
  const sources = readdirSync(rtl).filter((file) => file.endsWith('.sv')).map((file) => join(rtl, file));
  const top = fileURLToPath(new URL('pe_speed.sv', import.meta.url));
  const place = join(folder, name);
  const args = ['--binary', '--timing', '-O3', '-CFLAGS', '-O3 -march=native', '--top', 'pe_speed', '-Wno-fatal', '--Mdir', place, ...options, top, ...sources];
  const built = spawnSync('verilator', args, { stdio: 'ignore' });
  if (built.error !== undefined || built.status !== 0) return undefined;
  return (plusargs) => {
    if (spawnSync(join(place, 'Vpe_speed'), plusargs, { cwd: folder, stdio: 'ignore' }).status !== 0) throw new Error('the Verilated element failed');
  };
}
