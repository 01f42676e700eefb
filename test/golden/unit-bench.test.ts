import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../src/formats/element.ts';
import { fp32AdderCases } from '../../src/golden/cases/fp32-units.ts';
import { multiplierCases } from '../../src/golden/cases/multiplier.ts';
import { unitSource } from '../../src/golden/unit-source.ts';
import type { VectorSource } from '../../src/golden/vector-source.ts';
import { scratchFolder } from '../support/cli.ts';
import { readSet } from './read-set.ts';
import { UNITS } from './units.ts';

const folder = scratchFolder();

/** A multiplier of <0,3>, written by hand: +mode says in what way it answers, or is wrong. */
const DESIGN = `
module dut (
  input  logic clk, reset, in_valid,
  output logic in_ready,
  input  logic [3:0] x, y,
  output logic out_valid,
  output logic [6:0] product
);
  integer mode = 0;
  initial if ($value$plusargs("mode=%d", mode)) begin end

  wire [5:0] magnitude = {3'd0, x[2:0]} * {3'd0, y[2:0]};
  wire [6:0] right = x[3] ^ y[3] ? 7'd0 - {1'b0, magnitude} : {1'b0, magnitude};

  reg [6:0] stage1 = 0, stage2 = 0, stage3 = 0;
  reg       valid1 = 0, valid2 = 0, valid3 = 0, busy = 0, done = 0, again = 0;
  reg [2:0] count = 0;
  reg [9:0] taken = 0;
  reg [6:0] kept = 0;  // the multi-cycle one keeps its operands
  wire takes = in_valid && in_ready && !reset;

  always @(posedge clk) begin
    stage1 <= right;  stage2 <= stage1;  stage3 <= stage2;
    valid1 <= takes;  valid2 <= valid1;  valid3 <= valid2;
    again  <= valid3 && !valid2;  // once more after the last
    if (takes) begin taken <= taken + 1; kept <= right; end
    done <= 0;
    if (takes && mode == 2) begin busy <= 1; count <= 5; end
    if (busy) begin
      count <= count - 1;
      if (count == 1) begin busy <= 0; done <= 1; end
    end
  end

  always @* begin
    in_ready  = mode == 2 ? !busy && !done : mode == 3 ? taken < 10 : 1'b1;
    out_valid = mode == 1 || mode == 5 ? valid3 || (mode == 5 && again) : mode == 2 ? done : mode == 7 ? 1'b1 : in_valid && mode != 3 && !(mode == 6 && taken == 7);
    product   = mode == 1 || mode == 5 ? stage3 : mode == 2 ? kept : right;
    // A minus sign lost on one pair.
    if (mode == 4 && x == 4'hb && y == 4'h6) product = 7'd18;
    if (mode == 8 && x == 4'h9 && y == 4'h1) product = 7'bx;
  end

endmodule
`;

/** An adder that knows the answers: all but the NaNs. */
const NAN_DESIGN = `
module dut (
  input  logic clk, reset, in_valid,
  output logic in_ready,
  input  logic [31:0] a, b,
  output logic out_valid,
  output logic [31:0] result
);
  reg [95:0] answers [0:399];
  reg [95:0] word;
  integer next = 0;
  initial $readmemh("vectors.hex", answers);
  always @(posedge clk) if (in_valid && !reset) next <= next + 1;
  always @* begin
    word = answers[next];
    result = word[31:0] == 32'h7fc00000 ? 32'hff800001 : word[31:0];
  end
  assign in_ready = 1'b1;
  assign out_valid = in_valid;
endmodule
`;

interface Bench {
  /** Runs with plusargs. */
  readonly run: (...plusargs: readonly string[]) => { status: number | null; lines: string[] };
  readonly folder: string;
}

/** Writes a set with a design into a folder. */
function write(name: string, source: VectorSource, design: string): string {
  const at = join(folder, name);
  mkdirSync(at);
  const { words } = readSet(source);
  writeFileSync(join(at, 'vectors.hex'), words.map((word) => `${word}\n`).join(''));
  const file = { name: 'vectors.hex', role: 'cases', words: words.length, wordBits: 0, sha256: '', fields: source.files[0].fields } as const;
  writeFileSync(join(at, 'tb.sv'), source.testbench('0123456789abcdef', [file]));
  writeFileSync(join(at, 'dut.sv'), design);
  return at;
}

const SIMULATORS = {
  iverilog: {
    build: ['iverilog', '-g2012', '-Wall', '-o', 'sim', 'tb.sv', 'dut.sv'],
    command: ['vvp', 'sim'],
  },
  verilator: {
    build: ['verilator', '--binary', '--timing', '-Wno-fatal', '-O0', '-CFLAGS', '-O0', '--trace', '--top', 'tb', 'tb.sv', 'dut.sv'],
    command: [join('obj_dir', 'Vtb')],
  },
} as const;
type Simulator = keyof typeof SIMULATORS;

function build(simulator: Simulator, at: string): Bench {
  const { build: [compiler, ...args], command } = SIMULATORS[simulator];
  const { status: built, stdout: log, stderr } = spawnSync(compiler, args, { cwd: at, encoding: 'utf8' });
  expect({ built, ofBench: `${log}${stderr}`.split('\n').filter((line) => /warning.*tb\.sv|tb\.sv.*warning/i.test(line)) }).toEqual({ built: 0, ofBench: [] });
  const program = simulator === 'verilator' ? join(at, command[0]) : command[0];
  return {
    folder: at,
    run: (...plusargs) => {
      const { status, stdout } = spawnSync(program, [...command.slice(1), ...plusargs], { cwd: at, encoding: 'utf8' });
      // Both simulators add lines of their own where a run ends.
      return { status, lines: stdout.split('\n').filter((line) => /^(PASS|FAIL|MISMATCH|TOO MANY|\.\.\.)/.test(line)) };
    },
  };
}

const isThere = (tool: string): boolean => spawnSync(tool, ['-V'], { encoding: 'utf8' }).error === undefined;
const missing = (['iverilog', 'verilator'] as const).filter((tool) => !isThere(tool));
const isRequired = process.env['MLSIM_REQUIRE_TOOLS'] === '1';
const mul03 = elementFormat(0, 3);
const smallMultiplier = (): VectorSource => unitSource(multiplierCases(mul03, mul03), { level: 1, seed: 0n });

describe.each(['iverilog', 'verilator'] as const)('the bench of a unit under %s', (simulator) => {
  const skipped = missing.includes(simulator) && !isRequired;

  it.skipIf(skipped)(skipped ? `passes right designs and fails wrong ones (skipped: ${simulator} is not installed)` : 'passes right designs and fails wrong ones', () => {
    const { run, folder: at } = build(simulator, write(simulator, smallMultiplier(), DESIGN));
    const pass = { status: 0, lines: ['PASS multiplier: 256 cases'] };
    // Combinational, pipelined, multi-cycle.
    expect(run('+mode=0', '+dump=comb.hex')).toEqual(pass);
    expect(run('+mode=1', '+dump=pipe.hex', '+stamp')).toEqual(pass);
    expect(run('+mode=2', '+dump=multi.hex')).toEqual(pass);
    expect(run('+mode=0', '+vectors=vectors.hex', '+vcd=wave.vcd')).toEqual(pass);

    expect(readFileSync(join(at, 'wave.vcd'), 'latin1')).toMatch(/\$var .* 32 \S+ cycle /);

    const { words } = readSet(smallMultiplier());
    const results = words.map((word) => Number(BigInt(`0x${word}`) % 128n).toString(16).padStart(2, '0'));
    const head = '// mlsim dump: unit multiplier, set 0123456789abcdef';
    const dump = (name: string) => readFileSync(join(at, name), 'latin1').trimEnd().split('\n');
    expect(dump('comb.hex')).toEqual([head, ...results, '// end: 256 results']);
    expect(dump('multi.hex')).toEqual(dump('comb.hex'));
    expect(dump('pipe.hex')).toEqual([head, ...results.map((result, i) => `${i}: ${result}`), '// end: 256 results']);

    // A lost sign, once: -(3 x 6) is -18.
    const bug = run('+mode=4', '+dump=bug.hex');
    expect(bug.lines).toEqual(['MISMATCH case 182 (enumerated): x=b y=6, expected product=6e, found product=12', 'FAIL multiplier: 1 of 256 cases differ']);
    expect(bug.status).not.toBe(0);
    expect(dump('bug.hex').at(-1)).toBe('// end: 256 results');

    // Hung, a lost result, one result twice, results without a case.
    const hung = run('+mode=3', '+timeout=500');
    expect(hung.lines).toEqual(['FAIL multiplier: 0 of 256 cases differ, 256 have no result (nothing happened for 500 cycles, 10 cases were taken)']);
    expect(hung.status).not.toBe(0);
    expect(run('+mode=6', '+errors=1', '+timeout=99').lines.at(-1)).toMatch(/^FAIL multiplier: \d+ of 256 cases differ, 1 have no result/);
    expect(run('+mode=5').lines).toEqual(['TOO MANY: result 256, with 256 cases taken: product=31', 'FAIL multiplier: 0 of 256 cases differ, 1 results too many']);
    expect(run('+mode=7').lines.at(-1)).toMatch(/results too many$/);

    const absent = run('+vectors=nothing.hex');
    expect(absent.lines[0]).toBe('FAIL multiplier: nothing.hex: cannot be read (see +vectors=FILE)');
    expect(absent.status).not.toBe(0);
  });
});

it.skipIf(missing.includes('iverilog') && !isRequired)('under iverilog: unknown bits never match, a short file is seen, other NaNs are right on request', () => {
  const { run, folder: at } = build('iverilog', write('unknown', smallMultiplier(), DESIGN));
  expect(run('+mode=8').lines).toEqual(['MISMATCH case 145 (enumerated): x=9 y=1, expected product=7f, found product=xx', 'FAIL multiplier: 1 of 256 cases differ']);
  const words = readFileSync(join(at, 'vectors.hex'), 'latin1').split('\n');
  writeFileSync(join(at, 'short.hex'), words.slice(0, 200).join('\n'));
  expect(run('+vectors=short.hex').lines).toEqual(['FAIL multiplier: short.hex: fewer than 256 words, or x in the last one']);

  const adder = build('iverilog', write('nan', unitSource(fp32AdderCases({ flushToZero: false }), { level: 1, seed: 0n, count: 400 }), NAN_DESIGN));
  expect(adder.run('+nan=any')).toEqual({ status: 0, lines: ['PASS fp32-adder: 400 cases'] });
  const strict = adder.run('+errors=0');
  expect(strict.lines.at(-1)).toMatch(/^FAIL fp32-adder: \d+ of 400 cases differ$/);
  expect(strict.status).toBe(1);
});

describe('the text of bench and wrapper', () => {
  it.each(UNITS)('of $title names every field, parameter and class, and no line is too long to read', ({ source }) => {
    const set = source({ level: 1, seed: 0n, count: 100 });
    const { fields } = set.files[0];
    const { classes, words } = readSet(set);
    const bench = set.testbench('fedcba9876543210', [{ name: 'vectors.hex', role: 'cases', words: words.length, wordBits: 0, sha256: '', fields }]);
    const dut = set.dut();
    for (const { name, direction } of fields) {
      expect(bench).toContain(`.${name}(${name})`);
      expect(dut).toMatch(new RegExp(`${direction}put +logic (\\[\\d+:0\\] )?${name}\\b`));
    }
    for (const [name, value] of Object.entries(set.parameters)) expect(dut).toContain(`.${name}(${value})`);
    for (const { name } of classes) expect(bench).toContain(`$write("${name}")`);
    expect(bench).toContain('set fedcba9876543210');
    expect(bench).toMatch(/localparam integer CASES +=\s*100;/);
    expect(dut.split('\n').filter((line) => line.length > 140)).toEqual([]);
    // Verilator reads a comment that begins with its name as an order.
    expect(bench + dut).not.toMatch(/\/\/ *verilator/);
  });
});
