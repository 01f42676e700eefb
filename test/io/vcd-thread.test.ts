import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as AtomicFile from '../../src/io/atomic-file.ts';
import { openOutput } from '../../src/io/atomic-file.ts';
import { writeNpy } from '../../src/io/npy.ts';
import { Shared } from '../../src/io/vcd-shared.ts';
import type * as RingModule from '../../src/io/vcd-ring.ts';
import type * as Vcd from '../../src/io/vcd.ts';
import { mlsim, PROGRAM, start } from '../support/cli.ts';
import { memoryOutput, temporaryFolder } from './support.ts';
import { change, header, liveBanks, randomWords, type BankSpec } from './vcd-cases.ts';

interface Program {
  readonly openOutput: typeof AtomicFile.openOutput;
  readonly openVcd: typeof Vcd.openVcd;
  readonly Ring: typeof RingModule.Ring;
}
const DIST = new URL('../../dist/', import.meta.url);

/** The built program: a thread loads its module from there. */
async function built(folder: URL): Promise<Program> {
  const load = async <Module>(name: string): Promise<Module> => (await import(new URL(`io/${name}.js`, folder).href)) as Module;
  const [{ openOutput }, { openVcd }, { Ring }] = [await load<typeof AtomicFile>('atomic-file'), await load<typeof Vcd>('vcd'), await load<typeof RingModule>('vcd-ring')];
  return { openOutput, openVcd, Ring };
}
const program = await built(DIST);

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const temporaries = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
afterEach(() => {
  vi.restoreAllMocks();
  expect(temporaries()).toEqual([]);
});

const SPECS: readonly BankSpec[] = [
  { kind: 'signed', width: 32, storage: 'words', count: 600, counted: false },
  { kind: 'signed', width: 15, storage: 'shifted', count: 37, counted: true },
  { kind: 'binary32', width: 32, storage: 'shifted', count: 50, counted: true },
  { kind: 'unsigned', width: 1, storage: 'words', count: 70, counted: false },
  { kind: 'signed', width: 41, storage: 'doubles', count: 17, counted: true },
  { kind: 'unsigned', width: 9, storage: 'numbers', count: 3, counted: false },
];
/** How long a thread may take to start here. */
const START_MS = 60_000;

interface LongRun {
  readonly writers: readonly Vcd.VcdWriter[];
  /** Of the last sample. */
  readonly cycle: number;
  /** Blocks that the thread was given. */
  readonly blocks: number;
}

/** Samples changing banks into all outputs until the thread has been given some blocks. @param milliseconds at most */
function runLong(outputs: readonly AtomicFile.OutputFile[], blocks: number, { Ring, openVcd }: Program, milliseconds = START_MS): LongRun {
  const pushes = vi.spyOn(Ring.prototype, 'push');
  const banks = liveBanks(SPECS);
  const random = randomWords(3);
  const writers = outputs.map((out) => openVcd(out, { ...header, clk: true }, banks));
  const end = performance.now() + milliseconds;
  let cycle = 0;
  while (pushes.mock.calls.length < blocks && performance.now() < end) {
    cycle += 1 + (random() % 3);
    change(banks, random);
    for (const writer of writers) writer.sample(cycle);
  }
  return { writers, cycle, blocks: pushes.mock.calls.length };
}

/** The descriptor of the only temporary. */
function openDescriptor(): number {
  const target = at(temporaries()[0]);
  const name = readdirSync('/proc/self/fd').find((fd) => existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === target);
  return Number(name);
}

describe('a waveform written by a thread', () => {
  it('has the bytes of one written at once, when the ring has been full', () => {
    const memory = memoryOutput();
    const file = program.openOutput(at('t.vcd'));
    const { writers, cycle, blocks } = runLong([file, memory], 100, program);
    expect(blocks).toBe(100);
    for (const writer of writers) writer.finish(cycle + 1);
    file.commit();
    expect(Buffer.compare(readFileSync(at('t.vcd')), memory.bytes())).toBe(0);
  });

  it('is gone when it is aborted, also many times', () => {
    for (let round = 0; round < 5; round++) {
      const file = program.openOutput(at('aborted.vcd'));
      const { blocks } = runLong([file], 1 + round, program);
      expect(blocks).toBe(1 + round);
      file.abort();
      vi.restoreAllMocks();
      expect(temporaries()).toEqual([]);
    }
  });

  it.skipIf(!existsSync('/proc/self/fd'))('tells of a failure of the system, later, as an InputError of one line', () => {
    const file = program.openOutput(at('closed.vcd'));
    const { writers, cycle, blocks } = runLong([file], 2, program);
    expect(blocks).toBe(2);
    closeSync(openDescriptor());
    expect(() => {
      for (let next = cycle + 1; next < cycle + 1_000_000; next++) writers[0].sample(next);
    }).toThrow(`${at('closed.vcd')}: cannot write: bad file descriptor (EBADF)`);
    expect(() => { writers[0].finish(2 ** 40); }).toThrow('already committed or aborted');
  });

  it('tells of a value that its width does not hold, later', () => {
    const file = program.openOutput(at('misfit.vcd'));
    const values = new Int32Array(20_000);
    const writer = program.openVcd(file, header, [{ name: 'q', width: 31, kind: 'signed', values, scope: (index) => `s${index}` }]);
    const pushes = vi.spyOn(program.Ring.prototype, 'push');
    let cycle = 0;
    for (; pushes.mock.calls.length < 3; cycle++) writer.sample(cycle);
    values[77] = -(2 ** 31);
    expect(() => {
      for (; ; cycle++) {
        writer.sample(cycle);
        values[77] = 0;
      }
    }).toThrow(new RangeError('VCD signal s77.q: expected a signed value of 31 bits, found -2147483648'));
    file.abort();
  });

  it.each([
    ['does not start', 'throw new Error("no");'],
    ['is not there', undefined],
    ['ends early', `import { workerData } from 'node:worker_threads'; new Int32Array(workerData.memory.buffer)[${Shared.served}] = 1;`],
  ])('is whole when the thread %s', async (_what, source) => {
    const copy = at(`dist${source?.length ?? 0}`);
    mkdirSync(copy);
    for (const part of ['io', 'bits']) cpSync(new URL(part, DIST), join(copy, part), { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
    if (source === undefined) rmSync(join(copy, 'io/vcd-thread.js'));
    else writeFileSync(join(copy, 'io/vcd-thread.js'), source);
    const broken = await built(pathToFileURL(`${copy}/`));
    const memory = memoryOutput();
    const file = broken.openOutput(at('t.vcd'));
    const isEarly = source?.includes('memory') === true;
    const { writers, cycle, blocks } = runLong([file, memory], 50, broken, isEarly ? START_MS : 400);
    expect(blocks).toBe(isEarly ? 50 : 0);
    for (const writer of writers) writer.finish(cycle + 1);
    file.commit();
    // A failed start arrives as an event.
    await setTimeout(20);
    expect(Buffer.compare(readFileSync(at('t.vcd')), memory.bytes())).toBe(0);
  });
});

describe('mlsim trace', () => {
  const save = (name: string, shape: readonly number[], step: number): void => {
    const out = openOutput(at(name));
    const count = shape.reduce((a, b) => a * b, 1);
    writeNpy(out, '<f4', shape, Float32Array.from({ length: count }, (_, i) => Math.sin(i * step) * 2 ** (i % 4)));
    out.commit();
  };
  save('w.npy', [64, 64, 3, 3], 1.3);
  save('a.npy', [1, 64, 28, 28], 2.1);
  const args = ['trace', '--pass', 'forward', at('w.npy'), at('a.npy'), '--padding', '1', '-o'];

  it('writes to a file what it writes to a pipe', () => {
    const window = ['--cycles', '0,80000'];
    expect(mlsim([...args, at('file.vcd'), ...window])).toMatchObject({ status: 0, stderr: '' });
    const { output, status } = spawnSync(process.execPath, [PROGRAM, ...args, '/dev/fd/3', ...window], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 2 ** 30 });
    expect(status).toBe(0);
    expect(Buffer.compare(readFileSync(at('file.vcd')), output[3] as unknown as Buffer)).toBe(0);
    rmSync(at('file.vcd'));
  });

  it.each([10_000, 400_000])('says in one line that the system takes no more than %d blocks', (limit) => {
    const command = `ulimit -f ${limit} && exec "$@"`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command, 'sh', process.execPath, PROGRAM, ...args, at('limited.vcd')], { encoding: 'utf8', timeout: 60_000 });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `error: ${at('limited.vcd')}: cannot write: file too large (EFBIG)\n` });
    expect(readdirSync(folder).filter((name) => name.includes('limited'))).toEqual([]);
  });

  it('stops at once when interrupted, with nothing left behind', async () => {
    const child = start([...args, at('never.vcd')]);
    const size = (): number => Math.max(0, ...temporaries().map((name) => statSync(at(name)).size));
    while (size() < 1e8) await setTimeout(2);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  });
});
