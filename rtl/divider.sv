// Divider of normalized numbers, combinational: restoring, one quotient bit a step.
//
//     quotient = floor(dividend * 2^(QUOTIENT_BITS-1) / divisor),   inexact = something is left
//
// Needs divisor <= dividend < 2 * divisor; the top bit of the quotient is then 1.
module divider #(
  parameter int DIVISOR_BITS  = 26,
  parameter int QUOTIENT_BITS = 6
) (
  input  logic [DIVISOR_BITS:0]    dividend,
  input  logic [DIVISOR_BITS-1:0]  divisor,
  output logic [QUOTIENT_BITS-1:0] quotient,
  output logic                     inexact
);
  function automatic logic [QUOTIENT_BITS:0] divide(input logic [DIVISOR_BITS:0] numerator, input logic [DIVISOR_BITS-1:0] denominator);
    // Below twice the divisor before each step, so that one subtraction is enough, and one bit more than the divisor's holds it.
    logic [DIVISOR_BITS:0]    remainder;
    logic [QUOTIENT_BITS-1:0] bits;
    remainder = numerator;
    for (int i = QUOTIENT_BITS - 1; i >= 0; i--) begin
      bits[i] = remainder >= {1'b0, denominator};
      if (bits[i]) remainder = remainder - {1'b0, denominator};
      remainder = remainder << 1;
    end
    divide = {bits, remainder != '0};
  endfunction

  assign {quotient, inexact} = divide(dividend, divisor);
endmodule
