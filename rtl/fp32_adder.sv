// Binary32 adder of the tree and of the running sum (TreeAdd of the paper's Fig. 1b), combinational.
//
//     result = a + b
//
// IEEE 754, nearest, ties to even, with subnormals or (FLUSH_TO_ZERO) without. A NaN result is 7FC00000; (+0) + (-0) is +0, as is the sum of a
// number and its opposite.
module fp32_adder #(
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic [31:0] a,
  input  logic [31:0] b,
  output logic [31:0] result
);
  localparam int SIGNIFICAND_BITS = 24;
  // Guard, round and sticky. Bits are lost only when the smaller significand moves down by more places than these. A difference then has its
  // leading one in the larger one's place or the next, and the sticky bit stays below the guard bit.
  localparam int EXTRA_BITS       = 3;
  localparam int ALIGNED_BITS     = SIGNIFICAND_BITS + EXTRA_BITS;
  // With the carry.
  localparam int SUM_BITS         = ALIGNED_BITS + 1;
  // An unpacked significand's lowest bit weighs 2^(exponent - 150), the sum's 2^EXTRA_BITS less: -152 .. 101.
  localparam int LSB_BITS         = 10;
  localparam int LSB_BIAS         = 150 + EXTRA_BITS;
  localparam logic [31:0] CANONICAL_NAN = 32'h7fc0_0000;

  // 1. Special operands.
  logic a_is_infinity, a_is_nan, b_is_infinity, b_is_nan;
  logic is_subtraction, is_nan;

  fp32_class class_a (.magnitude(a[30:0]), .is_infinity(a_is_infinity), .is_nan(a_is_nan));
  fp32_class class_b (.magnitude(b[30:0]), .is_infinity(b_is_infinity), .is_nan(b_is_nan));

  assign is_subtraction = a[31] ^ b[31];
  assign is_nan         = a_is_nan || b_is_nan || (a_is_infinity && b_is_infinity && is_subtraction);

  // 2. Unpack, the larger magnitude first.
  logic [7:0]                  exponent_a, exponent_b, exponent_large, exponent_small;
  logic [SIGNIFICAND_BITS-1:0] significand_a, significand_b, significand_large, significand_small;
  logic                        b_is_larger, sign_large;

  fp32_unpack #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) unpack_a (.magnitude(a[30:0]), .exponent(exponent_a), .significand(significand_a));
  fp32_unpack #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) unpack_b (.magnitude(b[30:0]), .exponent(exponent_b), .significand(significand_b));

  assign b_is_larger                         = {exponent_b, significand_b} > {exponent_a, significand_a};
  assign {exponent_large, significand_large} = b_is_larger ? {exponent_b, significand_b} : {exponent_a, significand_a};
  assign {exponent_small, significand_small} = b_is_larger ? {exponent_a, significand_a} : {exponent_b, significand_b};
  assign sign_large                          = b_is_larger ? b[31] : a[31];

  // 3. Align the smaller one.
  logic [7:0]              distance;
  logic [ALIGNED_BITS-1:0] aligned_large, shifted, aligned_small;
  logic                    sticky;

  assign distance = exponent_large - exponent_small;

  shift_right_sticky #(.WIDTH(ALIGNED_BITS), .SHIFT_BITS(8)) align (
    .value({significand_small, EXTRA_BITS'(0)}), .shift(distance), .shifted(shifted), .sticky(sticky)
  );

  assign aligned_large = {significand_large, EXTRA_BITS'(0)};
  assign aligned_small = {shifted[ALIGNED_BITS-1:1], shifted[0] | sticky};

  // 4. Add or subtract. The larger magnitude comes first, so the difference isn't negative; a difference of 0 is +0.
  logic [SUM_BITS-1:0]        sum;
  logic                       sign;
  logic signed [LSB_BITS-1:0] lsb;
  logic [31:0]                finite;

  assign sum  = is_subtraction ? {1'b0, aligned_large} - {1'b0, aligned_small} : {1'b0, aligned_large} + {1'b0, aligned_small};
  assign sign = (is_subtraction && sum == '0) ? 1'b0 : sign_large;
  assign lsb  = LSB_BITS'(exponent_large) - LSB_BITS'(LSB_BIAS);

  // 5. Normalize, round, pack.
  fp32_round_pack #(.WIDTH(SUM_BITS), .LSB_BITS(LSB_BITS), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)) round_pack (
    .sign(sign), .magnitude(sum), .lsb(lsb), .result(finite)
  );

  assign result = is_nan        ? CANONICAL_NAN
                : a_is_infinity ? a
                : b_is_infinity ? b
                :                 finite;
endmodule
