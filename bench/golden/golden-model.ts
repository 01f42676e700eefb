/** The scalar C++ golden model (model.cpp) as a program that times itself. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
  output(): Promise<Uint32Array>;
  /** Runs so many times, after one that is not timed. @returns seconds in all */
  run(times: number): Promise<number>;
}

export interface GoldenModel {
  prepare(conv: Convolution, options: ConvolutionOptions, x: MlsTensor, y: MlsTensor): GoldenCase;
  /** Ends the program. */
  close(): void;
}

/** Compiles the model. @param folder for the program and its cases @throws Error with the compiler's words */
export function buildGoldenModel(folder: string): GoldenModel {
  const path = join(folder, 'model');
  const { status, stderr, error } = spawnSync('g++', [...FLAGS, '-o', path, SOURCE], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`g++ failed: ${error?.message ?? stderr}`);
  const program = startProgram(path);
  let cases = 0;
  return {
    prepare: (conv, options, x, y) => {
      const file = join(folder, `${cases++}.case`);
      writeCaseFile(file, conv, options, x, y);
      return {
        output: async () => {
          const to = join(folder, 'output');
          await program.ask([file, '0', to]);
          return new Uint32Array(Uint8Array.from(readFileSync(to)).buffer);
        },
        run: async (times) => (await program.ask([file, String(times), ''])).split(' ').slice(0, times).reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e9, 0),
      };
    },
    close: () => { program.close(); },
  };
}

/**
 * One process for all questions, each answered by a line. Not a process for each: that is a fork of this one, after which each page of memory that this process writes
 * has to be made writable again, a millisecond for some megabytes of results.
 */
function startProgram(path: string): { ask(fields: readonly string[]): Promise<string>; close(): void } {
  const child = spawn(path, { stdio: ['pipe', 'pipe', 'pipe'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { words += text; });
  // What a write meets when the program has ended is said by the answer that is missing.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close');
  ended.catch(() => undefined);
  return {
    ask: async (fields) => {
      child.stdin.write(`${fields.join('\t')}\n`);
      const answer = await answers.next();
      if (answer.done !== true) return answer.value;
      await ended;
      throw new Error(`${path} failed: ${words}`);
    },
    close: () => { child.stdin.end(); },
  };
}
