// As written by mlsim, 9614a2e2ea385c2d. A changed file is kept when the set is written again.
// The design under test for the quantizer vectors beside this file.
//
// Here it is the reference RTL, module quantizer, which is combinational. To check a design of your own, put it in the place of
// "reference" below. A combinational design answers in the same cycle, as here. A pipelined or multi-cycle one drives
// in_ready and out_valid: it takes a case where in_valid and in_ready are high, and gives one result for each case, in order.
module dut (
  input  logic clk,                 // cases are offered and results taken at its rising edges
  input  logic reset,               // high for the first cycles, before any case
  input  logic in_valid,            // a case is offered: its inputs stand until it is taken
  output logic in_ready,            // the case is taken at the next rising edge
  input  logic [31:0] x,            // binary32
  input  logic [31:0] tensor_scale, // binary32
  input  logic [8:0] scale,         // group scale code <8,1>
  input  logic [15:0] random,       // unsigned
  output logic out_valid,           // the result of the next case, in order, is there at the next rising edge
  output logic [6:0] code           // element code <2,4>
);

  assign in_ready  = 1'b1;
  assign out_valid = in_valid;

  quantizer #(
    .E(2),
    .M(4),
    .EG(8),
    .MG(1),
    .ROUNDING(1),
    .RANDOM_BITS(16),
    .CARRY(1)
  ) reference (
    .x(x),
    .tensor_scale(tensor_scale),
    .scale(scale),
    .random(random),
    .code(code)
  );

endmodule
