// Live bench for quantizer, written by mlsim vectors: random operands go to the design and to the model at the same time, without a file between them.
//
// Two pipes carry the words of a case to "mlsim eval" and its answer back. RTL is the folder rtl of mlsim.
//   $ mkfifo ask answer
//   $ mlsim eval quantizer --element 2,4 --scale 8,1 --rounding stochastic --random-bits 16 --mantissa-overflow carry < ask > answer &
//   $ iverilog -g2012 -s live -o live.vvp live.sv dut.sv $RTL/*.sv && vvp -n live.vvp
// or
//   $ mlsim eval quantizer --element 2,4 --scale 8,1 --rounding stochastic --random-bits 16 --mantissa-overflow carry < ask > answer &
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
  reg  [31:0] x;
  reg  [31:0] tensor_scale;
  reg  [8:0] scale;
  reg  [15:0] random;
  wire [6:0] code;

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
  reg [31:0] asked_x [0:IN_FLIGHT-1];
  reg [31:0] asked_tensor_scale [0:IN_FLIGHT-1];
  reg [8:0] asked_scale [0:IN_FLIGHT-1];
  reg [15:0] asked_random [0:IN_FLIGHT-1];
  reg [6:0] golden_code;

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

  // An exponent below that of scale x tensor_scale, by 1 to 16.
  function [31:0] draw_scaled(input [31:0] tensor, input integer scale_exponent);
    reg [31:0] bits;
    integer    exponent;
    begin
      bits = draw(0);
      exponent = tensor[30:23] - scale_exponent - 1 - (draw(0) & 15);
      draw_scaled = exponent < 0 ? {bits[31], 31'd0} : {bits[31], exponent[7:0], bits[22:0]};
    end
  endfunction

  task draw_operands;
    integer bit_count;
    begin
      tensor_scale = {1'b0, 8'd1 + (draw(0) & 8'hff) % 8'd254, 23'd0} | (draw(0) & 32'h7fffff);
      scale = draw(0);
      x = draw_scaled(tensor_scale, scale >> 1);
      random = draw(0);
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
      $display("FAIL quantizer: the pipes ask and answer cannot be opened (mkfifo ask answer)");
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
      asked_x[accepted % IN_FLIGHT] = x;
      asked_tensor_scale[accepted % IN_FLIGHT] = tensor_scale;
      asked_scale[accepted % IN_FLIGHT] = scale;
      asked_random[accepted % IN_FLIGHT] = random;
      $fdisplay(ask, "%h %h %h %h", x, tensor_scale, scale, random);
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
        $display("FAIL quantizer: result %0d, with %0d cases taken", answered, accepted);
        $fatal;
      end
      got = $fscanf(answer, "%h", golden_code);
      if (got != 1) begin
        $display("FAIL quantizer: no answer to case %0d: has mlsim eval stopped?", answered);
        $fatal;
      end
      if (!(code === golden_code)) begin
        mismatches = mismatches + 1;
        if (mismatches <= errors)
          $display("MISMATCH case %0d: x=%h tensor_scale=%h scale=%h random=%h, expected code=%h, found code=%h", answered, asked_x[answered % IN_FLIGHT], asked_tensor_scale[answered % IN_FLIGHT], asked_scale[answered % IN_FLIGHT], asked_random[answered % IN_FLIGHT], golden_code, code);
      end
      answered = answered + 1;
    end
  endtask

  task finish;
    begin
      if (mismatches == 0 && answered >= count) begin
        $display("PASS quantizer: %0d live cases", answered);
        $finish;
      end else begin
        $display("FAIL quantizer: %0d of %0d live cases differ, %0d have no result", mismatches, count, count - answered);
        $fatal;
      end
    end
  endtask

endmodule
