// Binary32 multiplier of the tensor scale, combinational.
//
//     result = a * b
//
// IEEE 754, nearest, ties to even, with subnormals or (FLUSH_TO_ZERO) without. A NaN result is 7FC00000.
module fp32_multiplier #(
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic [31:0] a,
  input  logic [31:0] b,
  output logic [31:0] result
);
  localparam int SIGNIFICAND_BITS = 24;
  localparam int PRODUCT_BITS     = 2 * SIGNIFICAND_BITS;
  // An unpacked significand's lowest bit weighs 2^(exponent - 150), that of the exact product 2^-298 .. 2^208.
  localparam int LSB_BITS         = 10;
  localparam int LSB_BIAS         = 2 * 150;
  localparam logic [31:0] CANONICAL_NAN = 32'h7fc0_0000;

  // 1. Unpack.
  logic [7:0]                  exponent_a, exponent_b;
  logic [SIGNIFICAND_BITS-1:0] significand_a, significand_b;
  logic                        sign;

  fp32_unpack #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) unpack_a (.magnitude(a[30:0]), .exponent(exponent_a), .significand(significand_a));
  fp32_unpack #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) unpack_b (.magnitude(b[30:0]), .exponent(exponent_b), .significand(significand_b));

  assign sign = a[31] ^ b[31];

  // 2. Special operands. Only a zero has a significand of 0.
  logic a_is_infinity, a_is_nan, b_is_infinity, b_is_nan;
  logic is_nan, is_infinity;

  fp32_class class_a (.magnitude(a[30:0]), .is_infinity(a_is_infinity), .is_nan(a_is_nan));
  fp32_class class_b (.magnitude(b[30:0]), .is_infinity(b_is_infinity), .is_nan(b_is_nan));

  assign is_nan      = a_is_nan || b_is_nan || (a_is_infinity && significand_b == '0) || (b_is_infinity && significand_a == '0);
  assign is_infinity = a_is_infinity || b_is_infinity;

  // 3. Multiply. The product is exact; subnormal operands only give it more leading zeros.
  logic [PRODUCT_BITS-1:0]    product;
  logic signed [LSB_BITS-1:0] lsb;
  logic [31:0]                finite;

  assign product = PRODUCT_BITS'(significand_a) * PRODUCT_BITS'(significand_b);
  assign lsb     = LSB_BITS'(exponent_a) + LSB_BITS'(exponent_b) - LSB_BITS'(LSB_BIAS);

  // 4. Normalize, round, pack.
  fp32_round_pack #(.WIDTH(PRODUCT_BITS), .LSB_BITS(LSB_BITS), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)) round_pack (
    .sign(sign), .magnitude(product), .lsb(lsb), .result(finite)
  );

  assign result = is_nan      ? CANONICAL_NAN
                : is_infinity ? {sign, 8'hff, 23'd0}
                :               finite;
endmodule
