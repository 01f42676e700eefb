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
/** No contraction, which would leave out a rounding. Which is faster depends on the machine: a processor may have gathers that are slower than loads. */
const FLAGS = ['-std=c++17', '-O3', '-ffp-contract=off'];
const BUILDS = [['-march=native'], []] as const;
/** Runs of the first case that decide. */
const TRIALS = 2;

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

/** Compiles the model, for this processor and for any of its kind. The first case decides which is taken. @param folder for the programs and their cases @throws Error with the compiler's words */
export function buildGoldenModel(folder: string): GoldenModel {
  const programs = BUILDS.map((flags, index) => startProgram(compile(join(folder, `model${index}`), flags)));
  let cases = 0;
  let faster: Promise<Program> | undefined;
  return {
    prepare: (conv, options, x, y) => {
      const file = join(folder, `${cases++}.case`);
      writeCaseFile(file, conv, options, x, y);
      const program = (): Promise<Program> => (faster ??= fastest(programs, file));
      return {
        output: async () => {
          const to = join(folder, 'output');
          await (await program()).ask([file, '0', to]);
          return new Uint32Array(Uint8Array.from(readFileSync(to)).buffer);
        },
        run: async (times) => secondsOf(await program(), file, times),
      };
    },
    close: () => {
      for (const program of programs) program.close();
    },
  };
}

function compile(path: string, flags: readonly string[]): string {
  const { status, stderr, error } = spawnSync('g++', [...FLAGS, ...flags, '-o', path, SOURCE], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`g++ failed: ${error?.message ?? stderr}`);
  return path;
}

async function secondsOf(program: Program, file: string, times: number): Promise<number> {
  const answer = await program.ask([file, String(times), '']);
  return answer.split(' ').slice(0, times).reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e9, 0);
}

async function fastest(programs: readonly Program[], file: string): Promise<Program> {
  let [best] = programs;
  let least = Infinity;
  for (const program of programs) {
    const seconds = await secondsOf(program, file, TRIALS);
    if (seconds < least) [best, least] = [program, seconds];
  }
  return best;
}

interface Program {
  ask(fields: readonly string[]): Promise<string>;
  close(): void;
}

/**
 * One process for all questions, each answered by a line. Not a process for each: that is a fork of this one, after which each page of memory that this process writes
 * has to be made writable again, a millisecond for some megabytes of results.
 */
function startProgram(path: string): Program {
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
