/** The proofs behind the mutation run: a proof that passes for what is different would hide a hole in the vectors. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { legalInputs, prove, type Proof } from './support/equivalence.ts';
import { build, rtlSources } from './support/simulators.ts';
import { run, simulatorsAreHere } from './support/tools.ts';
import { readSources } from './support/yosys.ts';

const proof = (original: string, version: string): Promise<Proof> =>
  prove({ sources: { 'unit.sv': original }, mutated: { 'unit.sv': version }, module: 'unit', parameters: {} });

const adder = (sum: string): string => `module unit(input logic [7:0] a, input logic [7:0] b, output logic [8:0] y);\n${sum}\nendmodule\n`;
const ADDER = adder("assign y = 9'(a) + 9'(b);");

describe('a proof of a combinational module', () => {
  it('finds the same function in another spelling', async () => {
    expect(await proof(ADDER, adder("assign y = 9'(b) - (9'd0 - 9'(a));"))).toBe('equivalent');
  });

  it.each([
    ['one pair of operands', "assign y = (a == 8'd93 && b == 8'd201) ? '0 : 9'(a) + 9'(b);"],
    ['an undefined bit', "assign y = {1'bx, 8'(a + b)};"],
    ['a bit beyond the end', "logic [8:0] sum; assign sum = 9'(a) + 9'(b); assign y = sum[9:1];"],
    ['a bit that nothing drives', "logic [8:0] sum; assign sum = 9'(a) + 9'(b); assign y[7:0] = sum[7:0];"],
  ])('sees a difference: %s', async (_what, sum) => {
    expect(await proof(ADDER, adder(sum))).toBe('different');
  });

  it('gives no proof where two drivers meet', async () => {
    expect(await proof(ADDER, adder("assign y = 9'(a) + 9'(b); assign y[8] = a[7];"))).toBe('unproven');
  });
});

const register = (process: string): string => `module unit(input logic clk, input logic reset, input logic load, input logic [3:0] value, output logic [3:0] kept);\n${process}\nendmodule\n`;
const REGISTER = register("always_ff @(posedge clk) begin if (reset) kept <= '0; else if (load) kept <= value; end");

describe('a proof of a module with registers', () => {
  it('finds the same function in another spelling', async () => {
    expect(await proof(REGISTER, register("always_ff @(posedge clk) kept <= {4{!reset}} & (load ? value : kept);"))).toBe('equivalent');
  });

  it.each([
    ['the other edge', "always_ff @(negedge clk) begin if (reset) kept <= '0; else if (load) kept <= value; end"],
    ['no reset', 'always_ff @(posedge clk) if (load) kept <= value;'],
    ['another value after reset', "always_ff @(posedge clk) begin if (reset) kept <= '1; else if (load) kept <= value; end"],
    ['no load', "always_ff @(posedge clk) begin if (reset) kept <= '0; else kept <= value; end"],
    ['an asynchronous reset', "always_ff @(posedge clk or posedge reset) begin if (reset) kept <= '0; else if (load) kept <= value; end"],
    ['a latch', "always_latch begin if (reset) kept = '0; else if (load) kept = value; end"],
  ])('gives none where there is a difference: %s', async (_what, process) => {
    expect(await proof(REGISTER, register(process))).toBe('unproven');
  });
});

describe('a proof of the quantizer', () => {
  const sources = readSources(rtlSources());
  const OUTPUT = 'assign code      = {x[31], magnitude};';
  const against = (output: string): Promise<Proof> => {
    expect(sources['quantizer.sv']).toContain(OUTPUT);
    return prove({ sources, mutated: { 'quantizer.sv': sources['quantizer.sv'].replace(OUTPUT, output) }, module: 'quantizer', parameters: { E: 2, M: 1 } });
  };

  it('leaves out what is no legal input', async () => {
    expect(await against("assign code = (x[30:23] == 8'd255 || tensor_scale[31]) ? '1 : {x[31], magnitude};")).toBe('equivalent');
  });

  it('sees the ends of what is legal', async () => {
    // x = tensor_scale x 1, the largest finite number.
    expect(await against("assign code = (x[30:0] == 31'h7f7f_ffff && tensor_scale == 32'h7f7f_ffff && scale == '0) ? '0 : {x[31], magnitude};")).toBe('different');
  });
});

describe.runIf(simulatorsAreHere('the legal inputs'))('the legal inputs of the quantizer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsim-legal-'));
  afterAll(() => { rmSync(folder, { recursive: true }); });

  it.each(['<8,1>', '<5,0>'])('are all that vectors have: scale %s', async (scale) => {
    const mlsim = new URL('../../dist/cli/mlsim.js', import.meta.url).pathname;
    const set = mkdtempSync(join(folder, 'set-'));
    expect(await run(process.execPath, [mlsim, 'vectors', 'quantizer', '-o', set, '--scale', scale.slice(1, -1)], { cwd: folder })).toMatchObject({ status: 0 });
    const dut = readFileSync(join(set, 'dut.sv'), 'utf8');
    expect(dut).toContain(' quantizer #(');
    writeFileSync(join(set, 'dut.sv'), dut.replace(' quantizer #(', ' legal_quantizer #('));
    const built = await build('icarus', set, [...rtlSources(), legalInputs('quantizer')]);
    expect(built).toMatchObject({ status: 0 });
    expect((await built.simulate([])).output).toMatch(/^PASS quantizer: /m);
  });
});
