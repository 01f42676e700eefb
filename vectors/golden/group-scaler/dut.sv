// As written by mlsim, 6045ddfea98dfc80. A changed file is kept when the set is written again.
// The design under test for the group-scaler vectors beside this file.
//
// Here it is the reference RTL, module group_scaler, which is combinational. To check a design of your own, put it in the place of
// "reference" below. A combinational design answers in the same cycle, as here. A pipelined or multi-cycle one drives
// in_ready and out_valid: it takes a case where in_valid and in_ready are high, and gives one result for each case, in order.
module dut (
  input  logic clk,           // cases are offered and results taken at its rising edges
  input  logic reset,         // high for the first cycles, before any case
  input  logic in_valid,      // a case is offered: its inputs stand until it is taken
  output logic in_ready,      // the case is taken at the next rising edge
  input  logic [31:0] sum,    // two's complement
  input  logic [8:0] scale_x, // group scale code <8,1>
  input  logic [8:0] scale_y, // group scale code <8,1>
  output logic out_valid,     // the result of the next case, in order, is there at the next rising edge
  output logic [35:0] q,      // two's complement
  output logic [10:0] lsb     // two's complement
);

  assign in_ready  = 1'b1;
  assign out_valid = in_valid;

  group_scaler #(
    .WIDTH(32),
    .E_X(2),
    .M_X(4),
    .E_Y(2),
    .M_Y(4),
    .EG_X(8),
    .MG_X(1),
    .EG_Y(8),
    .MG_Y(1)
  ) reference (
    .sum(sum),
    .scale_x(scale_x),
    .scale_y(scale_y),
    .q(q),
    .lsb(lsb)
  );

endmodule
