// As written by mlsim, c0a7a95617c2e3d6. A changed file is kept when the set is written again.
// The design under test for the multiplier vectors beside this file.
//
// Here it is the reference RTL, module multiplier, which is combinational. To check a design of your own, put it in the place of
// "reference" below. A combinational design answers in the same cycle, as here. A pipelined or multi-cycle one drives
// in_ready and out_valid: it takes a case where in_valid and in_ready are high, and gives one result for each case, in order.
module dut (
  input  logic clk,            // cases are offered and results taken at its rising edges
  input  logic reset,          // high for the first cycles, before any case
  input  logic in_valid,       // a case is offered: its inputs stand until it is taken
  output logic in_ready,       // the case is taken at the next rising edge
  input  logic [6:0] x,        // element code <2,4>
  input  logic [6:0] y,        // element code <2,4>
  output logic out_valid,      // the result of the next case, in order, is there at the next rising edge
  output logic [14:0] product  // two's complement
);

  assign in_ready  = 1'b1;
  assign out_valid = in_valid;

  multiplier #(
    .E_X(2),
    .M_X(4),
    .E_Y(2),
    .M_Y(4)
  ) reference (
    .x(x),
    .y(y),
    .product(product)
  );

endmodule
