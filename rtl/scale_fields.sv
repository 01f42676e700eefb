// Takes the code of an <EG,MG> group scale apart.
//
//     code  = {exponent of EG bits, mantissa of MG bits}
//     value = (1 + mantissa / 2) * 2^-exponent
//
// Without a mantissa (MG = 0) it is 0.
module scale_fields #(
  parameter int EG = 8,
  parameter int MG = 1
) (
  input  logic [EG+MG-1:0] code,
  output logic [EG-1:0]    exponent,
  output logic             mantissa
);
  assign exponent = code[EG+MG-1:MG];

  if (MG == 0) begin : power_of_two
    assign mantissa = 1'b0;
  end else begin : with_mantissa
    assign mantissa = code[0];
  end
endmodule
