/** The bench under both simulators, with a design that plays the golden results back and makes one mistake at a time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordBits } from '../../../src/golden/fields.ts';
import type { VectorFile } from '../../../src/golden/manifest.ts';
import { replayDesign } from './replay.ts';
import { peSet, type PeSet } from './support.ts';

const required = process.env['MLSIM_REQUIRE_TOOLS'] === '1';
/** Verilator compiles C++. */
const COMPILE_MS = 120_000;
const SET = '0123456789abcdef';

interface Run {
  readonly status: number | null;
  readonly lines: readonly string[];
}

/** A command's lines, of both its outputs. */
function call(folder: string, command: string, args: readonly string[]): Run {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined) throw error;
  return { status, lines: `${stdout}${stderr}`.split('\n') };
}

interface Simulator {
  readonly name: string;
  readonly compile: (folder: string) => Run;
  readonly run: (folder: string, ...plusargs: string[]) => Run;
  /** Whether there are x and z. */
  readonly fourStates: boolean;
}

const SIMULATORS: readonly Simulator[] = [
  {
    name: 'iverilog',
    compile: (folder) => call(folder, 'iverilog', ['-g2012', '-o', 'sim', 'tb.sv', 'dut.sv', 'pe.sv']),
    run: (folder, ...plusargs) => call(folder, 'vvp', ['-n', 'sim', ...plusargs]),
    fourStates: true,
  },
  {
    name: 'verilator',
    compile: (folder) => call(folder, 'verilator', ['--binary', '--timing', '-Wno-fatal', '-O0', '-CFLAGS', '-O0', '--top', 'tb', 'tb.sv', 'dut.sv', 'pe.sv']),
    run: (folder, ...plusargs) => call(folder, join(folder, 'obj_dir/Vtb'), plusargs),
    fourStates: false,
  },
];

function isInstalled(command: string): boolean {
  const { error } = spawnSync(command, ['--version']);
  return error === undefined;
}

/** Writes a set with its bench and the replaying design. */
function writeSet(folder: string, { source, lines, parameters }: PeSet): void {
  const files: VectorFile[] = source.files.map(({ name, role, fields }, i) => ({ name, role, fields, words: lines[i].length, wordBits: wordBits(fields), sha256: '' }));
  files.forEach(({ name }, i) => {
    writeFileSync(join(folder, name), lines[i].map((line) => `${line}\n`).join(''));
  });
  writeFileSync(join(folder, 'tb.sv'), source.testbench(SET, files));
  writeFileSync(join(folder, 'dut.sv'), source.dut());
  writeFileSync(join(folder, 'pe.sv'), replayDesign(parameters, source, lines[1].length, lines[0].length));
}

for (const simulator of SIMULATORS) {
  const installed = isInstalled(simulator.name);
  if (!installed && !required) process.stderr.write(`NOT RUN: ${simulator.name} is not installed; the bench of the element was not simulated with it\n`);
  describe.runIf(installed || required)(simulator.name, () => {
    const set = peSet({ treeWidth: 2, contexts: 2 }, { level: 1, seed: 5n, count: 250 });
    const [stimulus, outputs, registers] = set.lines;
    const folder = mkdtempSync(join(tmpdir(), 'mlsim-pe-'));
    const simulate = (...plusargs: string[]): Run => simulator.run(folder, ...plusargs);
    const all = ['+check_cycles', '+check_registers'];
    const verdict = ({ lines }: Run): string | undefined => lines.find((line) => /^(PASS|FAIL) /.test(line));

    beforeAll(() => {
      writeSet(folder, set);
      const { status, lines } = simulator.compile(folder);
      expect(status, lines.join('\n')).toBe(0);
      expect(lines.filter((line) => /warning/i.test(line) && line.includes('tb.sv'))).toStrictEqual([]);
    }, COMPILE_MS);
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    it('passes golden results', () => {
      const run = simulate(...all);
      expect(verdict(run)).toBe(`PASS pe: ${outputs.length} outputs in ${stimulus.length} cycles, each in its own, all registers`);
      expect(run.status).toBe(0);
      expect(verdict(simulate())).toBe(`PASS pe: ${outputs.length} outputs in ${stimulus.length} cycles`);
    });

    it('names cycle, class, register, lane, expected and found', () => {
      const field = set.source.files[2].fields.find(({ name }) => name === 'A.sum');
      if (field === undefined) throw new Error('no A.sum');
      const cycle = set.cycles.findIndex(({ registers: { 'A.sum': sums } }) => sums[1] === 0x1n || sums[1] > 0x10n);
      const bit = field.lsb + field.width + 1;
      const expected = set.cycles[cycle].registers['A.sum'][1];
      const run = simulate(...all, `+flip_cycle=${cycle}`, `+flip_bit=${bit}`);
      const range = set.classes.findLast(({ first }) => first <= cycle);
      expect(run.lines[0]).toBe(`MISMATCH cycle ${cycle} (${range?.name}): A.sum[1]: expected ${expected.toString(16)}, found ${(expected ^ 2n).toString(16)}`);
      expect(verdict(run)).toBe(`FAIL pe: 0 of ${outputs.length} outputs differ, 0 missing, 0 left over, registers differ in 1 of ${stimulus.length} cycles`);
      expect(run.status).not.toBe(0);
      // Nobody asked for registers here.
      expect(simulate(`+flip_cycle=${cycle}`, `+flip_bit=${bit}`).status).toBe(0);
    });

    it('finds a bit in the first and in the last register', () => {
      const last = set.source.files[2].fields.at(-1);
      for (const [bit, name] of [[0, `${last?.name}[0]`], [wordBits(set.source.files[2].fields) - 1, 'valid[']] as const) {
        expect(simulate('+check_registers', '+flip_cycle=100', `+flip_bit=${bit}`).lines[0]).toContain(`): ${name}`);
      }
    });

    it('names a wrong, a missing and a superfluous output', () => {
      const [cycle, word] = [Number.parseInt(outputs[4].slice(0, 8), 16), outputs[4].slice(8)];
      const wrong = simulate(...all, '+wrong=4');
      const found = (Number.parseInt(word, 16) ^ 1) >>> 0;
      expect(wrong.lines[0]).toMatch(new RegExp(`^MISMATCH cycle ${cycle} \\(.*\\): output 4: expected ${word}, found ${found.toString(16).padStart(8, '0')}$`));
      expect(verdict(wrong)).toContain(`FAIL pe: 1 of ${outputs.length} outputs differ, 0 missing, 0 left over`);
      const missing = simulate(...all, '+drop=4');
      expect(missing.lines[0]).toMatch(new RegExp(`^MISMATCH cycle ${cycle} \\(.*\\): output 4: expected ${word}, found none$`));
      expect(verdict(missing)).toContain('0 of ' + `${outputs.length} outputs differ, 1 missing, 0 left over`);
      expect(verdict(simulate(...all, '+extra=1'))).toContain('outputs differ, 0 missing, 1 left over');
      // In order only, a missing output shifts the rest.
      expect(verdict(simulate('+drop=4'))).toMatch(/FAIL pe: [1-9][0-9]* of .* 1 missing, 0 left over/);
    });

    it('takes late outputs without +check_cycles, and waits for the last of them', () => {
      expect(verdict(simulate('+late=40'))).toBe(`PASS pe: ${outputs.length} outputs in ${stimulus.length} cycles`);
      expect(verdict(simulate('+late=1', '+check_cycles'))).toMatch(/^FAIL pe: /);
      // For ever is too long.
      expect(verdict(simulate('+late=100000'))).toBe(`FAIL pe: 0 of ${outputs.length} outputs differ, ${outputs.length} missing, 0 left over`);
    });

    it.runIf(simulator.fourStates)('counts an unknown output as different', () => {
      const run = simulate('+unknown=2');
      expect(run.lines[0]).toMatch(/output 2: expected [0-9a-f]{8}, found xxxxxxxx$/);
    });

    it('prints as many mismatches as asked for', () => {
      const run = simulate('+late=1', '+check_cycles', '+errors=3');
      expect(run.lines.filter((line) => line.startsWith('MISMATCH '))).toHaveLength(3);
      expect(run.lines[3]).toMatch(/^\.\.\. and [0-9]+ more mismatches/);
    });

    it('writes dumps of outputs and registers, stamped or not', () => {
      simulate('+dump=out.txt', '+dump_registers=registers.txt');
      const header = `// mlsim dump: unit pe, set ${SET}`;
      expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe([header, ...outputs.map((line) => line.slice(8)), `// end: ${outputs.length} results`, ''].join('\n'));
      expect(readFileSync(join(folder, 'registers.txt'), 'utf8')).toBe([header, ...registers, `// end: ${registers.length} results`, ''].join('\n'));
      simulate('+dump=out.txt', '+dump_registers=registers.txt', '+stamp');
      expect(readFileSync(join(folder, 'out.txt'), 'utf8').split('\n')[1]).toBe(`${Number.parseInt(outputs[0].slice(0, 8), 16)}: ${outputs[0].slice(8)}`);
      expect(readFileSync(join(folder, 'registers.txt'), 'utf8').split('\n')[2]).toBe(`1: ${registers[1]}`);
    });

    it.runIf(simulator.fourStates)('writes a waveform with its cycle', () => {
      simulate('+vcd=wave.vcd');
      const wave = readFileSync(join(folder, 'wave.vcd'), 'utf8');
      const code = /\$var \w+ 32 (\S+) cycle .*\$end/.exec(wave)?.[1] ?? expect.unreachable();
      const changes = wave.split('\n').filter((line) => line.startsWith('b') && line.endsWith(` ${code}`));
      // From two cycles of reset to the last word.
      expect(changes.slice(0, 4).map((line) => line.split(' ')[0])).toStrictEqual([`b${'1'.repeat(31)}0`, `b${'1'.repeat(32)}`, 'b0', 'b1']);
      expect(changes.at(-1)).toBe(`b${(stimulus.length - 1).toString(2)} ${code}`);
    });

    it('takes its files from elsewhere', () => {
      writeFileSync(join(folder, 'other.hex'), outputs.map((line, i) => `${i === 0 ? `${line.slice(0, 8)}deadbeef` : line}\n`).join(''));
      expect(simulate('+outputs=other.hex').lines[0]).toContain('output 0: expected deadbeef');
      const none = simulate('+stimulus=none.hex');
      expect(verdict(none)).toBe('FAIL pe: none.hex: cannot be read');
      expect(none.status).not.toBe(0);
    });
  });
}
