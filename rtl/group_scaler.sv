// Group-wise shift-adder (the paper's Eq. 8): a group's sum times the group scales of both operands, combinational.
//
//     q * 2^lsb = sum * 2^(lsb_x + lsb_y) * scale_x * scale_y,   exactly
//
// The mantissas {1, 1.5} * {1, 1.5} are 4/4, 6/4 or 9/4: a shift, or two shifts and an addition. The exponents only move the binary point.
// Where neither operand has a mantissa (MG_X = MG_Y = 0) q is the sum itself.
module group_scaler #(
  // Bits of the sum, 4..64.
  parameter int WIDTH = 32,
  // Element formats: they place the sum's binary point.
  parameter int E_X   = 2,
  parameter int M_X   = 4,
  parameter int E_Y   = 2,
  parameter int M_Y   = 4,
  // Group scale formats.
  parameter int EG_X  = 8,
  parameter int MG_X  = 1,
  parameter int EG_Y  = 8,
  parameter int MG_Y  = 1,
  // |q| <= 9 * 2^(WIDTH-1) < 2^(WIDTH+3), and a sign bit.
  localparam int Q_BITS   = (MG_X + MG_Y > 0) ? WIDTH + 4 : WIDTH,
  // With the widest formats lsb is -594.
  localparam int LSB_BITS = 11
) (
  input  logic signed [WIDTH-1:0]     sum,
  input  logic        [EG_X+MG_X-1:0] scale_x,
  input  logic        [EG_Y+MG_Y-1:0] scale_y,
  output logic signed [Q_BITS-1:0]    q,
  output logic signed [LSB_BITS-1:0]  lsb
);
  localparam int LSB_X         = 1 - 2**E_X - M_X;
  localparam int LSB_Y         = 1 - 2**E_Y - M_Y;
  // Each mantissa is a number of halves.
  localparam int FRACTION_BITS = (MG_X + MG_Y > 0) ? 2 : 0;
  localparam logic signed [LSB_BITS-1:0] UNSCALED_LSB = LSB_BITS'(LSB_X + LSB_Y - FRACTION_BITS);

  logic [EG_X-1:0] exponent_x;
  logic [EG_Y-1:0] exponent_y;
  logic            mantissa_x, mantissa_y;

  scale_fields #(.EG(EG_X), .MG(MG_X)) fields_x (.code(scale_x), .exponent(exponent_x), .mantissa(mantissa_x));
  scale_fields #(.EG(EG_Y), .MG(MG_Y)) fields_y (.code(scale_y), .exponent(exponent_y), .mantissa(mantissa_y));

  assign lsb = UNSCALED_LSB - LSB_BITS'(exponent_x) - LSB_BITS'(exponent_y);

  // 4, 6 or 9 times the sum.
  logic signed [Q_BITS-1:0] p;

  assign p = Q_BITS'(sum);

  assign q = (FRACTION_BITS == 0)       ? p
           : (mantissa_x && mantissa_y) ? (p <<< 3) + p
           : (mantissa_x || mantissa_y) ? (p <<< 2) + (p <<< 1)
           :                              p <<< 2;
endmodule
