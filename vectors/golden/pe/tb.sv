// Self-checking bench of a processing element, vector set 06dd15d7669053ee: plays stimulus.hex to module dut, a word a cycle, and compares what comes
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
`timescale 1ns / 1ps

module tb;

  localparam integer CYCLES = 848;
  localparam integer OUTPUTS = 60;
  localparam integer STIMULUS_BITS = 139;
  localparam integer REGISTER_BITS = 1103;
  localparam [31:0] TENSOR_SCALE = 32'h3f69a94f;

  // A design that is late, without +check_cycles, has so many cycles more.
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
      $fdisplay(opened, "// mlsim dump: unit pe, set 06dd15d7669053ee");
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

  // The design and its wires.
  wire            reset;
  wire            in_valid;
  wire            in_first;
  wire            in_last;
  wire            in_chunk_first;
  wire            in_chunk_last;
  wire            in_context;
  wire [3:0]      in_lane_valid;
  wire [27:0]     in_x;
  wire [27:0]     in_y;
  wire [35:0]     in_scale_x;
  wire [35:0]     in_scale_y;
  wire            out_valid;
  wire [31:0]     out;
  wire [1102:0]   registers;

  assign {reset, in_valid, in_first, in_last, in_chunk_first, in_chunk_last, in_context, in_lane_valid, in_x, in_y, in_scale_x, in_scale_y} = word;

  dut dut (
      .clk(clk),
      .tensor_scale(TENSOR_SCALE),
      .reset(reset),
      .in_valid(in_valid),
      .in_first(in_first),
      .in_last(in_last),
      .in_chunk_first(in_chunk_first),
      .in_chunk_last(in_chunk_last),
      .in_context(in_context),
      .in_lane_valid(in_lane_valid),
      .in_x(in_x),
      .in_y(in_y),
      .in_scale_x(in_scale_x),
      .in_scale_y(in_scale_y),
      .out_valid(out_valid),
      .out(out),
      .registers(registers)
  );

  function say(input integer unused);
    begin
      say = printed < errors;
      printed = printed + 1;
    end
  endfunction

  task take_output;
    reg due;  // with +check_cycles: the golden results have an output in this cycle
    begin
      due = next < OUTPUTS && (!check_cycles || outputs[next][63:32] == cycle);
      if (out_valid === 1'b1) begin
        if (dump != 0) begin
          if (stamp) $fwrite(dump, "%0d: ", cycle);
          $fdisplay(dump, "%h", out);
          results = results + 1;
        end
        if (!due) begin
          left_over = left_over + 1;
          if (say(0)) $display("MISMATCH cycle %0d (%0s): output %h, expected none", cycle, class_of(cycle), out);
        end else if (out !== outputs[next][31:0]) begin
          differ = differ + 1;
          if (say(0))
            $display("MISMATCH cycle %0d (%0s): output %0d: expected %h, found %h", cycle, class_of(outputs[next][63:32]), next, outputs[next][31:0], out);
        end
      end else if (out_valid !== 1'b0) begin
        unknown = unknown + 1;
        if (say(0)) $display("MISMATCH cycle %0d (%0s): out_valid is %b", cycle, class_of(cycle), out_valid);
      end else if (check_cycles && due) begin
        missing = missing + 1;
        if (say(0)) $display("MISMATCH cycle %0d (%0s): output %0d: expected %h, found none", cycle, class_of(cycle), next, outputs[next][31:0]);
      end
      if (due && (check_cycles || out_valid === 1'b1)) next = next + 1;
    end
  endtask

  reg [REGISTER_BITS-1:0] golden;

  task take_registers;
    begin
      if (dump_registers != 0) begin
        if (stamp) $fwrite(dump_registers, "%0d: ", cycle);
        $fdisplay(dump_registers, "%h", registers);
      end
      if (check_registers) begin
        golden = golden_registers[cycle];
        if (registers !== golden) begin
          register_cycles = register_cycles + 1;
          if (say(0)) find_register;
        end
      end
    end
  endtask

  reg found;

  // Prints the first lane of a field that differs, unless an earlier field did.
  task look(input [8*32-1:0] name, input integer lsb, input integer width, input integer lanes);
    integer lane;
    reg [127:0] mask, expected, actual;
    begin
      mask = (128'd1 << width) - 128'd1;
      for (lane = 0; lane < lanes && !found; lane = lane + 1) begin
        expected = 128'(golden >> (lsb + lane * width)) & mask;
        actual = 128'(registers >> (lsb + lane * width)) & mask;
        if (actual !== expected) begin
          found = 1'b1;
          if (lanes == 1) $display("MISMATCH cycle %0d (%0s): %0s: expected %0h, found %0h", cycle, class_of(cycle), name, expected, actual);
          else $display("MISMATCH cycle %0d (%0s): %0s[%0d]: expected %0h, found %0h", cycle, class_of(cycle), name, lane, expected, actual);
        end
      end
    end
  endtask

  task finish_run;
    begin
      ended = 1'b1;
      missing = missing + OUTPUTS - next;
      if (dump != 0) begin
        $fdisplay(dump, "// end: %0d results", results);
        $fclose(dump);
      end
      if (dump_registers != 0) begin
        $fdisplay(dump_registers, "// end: %0d results", CYCLES);
        $fclose(dump_registers);
      end
      if (printed > errors) $display("... and %0d more mismatches (+errors=N prints more)", printed - errors);
      if (differ + missing + left_over + unknown + register_cycles == 0) begin
        $write("PASS pe: %0d outputs in %0d cycles", OUTPUTS, CYCLES);
        if (check_cycles) $write(", each in its own");
        if (check_registers) $write(", all registers");
        $display("");
        $finish;
      end else begin
        $write("FAIL pe: %0d of %0d outputs differ, %0d missing, %0d left over", differ, OUTPUTS, missing, left_over);
        if (unknown != 0) $write(", out_valid unknown in %0d cycles", unknown);
        if (check_registers) $write(", registers differ in %0d of %0d cycles", register_cycles, CYCLES);
        $display("");
        $fatal;
      end
    end
  endtask

  // All register fields from the top of the word: name, place of lane 0, bits of a lane, lanes (or nodes, stages, contexts).
  task find_register;
    begin
      found = 1'b0;
      look("valid", 1087, 1, 16);
      look("M.first", 1086, 1, 1);
      look("last", 1084, 1, 2);
      look("M.lane_valid", 1080, 1, 4);
      look("A.lane_valid", 1076, 1, 4);
      look("S.lane_valid", 1072, 1, 4);
      look("chunk_first", 1062, 1, 10);
      look("chunk_last", 1049, 1, 13);
      look("context", 1036, 1, 13);
      look("M.scale_x", 1000, 9, 4);
      look("A.scale_x", 964, 9, 4);
      look("M.scale_y", 928, 9, 4);
      look("A.scale_y", 892, 9, 4);
      look("M.product", 832, 15, 4);
      look("A.sum", 768, 16, 4);
      look("A.overflow", 764, 1, 4);
      look("S.q", 684, 20, 4);
      look("S.lsb", 640, 11, 4);
      look("C.term", 512, 32, 4);
      look("T.level1.stage0.sum", 448, 32, 2);
      look("T.level1.stage1.sum", 384, 32, 2);
      look("T.level1.stage2.sum", 320, 32, 2);
      look("T.level2.stage0.sum", 288, 32, 1);
      look("T.level2.stage1.sum", 256, 32, 1);
      look("T.level2.stage2.sum", 224, 32, 1);
      look("R.stage.sum", 160, 32, 2);
      look("R.context.sum", 96, 32, 2);
      look("Z.stage.output", 0, 32, 3);
    end
  endtask

  // What a cycle was made for.
  function [8*24-1:0] class_of(input integer at);
    begin
      class_of = "reset";
      if (at >= 0) class_of = "plain";
      if (at >= 45) class_of = "idle-lanes";
      if (at >= 81) class_of = "back-to-back";
      if (at >= 112) class_of = "stalls";
      if (at >= 148) class_of = "interleave";
      if (at >= 194) class_of = "long-groups";
      if (at >= 244) class_of = "bubbles";
      if (at >= 290) class_of = "running-sum";
      if (at >= 366) class_of = "extreme-codes";
      if (at >= 427) class_of = "accumulator-limits";
      if (at >= 463) class_of = "scale-mantissas";
      if (at >= 483) class_of = "scale-exponents";
      if (at >= 506) class_of = "subnormals";
      if (at >= 530) class_of = "negative-zeros";
      if (at >= 552) class_of = "rounding";
      if (at >= 582) class_of = "cancellation";
      if (at >= 618) class_of = "zeros";
      if (at >= 641) class_of = "reset-full";
      if (at >= 684) class_of = "reset-midway";
      if (at >= 712) class_of = "reset-held";
      if (at >= 762) class_of = "random";
    end
  endfunction

endmodule
