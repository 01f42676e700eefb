// As written by mlsim, 46a134cc439c5678. A changed file is kept when the set is written again.
// The design under test for the accumulator vectors beside this file.
//
// Here it is the reference RTL, module accumulator, which is combinational. To check a design of your own, put it in the place of
// "reference" below. A combinational design answers in the same cycle, as here. A pipelined or multi-cycle one drives
// in_ready and out_valid: it takes a case where in_valid and in_ready are high, and gives one result for each case, in order.
module dut (
  input  logic clk,            // cases are offered and results taken at its rising edges
  input  logic reset,          // high for the first cycles, before any case
  input  logic in_valid,       // a case is offered: its inputs stand until it is taken
  output logic in_ready,       // the case is taken at the next rising edge
  input  logic first,          // flag
  input  logic [7:0] sum,      // two's complement
  input  logic overflow,       // flag
  input  logic [14:0] product, // two's complement
  output logic out_valid,      // the result of the next case, in order, is there at the next rising edge
  output logic [7:0] next_sum, // two's complement
  output logic next_overflow   // flag
);

  assign in_ready  = 1'b1;
  assign out_valid = in_valid;

  accumulator #(
    .WIDTH(8),
    .PRODUCT_BITS(15),
    .SATURATE(1)
  ) reference (
    .first(first),
    .sum(sum),
    .overflow(overflow),
    .product(product),
    .next_sum(next_sum),
    .next_overflow(next_overflow)
  );

endmodule
