import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { reachedFiles } from './support/hierarchy.ts';
import { applyMutation, lineOf, mutationsOf } from './support/mutate.ts';
import { rtlSources } from './support/simulators.ts';

const SOURCE = `// a + b in a comment stays
module m #(parameter int W = 4) (input logic clk, reset, input logic [W-1:0] a, output logic [W-1:0] r);
  localparam logic [3:0] LIMIT = 4'hf;
  logic signed [W-1:0] next; // signed
  assign next = (a == '0) ? a + 1 : |a & LIMIT[2:1];
  always_ff @(posedge clk) begin
    if (reset) r <= '0;
    else if (a <= 3 && !a[0]) r <= $signed(a) <= next;
  end
endmodule
`;

describe('mutationsOf', () => {
  it('changes one point each, of the body and of nothing else', () => {
    const found = mutationsOf(SOURCE).map((m) => `${lineOf(SOURCE, m)} ${m.kind} ${m.from}>${m.to}`);
    expect(found).toEqual([
      '3 range 3>2', '3 range 0>1', "3 constant 4'hf>4'h0",
      '4 sign signed>', '4 range 1>2', '4 range 0>1',
      '5 operator ==>!=', "5 constant '0>'1", '5 operator +>-', '5 constant 1>2', '5 operator |>&', '5 operator &>|', '5 range 2>1', '5 range 1>2',
      '6 edge posedge>negedge',
      "7 reset reset>1'b1", "7 reset reset>1'b0", '7 reset reset>!(reset)', "7 constant '0>'1",
      "8 enable a <= 3 && !a[0]>1'b1", "8 enable a <= 3 && !a[0]>1'b0", '8 enable a <= 3 && !a[0]>!(a <= 3 && !a[0])',
      '8 operator <=><', '8 constant 3>4', '8 operator &&>||', '8 negation !>', '8 range 0>1', '8 sign $signed>$unsigned', '8 operator <=><',
    ]);
  });

  it('finds at least 150 in the reference RTL, each of which changes the text at its place', () => {
    const sources = rtlSources().map((path) => readFileSync(path, 'utf8'));
    const all = sources.flatMap((source) => mutationsOf(source).map((mutation) => ({ source, mutation })));
    expect(all.length).toBeGreaterThanOrEqual(150);
    for (const { source, mutation } of all) {
      expect(source.slice(mutation.at, mutation.at + mutation.from.length)).toBe(mutation.from);
      expect(applyMutation(source, mutation)).not.toBe(source);
    }
  });
});

describe('reachedFiles', () => {
  it('follows instances, with and without parameters, and no port that has the name of a module', () => {
    const sources = {
      'top.sv': 'module top(input logic other); middle #(.W(1)) a (.x(other)); endmodule',
      'middle.sv': 'module middle #(parameter int W = 4) (input logic x); leaf b (x); endmodule',
      'leaf.sv': 'module leaf(input logic x); endmodule',
      'other.sv': 'module other; endmodule',
    };
    expect([...(reachedFiles(sources).get('top') ?? [])]).toEqual(['top.sv', 'middle.sv', 'leaf.sv']);
  });
});
