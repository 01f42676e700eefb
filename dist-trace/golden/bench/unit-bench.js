/** The self-checking bench of a unit. */
import { hexDigits } from "../../bits/width.js";
import { placeFields, wordBits } from "../fields.js";
import { bitRange, dutInstance } from "./unit-dut.js";
/** Clock cycles without any progress after which a design is taken for hung. */
const HUNG_CYCLES = 10_000;
/** Clock cycles after the last result in which another one would be one too many. */
const DRAIN_CYCLES = 64;
/** tb.sv */
export function unitBench(text) {
    const { unit, fields, set, cases } = text;
    const placed = placeFields(fields);
    const inputs = placed.filter(({ direction }) => direction === 'in');
    const outputs = placed.filter(({ direction }) => direction === 'out');
    const outBits = wordBits(outputs);
    return `${header(text)}
\`timescale 1ns / 1ps

module tb;

  localparam integer CASES    = ${cases};
  localparam integer WORD     = ${wordBits(fields)};  // bits of a line: ${fields.map(({ name }) => name).join(', ')}
  localparam integer OUT      = ${outBits};  // the results, at the low end of a line
  localparam integer RESET    = 4;  // rising edges under reset
  localparam integer DRAIN    = ${DRAIN_CYCLES};  // cycles after the last result in which another one would be one too many

  reg [WORD-1:0] vectors [0:CASES-1];

  reg         clk      = 1'b0;
  reg         reset    = 1'b1;
  reg  [31:0] cycle    = 32'hffffffff;  // 0: the first case is offered
  reg         in_valid = 1'b0;
  wire        in_ready;
  wire        out_valid;

  // The case on offer.
  reg [WORD-1:0] offered = {WORD{1'b0}};
${inputs.map((field) => `  wire ${bitRange(field)}${field.name} = offered[${place(field)}];`).join('\n')}

  // What the design answers, and what it should.
${outputs.map((field) => `  wire ${bitRange(field)}${field.name};`).join('\n')}
  wire [OUT-1:0] found = ${outputs.length === 1 ? outputs[0].name : `{${outputs.map(({ name }) => name).join(', ')}}`};

${dutInstance(fields)}

  always #5 clk = !clk;

  // Files and options.
  reg [8*1024-1:0] path;
  integer file;
  integer dump       = 0;
  integer stamp      = 0;
  integer any_nan    = 0;
  integer errors     = 10;
  integer at_first   = 0;
  integer timeout    = ${HUNG_CYCLES};

  // How far the run has come.
  integer accepted   = 0;  // cases that the design has taken
  integer answered   = 0;  // results that it has given, those too many included
  integer mismatches = 0;
  integer too_many   = 0;
  integer quiet      = 0;  // cycles since the last of either

  reg [WORD-1:0] word;      // the case of the result at hand
  reg [OUT-1:0]  expected;

  initial begin
    path = "vectors.hex";
    if ($value$plusargs("vectors=%s", path)) begin end
    file = $fopen(path, "r");
    if (file == 0) begin
      $display("FAIL ${unit}: %0s: cannot be read (see +vectors=FILE)", path);
      $fatal;
    end
    $fclose(file);
    $readmemh(path, vectors);
    if (^vectors[CASES-1] === 1'bx) begin
      $display("FAIL ${unit}: %0s: fewer than %0d words, or x in the last one", path, CASES);
      $fatal;
    end
    if ($test$plusargs("stamp")) stamp = 1;
    if ($test$plusargs("nan=any")) any_nan = 1;
    if ($test$plusargs("first")) at_first = 1;
    if ($value$plusargs("errors=%d", errors)) begin end
    if ($value$plusargs("timeout=%d", timeout)) begin end
    if ($value$plusargs("dump=%s", path)) begin
      dump = $fopen(path, "w");
      if (dump == 0) begin
        $display("FAIL ${unit}: %0s: cannot be written", path);
        $fatal;
      end
      $fdisplay(dump, "// mlsim dump: unit ${unit}, set ${set}");
    end
    if ($value$plusargs("vcd=%s", path)) begin
      $dumpfile(path);
      $dumpvars(0, tb);
    end
  end

  integer edges = 0;
  always @(posedge clk) begin
    edges = edges + 1;
    if (edges == RESET) reset <= 1'b0;
  end

  // One rising edge: a case is taken where in_valid and in_ready are high, a result where out_valid is.
  always @(posedge clk) if (!reset) begin
    cycle <= cycle + 1;
    quiet = quiet + 1;
    if (in_valid && in_ready === 1'b1) begin
      accepted = accepted + 1;
      quiet = 0;
    end
    in_valid <= accepted < CASES;
    if (accepted < CASES) offered <= vectors[accepted];
    if (out_valid === 1'b1) begin
      take_result;
      quiet = 0;
    end
    if (quiet >= (answered >= CASES && accepted >= CASES ? DRAIN : timeout)) finish;
  end

  // Compares a result with that of its case: results come in the order of the cases, and none before its case was taken.
  task take_result;
    begin
      if (dump != 0) begin
        if (stamp != 0) $fwrite(dump, "%0d: ", answered);
        $fdisplay(dump, "%h", found);
      end
      if (answered >= accepted) begin
        too_many = too_many + 1;
        if (too_many <= errors) begin
          $write("TOO MANY: result %0d, with %0d cases taken:", answered, accepted);
          $display("${formats(outputs)}", ${outputs.map(({ name }) => name).join(', ')});
        end
      end else begin
        word     = vectors[answered];
        expected = word[OUT-1:0];
        if (!same(found, expected)) begin
          mismatches = mismatches + 1;
          if (mismatches <= errors) print_mismatch;
          if (at_first != 0) stop;
        end
      end
      answered = answered + 1;
      // A design that answers without end is stopped.
      if (too_many > CASES) finish;
    end
  endtask

  // Whether a result is as expected. An unknown bit never is.
  function same(input [OUT-1:0] a, input [OUT-1:0] b);
    begin
      same = a === b;
${nanRule(outputs, outBits)}    end
  endfunction

  task print_mismatch;
    begin
      $write("MISMATCH case %0d (", answered);
      print_class(answered);
      $write("):${formats(inputs)}", ${inputs.map((field) => `word[${place(field)}]`).join(', ')});
      $write(", expected${formats(outputs)}", ${outputs.map((field) => `expected[${place(field)}]`).join(', ')});
      $display(", found${formats(outputs)}", ${outputs.map((field) => `found[${place(field)}]`).join(', ')});
    end
  endtask

  // +first: the verdict is clear, the rest is of no interest.
  task stop;
    begin
      $display("FAIL ${unit}: stopped at the first case that differs");
      $fatal;
    end
  endtask

  // The class that a case was made for.
  task print_class(input integer index);
    begin
${classChain(text.ranges)}
    end
  endtask

  task finish;
    begin
      if (dump != 0) begin
        $fdisplay(dump, "// end: %0d results", answered);
        $fclose(dump);
      end
      if (mismatches > errors) $display("... and %0d more mismatches (+errors=N prints more)", mismatches - errors);
      if (mismatches == 0 && too_many == 0 && answered == CASES) begin
        $display("PASS ${unit}: %0d cases", CASES);
        $finish;
      end else begin
        $write("FAIL ${unit}: %0d of %0d cases differ", mismatches, CASES);
        if (answered - too_many < CASES) $write(", %0d have no result (nothing happened for %0d cycles, %0d cases were taken)", CASES - answered + too_many, quiet, accepted);
        if (too_many > 0) $write(", %0d results too many", too_many);
        $display("");
        $fatal;
      end
    end
  endtask

endmodule
`;
}
function header({ unit, parameters, fields, set, cases }) {
    const list = Object.entries(parameters).map(([name, value]) => `${name}=${value}`).join(' ');
    const words = fields.map(({ name, width, lanes }) => `${name} ${lanes === 1 ? width : `${lanes} x ${width}`}`).join(', ');
    return `// Self-checking bench for ${unit}: ${cases} cases (set ${set}), written by mlsim vectors.
// ${list}
//
// It offers each line of vectors.hex to the module dut, in dut.sv, and compares each result with that of the line. A line is, from the top:
// ${words}.
//
// To run it (RTL is the folder rtl of mlsim; with a design of your own in dut.sv, name its files instead):
//   $ iverilog -g2012 -s tb -o sim tb.sv dut.sv $RTL/*.sv && vvp sim
//   $ verilator --binary --timing -Wno-fatal --top tb tb.sv dut.sv $RTL/*.sv && obj_dir/Vtb
//
// The last line is PASS or FAIL, and a failed run's exit status is not 0. Options, as vvp sim +NAME=VALUE or obj_dir/Vtb +NAME=VALUE:
//   +vectors=FILE  the cases; default vectors.hex
//   +dump=FILE     writes the design's results, one line each, as mlsim check reads them; +stamp puts the case's number before each
//   +nan=any       any NaN is right where one is expected; otherwise only 7fc00000
//   +errors=N      prints so many mismatches; default 10
//   +first         stops at the first mismatch
//   +timeout=N     a design that neither takes a case nor gives a result for so many cycles is hung; default ${HUNG_CYCLES}
//   +vcd=FILE      writes a waveform (Verilator: build it with --trace)`;
}
/** What $display prints fields with. */
function formats(fields) {
    return fields.map(({ name }) => ` ${name}=%h`).join('');
}
/** The field's bits in a line. */
function place({ msb, lsb }) {
    return msb === lsb ? String(msb) : `${msb}:${lsb}`;
}
/** With +nan=any, NaNs of a binary32 result are all alike. */
function nanRule(outputs, outBits) {
    if (outputs.length !== 1 || outputs[0].kind !== 'binary32')
        return '';
    return `      // The golden NaN is 7fc00000.
      if (any_nan != 0 && b === ${outBits}'h${'7fc00000'.padStart(hexDigits(outBits), '0')} && (&a[30:23]) === 1'b1 && (|a[22:0]) === 1'b1 && (^a) !== 1'bx) same = 1'b1;
`;
}
function classChain(ranges) {
    return ranges.map(({ name, first, count }, i) => {
        const last = i === ranges.length - 1;
        return `      ${i === 0 ? '' : 'else '}${last && i > 0 ? '' : `if (index < ${first + count}) `}$write("${name}");`;
    }).join('\n');
}
//# sourceMappingURL=unit-bench.js.map