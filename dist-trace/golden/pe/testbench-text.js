/** An element's bench down to its clock: what it says of itself, its files and options, and what happens in a cycle. */
export function benchHeader(set) {
    return `// Self-checking bench of a processing element, vector set ${set}: plays stimulus.hex to module dut, a word a cycle, and compares what comes
// out with the golden results. Your design goes into dut.sv; nothing here needs a change.
//
// To run it (RTL is the folder rtl of mlsim; with a design of your own in dut.sv, name its files instead):
//   $ iverilog -g2012 -s tb -o sim tb.sv dut.sv $RTL/*.sv && vvp sim +check_cycles +check_registers
//   $ verilator --binary --timing -Wno-fatal --top tb tb.sv dut.sv $RTL/*.sv && obj_dir/Vtb +check_cycles +check_registers
//
// +check_cycles          an output has to come in its golden cycle; without it, only in order
// +check_registers       compares all registers in every cycle, and names the first that differs
// +errors=N              how many mismatches are printed (10)
// +stimulus=FILE +outputs=FILE +registers=FILE    the set's files (stimulus.hex, outputs.hex, registers.hex)
// +dump=FILE             writes the outputs, +dump_registers=FILE the registers of every cycle, for mlsim check
// +first                 stops at the first mismatch
// +stamp                 puts the cycle before each word of a dump
// +vcd=FILE              writes a waveform; Verilator needs --trace
//
// The last line is PASS or FAIL; a failed run ends with $fatal. Resets hit a full pipeline, so a design with another latency loses other
// outputs in them. No output is ever infinite or a NaN.
\`timescale 1ns / 1ps
`;
}
/** The clock, memories and options, and what happens in a cycle. */
export function benchTop(set) {
    return `  // A design that is late, without +check_cycles, has so many cycles more.
  localparam integer PATIENCE = 1000;
  localparam integer NAME = 8 * 1024;

  reg clk = 1'b0;
  always #5 clk = ~clk;

  // The cycle, counted from that of the first stimulus word. In the two before it reset is high.
  reg signed [31:0] cycle = -2;
  reg [STIMULUS_BITS-1:0] word = {1'b1, {(STIMULUS_BITS - 1) {1'b0}}};

  reg [STIMULUS_BITS-1:0] stimulus[0:CYCLES-1];
  reg [63:0] outputs[0:OUTPUTS-1];  // {cycle, out}
  reg [REGISTER_BITS-1:0] golden_registers[0:CYCLES-1];

  reg [NAME-1:0] file;
  reg check_cycles, check_registers, stamp, at_first;
  integer errors, dump, dump_registers, handle;

  integer next = 0;  // the output that is waited for
  integer differ = 0, missing = 0, left_over = 0, unknown = 0, register_cycles = 0;
  integer results = 0, printed = 0;
  reg ended = 1'b0;

  initial begin
    if (!$value$plusargs("stimulus=%s", file)) file = "stimulus.hex";
    need_file;
    $readmemh(file, stimulus);
    if (^stimulus[CYCLES-1] === 1'bx) stop_short;
    if (!$value$plusargs("outputs=%s", file)) file = "outputs.hex";
    need_file;
    $readmemh(file, outputs);
    if (^outputs[OUTPUTS-1] === 1'bx) stop_short;
    check_registers = $test$plusargs("check_registers") != 0;
    if (check_registers) begin
      if (!$value$plusargs("registers=%s", file)) file = "registers.hex";
      need_file;
      $readmemh(file, golden_registers);
      if (^golden_registers[CYCLES-1] === 1'bx) stop_short;
    end
    check_cycles = $test$plusargs("check_cycles") != 0;
    stamp = $test$plusargs("stamp") != 0;
    at_first = $test$plusargs("first") != 0;
    if (!$value$plusargs("errors=%d", errors)) errors = 10;
    dump = 0;
    if ($value$plusargs("dump=%s", file)) begin
      dump = $fopen(file, "w");
      start_dump(dump);
    end
    dump_registers = 0;
    if ($value$plusargs("dump_registers=%s", file)) begin
      dump_registers = $fopen(file, "w");
      start_dump(dump_registers);
    end
    if ($value$plusargs("vcd=%s", file)) begin
      $dumpfile(file);
      $dumpvars(0, tb);
    end
  end

  task need_file;
    begin
      handle = $fopen(file, "r");
      if (handle == 0) begin
        $display("FAIL pe: %0s: cannot be read", file);
        $fatal;
      end
      $fclose(handle);
    end
  endtask

  task stop_short;
    begin
      $display("FAIL pe: %0s: has fewer words than this set", file);
      $fatal;
    end
  endtask

  task start_dump(input integer opened);
    begin
      if (opened == 0) begin
        $display("FAIL pe: %0s: cannot be written", file);
        $fatal;
      end
      $fdisplay(opened, "// mlsim dump: unit pe, set ${set}");
    end
  endtask

  // At a rising edge everything still has the values of the cycle that ends.
  always @(posedge clk)
    if (!ended) begin
      if (cycle >= 0) begin
        take_output;
        if (cycle < CYCLES) take_registers;
      end
      if (at_first && printed > 0) begin
        $display("FAIL pe: stopped at the first mismatch");
        $fatal;
      end
      if (cycle >= CYCLES - 1 && (check_cycles || next >= OUTPUTS || cycle >= CYCLES - 1 + PATIENCE)) finish_run;
      // The last word is idle, and stays.
      if (cycle + 1 >= 0 && cycle + 1 < CYCLES) word <= stimulus[cycle+1];
      cycle <= cycle + 1;
    end
`;
}
//# sourceMappingURL=testbench-text.js.map