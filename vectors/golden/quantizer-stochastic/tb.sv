// Self-checking bench for quantizer: 2000 cases (set 93de7ffcd12c6a85), written by mlsim vectors.
// E=2 M=4 EG=8 MG=1 ROUNDING=1 RANDOM_BITS=16 CARRY=1
//
// It offers each line of vectors.hex to the module dut, in dut.sv, and compares each result with that of the line. A line is, from the top:
// x 32, tensor_scale 32, scale 9, random 16, code 7.
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
//   +timeout=N     a design that neither takes a case nor gives a result for so many cycles is hung; default 10000
//   +vcd=FILE      writes a waveform (Verilator: build it with --trace)
`timescale 1ns / 1ps

module tb;

  localparam integer CASES    = 2000;
  localparam integer WORD     = 96;  // bits of a line: x, tensor_scale, scale, random, code
  localparam integer OUT      = 7;  // the results, at the low end of a line
  localparam integer RESET    = 4;  // rising edges under reset
  localparam integer DRAIN    = 64;  // cycles after the last result in which another one would be one too many

  reg [WORD-1:0] vectors [0:CASES-1];

  reg         clk      = 1'b0;
  reg         reset    = 1'b1;
  reg  [31:0] cycle    = 32'hffffffff;  // 0: the first case is offered
  reg         in_valid = 1'b0;
  wire        in_ready;
  wire        out_valid;

  // The case on offer.
  reg [WORD-1:0] offered = {WORD{1'b0}};
  wire [31:0] x = offered[95:64];
  wire [31:0] tensor_scale = offered[63:32];
  wire [8:0] scale = offered[31:23];
  wire [15:0] random = offered[22:7];

  // What the design answers, and what it should.
  wire [6:0] code;
  wire [OUT-1:0] found = code;

  dut dut (
    .clk(clk),
    .reset(reset),
    .in_valid(in_valid),
    .in_ready(in_ready),
    .x(x),
    .tensor_scale(tensor_scale),
    .scale(scale),
    .random(random),
    .out_valid(out_valid),
    .code(code)
  );

  always #5 clk = !clk;

  // Files and options.
  reg [8*1024-1:0] path;
  integer file;
  integer dump       = 0;
  integer stamp      = 0;
  integer any_nan    = 0;
  integer errors     = 10;
  integer at_first   = 0;
  integer timeout    = 10000;

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
      $display("FAIL quantizer: %0s: cannot be read (see +vectors=FILE)", path);
      $fatal;
    end
    $fclose(file);
    $readmemh(path, vectors);
    if (^vectors[CASES-1] === 1'bx) begin
      $display("FAIL quantizer: %0s: fewer than %0d words, or x in the last one", path, CASES);
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
        $display("FAIL quantizer: %0s: cannot be written", path);
        $fatal;
      end
      $fdisplay(dump, "// mlsim dump: unit quantizer, set 93de7ffcd12c6a85");
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
          $display(" code=%h", code);
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
    end
  endfunction

  task print_mismatch;
    begin
      $write("MISMATCH case %0d (", answered);
      print_class(answered);
      $write("): x=%h tensor_scale=%h scale=%h random=%h", word[95:64], word[63:32], word[31:23], word[22:7]);
      $write(", expected code=%h", expected[6:0]);
      $display(", found code=%h", found[6:0]);
    end
  endtask

  // +first: the verdict is clear, the rest is of no interest.
  task stop;
    begin
      $display("FAIL quantizer: stopped at the first case that differs");
      $fatal;
    end
  endtask

  // The class that a case was made for.
  task print_class(input integer index);
    begin
      if (index < 167) $write("ties");
      else if (index < 334) $write("near ties");
      else if (index < 585) $write("exact codes");
      else if (index < 752) $write("near codes");
      else if (index < 917) $write("mantissa overflow");
      else if (index < 953) $write("smallest normal code");
      else if (index < 985) $write("half of the smallest code");
      else if (index < 1038) $write("one");
      else if (index < 1053) $write("zeros");
      else if (index < 1276) $write("every scale");
      else if (index < 1387) $write("every tensor scale");
      else if (index < 1468) $write("subnormal numbers");
      else if (index < 1490) $write("ends of the exponents");
      else if (index < 1547) $write("far below");
      else if (index < 1634) $write("every code");
      else if (index < 1797) $write("any numbers");
      else if (index < 1863) $write("random extremes");
      else if (index < 1929) $write("random threshold");
      else $write("random bits");
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
        $display("PASS quantizer: %0d cases", CASES);
        $finish;
      end else begin
        $write("FAIL quantizer: %0d of %0d cases differ", mismatches, CASES);
        if (answered - too_many < CASES) $write(", %0d have no result (nothing happened for %0d cycles, %0d cases were taken)", CASES - answered + too_many, quiet, accepted);
        if (too_many > 0) $write(", %0d results too many", too_many);
        $display("");
        $fatal;
      end
    end
  endtask

endmodule
