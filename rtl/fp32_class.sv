// Tells infinities and NaNs from finite binary32 magnitudes (numbers without their sign bit).
module fp32_class (
  input  logic [30:0] magnitude,
  output logic        is_infinity,
  output logic        is_nan
);
  localparam logic [30:0] INFINITY = 31'h7f80_0000;

  assign is_infinity = magnitude == INFINITY;
  assign is_nan      = magnitude > INFINITY;
endmodule
