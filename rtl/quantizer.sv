// Element quantizer (the paper's Alg. 1, lines 9-14; Eq. 4), combinational: a binary32 number to its element code, given its scales.
//
//     v = |x| / (S_g * tensor_scale), an exact quotient in [0, 1];   e = floor(log2 v)
//
//     v = 1                 the largest code
//     e >= emin, E > 0      normal: v * 2^(M - e) is rounded to n in [2^M, 2^(M+1)]
//     below, or E = 0       subnormal: v * 2^(M - emin) is rounded to n in [0, 2^M]
//
// with emin = 1 - 2^E. An n at the top of its range is a mantissa overflow: without CARRY it is lowered by one; with CARRY it moves to the next
// exponent, but for the largest code, which stays, and for E = 0, which has no exponent. The sign bit is that of x, for zeros too.
//
// x must be finite, tensor_scale positive and finite, |x| at most S_g * tensor_scale.
module quantizer #(
  // Element format.
  parameter int E           = 2,
  parameter int M           = 4,
  // Group scale format.
  parameter int EG          = 8,
  parameter int MG          = 1,
  // 0 nearest, ties to even; 1 stochastic: floor(n + random / 2^RANDOM_BITS); 2 truncate.
  parameter int ROUNDING    = 0,
  // 1..24; `random` is ignored unless the rounding is stochastic.
  parameter int RANDOM_BITS = 16,
  parameter int CARRY       = 0
) (
  input  logic [31:0]            x,
  input  logic [31:0]            tensor_scale,
  input  logic [EG+MG-1:0]       scale,
  input  logic [RANDOM_BITS-1:0] random,
  output logic [E+M:0]           code
);
  localparam int NEAREST          = 0;
  localparam int STOCHASTIC       = 1;
  localparam int EMIN             = 1 - 2**E;
  localparam int SIGNIFICAND_BITS = 24;
  localparam int SHIFT_BITS       = $clog2(SIGNIFICAND_BITS);
  // A significand times 2 or 3.
  localparam int DIVISOR_BITS     = SIGNIFICAND_BITS + 2;
  // Bits of n below its binary point, before rounding: those that a random integer is added to, or a guard bit.
  localparam int FRACTION_BITS    = (ROUNDING == STOCHASTIC) ? RANDOM_BITS : 1;
  // Of a normal n: 2^M and the mantissa below it.
  localparam int INTEGER_BITS     = M + 1;
  localparam int QUOTIENT_BITS    = INTEGER_BITS + FRACTION_BITS;
  // e lies in -278..0, and x = 0 has something in -287..247.
  localparam int EXPONENT_BITS    = 10;
  localparam int MAGNITUDE_BITS   = E + M;

  // 1. Both operands with their leading one in bit 23.
  logic [7:0]                  exponent_x, exponent_t;
  logic [SIGNIFICAND_BITS-1:0] unpacked_x, unpacked_t, significand_x, significand_t;
  logic [SHIFT_BITS-1:0]       shift_x, shift_t;
  logic                        x_is_zero;

  fp32_unpack unpack_x (.magnitude(x[30:0]), .exponent(exponent_x), .significand(unpacked_x));
  fp32_unpack unpack_t (.magnitude(tensor_scale[30:0]), .exponent(exponent_t), .significand(unpacked_t));

  normalizer #(.WIDTH(SIGNIFICAND_BITS)) normalize_x (.value(unpacked_x), .normalized(significand_x), .shift(shift_x));
  normalizer #(.WIDTH(SIGNIFICAND_BITS)) normalize_t (.value(unpacked_t), .normalized(significand_t), .shift(shift_t));

  assign x_is_zero = unpacked_x == '0;

  logic unused_sign;
  assign unused_sign = tensor_scale[31];

  // 2. S_g * tensor_scale: its significand is multiplied by 1 or 1.5, that is by 2 or 3 halves.
  logic [EG-1:0]           exponent_g;
  logic                    mantissa_g;
  logic [DIVISOR_BITS-1:0] divisor;

  scale_fields #(.EG(EG), .MG(MG)) fields (.code(scale), .exponent(exponent_g), .mantissa(mantissa_g));

  assign divisor = {1'b0, significand_t, 1'b0} + (mantissa_g ? DIVISOR_BITS'(significand_t) : '0);

  // 3. Normalize the quotient. significand_x / divisor lies in (1/6, 1); 1, 2 or 3 places up it lies in [1, 2), and e is what remains.
  logic [1:0]                      normalizing;
  logic [DIVISOR_BITS:0]           dividend;
  logic signed [EXPONENT_BITS-1:0] e;

  assign normalizing = ({1'b0, significand_x, 1'b0} >= divisor) ? 2'd1
                     : ({significand_x, 2'b00} >= divisor)       ? 2'd2
                     :                                             2'd3;
  assign dividend    = (DIVISOR_BITS+1)'(significand_x) << normalizing;
  // The biases of both exponents cancel.
  assign e = EXPONENT_BITS'(exponent_x) - EXPONENT_BITS'(shift_x)
           - EXPONENT_BITS'(exponent_t) + EXPONENT_BITS'(shift_t)
           + EXPONENT_BITS'(exponent_g) + EXPONENT_BITS'(1) - EXPONENT_BITS'(normalizing);

  // 4. Divide.
  logic [QUOTIENT_BITS-1:0] quotient;
  logic                     quotient_sticky;

  divider #(.DIVISOR_BITS(DIVISOR_BITS), .QUOTIENT_BITS(QUOTIENT_BITS)) divide (
    .dividend(dividend), .divisor(divisor), .quotient(quotient), .inexact(quotient_sticky)
  );

  // 5. Denormalize: below 2^emin the quotient moves down. E = 0 has emin = 0, and v < 1 is always below.
  logic signed [EXPONENT_BITS-1:0] above_emin;
  logic                            is_normal;
  logic [EXPONENT_BITS-1:0]        denormalizing;
  logic [QUOTIENT_BITS-1:0]        placed;
  logic                            placed_sticky;

  assign above_emin    = e - EXPONENT_BITS'(EMIN);
  assign is_normal     = !above_emin[EXPONENT_BITS-1];
  assign denormalizing = is_normal ? '0 : -above_emin;

  shift_right_sticky #(.WIDTH(QUOTIENT_BITS), .SHIFT_BITS(EXPONENT_BITS)) denormalize (
    .value(quotient), .shift(denormalizing), .shifted(placed), .sticky(placed_sticky)
  );

  // 6. Round.
  logic [INTEGER_BITS-1:0]  floor;
  logic [FRACTION_BITS-1:0] fraction;
  logic                     sticky, round_up;
  logic [INTEGER_BITS:0]    n;

  assign {floor, fraction} = placed;
  assign sticky            = quotient_sticky || placed_sticky;
  assign n                 = {1'b0, floor} + (INTEGER_BITS+1)'(round_up);

  if (ROUNDING == STOCHASTIC) begin : stochastic
    // The random integer carries into n. What lies below the fraction can't change that.
    logic [RANDOM_BITS-1:0] unused_below;
    logic                   unused_sticky;
    assign {round_up, unused_below} = {1'b0, fraction} + {1'b0, random};
    assign unused_sticky            = sticky;
  end else begin : deterministic
    logic unused_random;
    assign round_up      = ROUNDING == NEAREST && fraction[0] && (sticky || floor[0]);
    assign unused_random = |random;
  end

  // 7. The magnitude code is {exponent field, n without its hidden bit}. The hidden bit of a normal n adds 1 to the exponent field, so the sum
  // with one less than the field is the code; a mantissa overflow carries by itself.
  logic [MAGNITUDE_BITS:0]   carried;
  logic [MAGNITUDE_BITS-1:0] clipped, wrapped, magnitude;
  logic                      is_top, is_clipped, beyond_largest;

  assign carried        = (is_normal ? (MAGNITUDE_BITS+1)'(above_emin) << M : '0) + (MAGNITUDE_BITS+1)'(n);
  assign wrapped        = carried[MAGNITUDE_BITS-1:0];
  assign clipped        = wrapped - 1'b1;
  assign is_top         = is_normal ? n[M+1] : n[M];
  assign is_clipped     = is_top && (CARRY == 0 || E == 0);
  assign beyond_largest = carried[MAGNITUDE_BITS] && !is_clipped;

  assign magnitude = x_is_zero      ? '0
                   : beyond_largest ? '1
                   : is_clipped     ? clipped
                   :                  wrapped;
  assign code      = {x[31], magnitude};
endmodule
