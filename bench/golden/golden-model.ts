/** The scalar C++ golden model (model.cpp) as a program that times itself. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import type { Convolution, ConvolutionOptions } from '../../src/sim/convolution.ts';
import { writeCaseFile } from './case-file.ts';

const SOURCE = fileURLToPath(new URL('model.cpp', import.meta.url));
/** No contraction, which would leave out a rounding. */
const FLAGS = ['-std=c++17', '-O3', '-march=native', '-ffp-contract=off'];

/** What the compiler calls itself, or undefined where there is none. */
export function compilerName(): string | undefined {
  const { error, stdout } = spawnSync('g++', ['--version'], { encoding: 'utf8' });
  return error === undefined ? stdout.split('\n')[0] : undefined;
}

/** A case that stands ready in a file. */
export interface GoldenCase {
  /** The output's binary32 patterns. */
  output(): Uint32Array;
  /** Runs so many times. @returns seconds in all */
  run(times: number): number;
}

export interface GoldenModel {
  prepare(conv: Convolution, options: ConvolutionOptions, x: MlsTensor, y: MlsTensor): GoldenCase;
}

/** Compiles the model. @param folder for the program and its cases @throws Error with the compiler's words */
export function buildGoldenModel(folder: string): GoldenModel {
  const program = join(folder, 'model');
  call('g++', [...FLAGS, '-o', program, SOURCE]);
  let cases = 0;
  return {
    prepare: (conv, options, x, y) => {
      const path = join(folder, `${cases++}.case`);
      writeCaseFile(path, conv, options, x, y);
      return {
        output: () => {
          const to = join(folder, 'output');
          call(program, [path, '0', to]);
          return new Uint32Array(Uint8Array.from(readFileSync(to)).buffer);
        },
        run: (times) => call(program, [path, String(times)]).trim().split('\n').reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e9, 0),
      };
    },
  };
}

function call(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
  return stdout;
}
