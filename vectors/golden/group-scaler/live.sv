// Live bench for group-scaler, written by mlsim vectors: random operands go to the design and to the model at the same time, without a file between them.
//
// Two pipes carry the words of a case to "mlsim eval" and its answer back. RTL is the folder rtl of mlsim.
//   $ mkfifo ask answer
//   $ mlsim eval group-scaler --acc-width 32 --element 2,4 --scale 8,1 < ask > answer &
//   $ iverilog -g2012 -s live -o live.vvp live.sv dut.sv $RTL/*.sv && vvp -n live.vvp
// or
//   $ mlsim eval group-scaler --acc-width 32 --element 2,4 --scale 8,1 < ask > answer &
//   $ verilator --binary --timing -Wno-fatal --top live --Mdir obj_live live.sv dut.sv $RTL/*.sv && obj_live/Vlive
//
// The last line is PASS or FAIL, and a failed run's exit status is not 0. Options:
//   +count=N   cases; default 10000          +seed=N    another run of operands; default 1
//   +errors=N  mismatches printed; default 10   +ask=FILE +answer=FILE  the pipes
//   +nan=any   any NaN is right where one is expected
`timescale 1ns / 1ps

module live;

  localparam integer IN_FLIGHT = 1024;
  localparam integer HUNG      = 10000;

  reg  clk      = 1'b0;
  reg  reset    = 1'b1;
  reg  in_valid = 1'b0;
  wire in_ready;
  wire out_valid;
  reg  [31:0] sum;
  reg  [8:0] scale_x;
  reg  [8:0] scale_y;
  wire [35:0] q;
  wire [10:0] lsb;

  dut dut (
    .clk(clk),
    .reset(reset),
    .in_valid(in_valid),
    .in_ready(in_ready),
    .sum(sum),
    .scale_x(scale_x),
    .scale_y(scale_y),
    .out_valid(out_valid),
    .q(q),
    .lsb(lsb)
  );

  always #5 clk = !clk;

  reg [8*1024-1:0] path;
  integer ask;
  integer answer;
  integer count      = 10000;
  integer errors     = 10;
  integer any_nan    = 0;
  integer offered    = 0;
  integer accepted   = 0;
  integer answered   = 0;
  integer mismatches = 0;
  integer quiet      = 0;
  integer edges      = 0;
  integer got;

  // What was asked for the cases under way, and what the model says.
  reg [31:0] asked_sum [0:IN_FLIGHT-1];
  reg [8:0] asked_scale_x [0:IN_FLIGHT-1];
  reg [8:0] asked_scale_y [0:IN_FLIGHT-1];
  reg [35:0] golden_q;
  reg [10:0] golden_lsb;

  // Marsaglia's xorshift64: the same operands in every simulator.
  reg [63:0] state = 64'h9e3779b97f4a7c15;
  function [31:0] draw(input integer unused);
    begin
      state = state ^ (state << 13);
      state = state ^ (state >> 7);
      state = state ^ (state << 17);
      draw = state[47:16];
    end
  endfunction

  // A binary32 operand: any bits, an exponent near another's, few or many ones in the fraction, or a special one.
  function [31:0] draw_binary32(input [31:0] other);
    reg [31:0] bits;
    begin
      bits = draw(0);
      case (draw(0) & 7)
        0: draw_binary32 = {bits[31], other[30:23] + {4'd0, bits[26:23]} - 8'd7, bits[22:0]};
        1: draw_binary32 = {bits[31], other[30:23], other[22:0] ^ (bits[22:0] >> (bits[30:26] % 24))};
        2: draw_binary32 = {bits[31:23], 23'd0};
        3: draw_binary32 = {bits[31:23], 23'h7fffff ^ (bits[22:0] >> 16)};
        4: draw_binary32 = {bits[31], {8{bits[30]}}, bits[29] ? bits[22:0] : 23'd0};
        default: draw_binary32 = bits;
      endcase
    end
  endfunction

  task draw_operands;
    integer bit_count;
    begin
      sum = draw(0);
      scale_x = draw(0);
      scale_y = draw(0);
    end
  endtask

  initial begin
    path = "ask";
    if ($value$plusargs("ask=%s", path)) begin end
    ask = $fopen(path, "w");
    path = "answer";
    if ($value$plusargs("answer=%s", path)) begin end
    answer = $fopen(path, "r");
    if (ask == 0 || answer == 0) begin
      $display("FAIL group-scaler: the pipes ask and answer cannot be opened (mkfifo ask answer)");
      $fatal;
    end
    if ($value$plusargs("count=%d", count)) begin end
    if ($value$plusargs("errors=%d", errors)) begin end
    if ($value$plusargs("seed=%d", got)) state = state ^ {got, got * 32'h85ebca6b};
    if ($test$plusargs("nan=any")) any_nan = 1;
  end

  always @(posedge clk) begin
    edges = edges + 1;
    if (edges == 4) reset <= 1'b0;
  end

  always @(posedge clk) if (!reset) begin
    quiet = quiet + 1;
    if (in_valid && in_ready === 1'b1) begin
      asked_sum[accepted % IN_FLIGHT] = sum;
      asked_scale_x[accepted % IN_FLIGHT] = scale_x;
      asked_scale_y[accepted % IN_FLIGHT] = scale_y;
      $fdisplay(ask, "%h %h %h", sum, scale_x, scale_y);
      $fflush(ask);
      accepted = accepted + 1;
      quiet = 0;
    end
    if (out_valid === 1'b1) begin
      take_result;
      quiet = 0;
    end
    if (!in_valid || in_ready === 1'b1) begin
      if (accepted < count && accepted - answered < IN_FLIGHT) begin
        draw_operands;
        in_valid <= 1'b1;
      end else in_valid <= 1'b0;
    end
    if (answered >= count || quiet >= HUNG) finish;
  end

  task take_result;
    begin
      if (answered >= accepted) begin
        $display("FAIL group-scaler: result %0d, with %0d cases taken", answered, accepted);
        $fatal;
      end
      got = $fscanf(answer, "%h %h", golden_q, golden_lsb);
      if (got != 2) begin
        $display("FAIL group-scaler: no answer to case %0d: has mlsim eval stopped?", answered);
        $fatal;
      end
      if (!(q === golden_q && lsb === golden_lsb)) begin
        mismatches = mismatches + 1;
        if (mismatches <= errors)
          $display("MISMATCH case %0d: sum=%h scale_x=%h scale_y=%h, expected q=%h lsb=%h, found q=%h lsb=%h", answered, asked_sum[answered % IN_FLIGHT], asked_scale_x[answered % IN_FLIGHT], asked_scale_y[answered % IN_FLIGHT], golden_q, golden_lsb, q, lsb);
      end
      answered = answered + 1;
    end
  endtask

  task finish;
    begin
      if (mismatches == 0 && answered >= count) begin
        $display("PASS group-scaler: %0d live cases", answered);
        $finish;
      end else begin
        $display("FAIL group-scaler: %0d of %0d live cases differ, %0d have no result", mismatches, count, count - answered);
        $fatal;
      end
    end
  endtask

endmodule
