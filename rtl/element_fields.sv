// Takes the code of an <E,M> element apart.
//
//     code      = {sign, exponent field of E bits, mantissa of M bits}
//     magnitude = fraction << shift, an integer; the element is (-1)^negative * magnitude * 2^(1 - 2^E - M)
//
//     exponent field 0   subnormal  fraction = mantissa         shift = 0
//     1 or more          normal     fraction = 2^M + mantissa   shift = exponent field - 1
//
// E = 0 is a fixed-point fraction: every code is subnormal.
module element_fields #(
  parameter int E = 2,
  parameter int M = 4,
  // The mantissa, below the hidden bit where there is an exponent. At least 1, since E + M >= 1.
  localparam int FRACTION_BITS = (E > 0) ? M + 1 : M,
  localparam int SHIFT_BITS    = (E > 0) ? E : 1
) (
  input  logic [E+M:0]             code,
  output logic                     negative,
  output logic [FRACTION_BITS-1:0] fraction,
  output logic [SHIFT_BITS-1:0]    shift
);
  assign negative = code[E+M];

  if (E == 0) begin : fixed_point
    assign fraction = code[M-1:0];
    assign shift    = '0;
  end else begin : floating_point
    logic [E-1:0] exponent;
    logic         is_normal;

    assign exponent  = code[E+M-1:M];
    assign is_normal = exponent != '0;
    assign shift     = is_normal ? exponent - 1'b1 : '0;

    if (M == 0) begin : without_mantissa
      assign fraction = is_normal;
    end else begin : with_mantissa
      assign fraction = {is_normal, code[M-1:0]};
    end
  end
endmodule
