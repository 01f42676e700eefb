// Takes a finite binary32 magnitude (a number without its sign bit) apart.
//
//     magnitude = significand * 2^(exponent - 150)
//
// A normal number has its hidden bit in significand[23]. A subnormal one has none, and the exponent of the smallest normal numbers, 1. With
// FLUSH_TO_ZERO a subnormal number reads as zero. What comes out for an infinity or a NaN (exponent 255) is for nobody to use.
module fp32_unpack #(
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic [30:0] magnitude,
  output logic [7:0]  exponent,
  output logic [23:0] significand
);
  logic        is_normal;
  logic [22:0] fraction;

  assign is_normal   = magnitude[30:23] != 8'd0;
  assign fraction    = (FLUSH_TO_ZERO != 0 && !is_normal) ? 23'd0 : magnitude[22:0];
  assign exponent    = is_normal ? magnitude[30:23] : 8'd1;
  assign significand = {is_normal, fraction};
endmodule
