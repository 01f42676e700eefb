/** Golden vectors, as a user makes them: the whole command, from its start to the files. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './benchmark.ts';
import { PROGRAM } from './library.ts';
import { timed } from './measure.ts';

const CASES = 300_000;
const ROUNDS = 3;

/** @param folder where the sets may be written */
export function vectorBenchmarks(folder: string): readonly Benchmark[] {
  const args = ['vectors', 'fp32-adder', '-o', join(folder, 'adder'), '--count', String(CASES), '--json'];
  const run = (): void => {
    const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(PROGRAM), ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`mlsim vectors failed: ${stderr}`);
  };
  return [{ bench: 'vectors', case: `fp32-adder, ${CASES} cases`, threads: 1, engine: 'command', unit: 'kcases', work: CASES, slowRounds: ROUNDS, run: timed(run) }];
}
