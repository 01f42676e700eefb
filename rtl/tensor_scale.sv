// Tensor scale (the paper's Eq. 5), combinational.
//
//     s_z = scale_x * scale_y,   result = sum * s_z,   each one binary32 multiplication
module tensor_scale #(
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic [31:0] sum,
  input  logic [31:0] scale_x,
  input  logic [31:0] scale_y,
  output logic [31:0] result
);
  logic [31:0] s_z;

  fp32_multiplier #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) output_scale (.a(scale_x), .b(scale_y), .result(s_z));
  fp32_multiplier #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) scaled_sum   (.a(sum), .b(s_z), .result(result));
endmodule
