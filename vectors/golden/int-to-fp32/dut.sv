// As written by mlsim, 854319bca48e92c7. A changed file is kept when the set is written again.
// The design under test for the int-to-fp32 vectors beside this file.
//
// Here it is the reference RTL, module int_to_fp32, which is combinational. To check a design of your own, put it in the place of
// "reference" below. A combinational design answers in the same cycle, as here. A pipelined or multi-cycle one drives
// in_ready and out_valid: it takes a case where in_valid and in_ready are high, and gives one result for each case, in order.
module dut (
  input  logic clk,           // cases are offered and results taken at its rising edges
  input  logic reset,         // high for the first cycles, before any case
  input  logic in_valid,      // a case is offered: its inputs stand until it is taken
  output logic in_ready,      // the case is taken at the next rising edge
  input  logic [35:0] q,      // two's complement
  input  logic [10:0] lsb,    // two's complement
  output logic out_valid,     // the result of the next case, in order, is there at the next rising edge
  output logic [31:0] result  // binary32
);

  assign in_ready  = 1'b1;
  assign out_valid = in_valid;

  int_to_fp32 #(
    .Q_BITS(36),
    .LSB_BITS(11),
    .FLUSH_TO_ZERO(0)
  ) reference (
    .q(q),
    .lsb(lsb),
    .result(result)
  );

endmodule
