// Low-bit multiplier (MUL of the paper's Fig. 1b; Appendix B for its width), combinational.
//
//     product = (-1)^(sign_x ^ sign_y) * (fraction_x * fraction_y) << (shift_x + shift_y)
//
// The operands are element codes <E_X,M_X> and <E_Y,M_Y>. The product is the exact integer; its value is product * 2^(lsb_x + lsb_y), with
// lsb = 1 - 2^E - M.
module multiplier #(
  parameter int E_X = 2,
  parameter int M_X = 4,
  parameter int E_Y = 2,
  parameter int M_Y = 4,
  // The largest magnitude of an element is (2^(M+1) - 1) << (2^E - 2), or 2^M - 1 with E = 0: below 2^(M + 2^E - 1) either way.
  localparam int MAGNITUDE_BITS = (M_X + 2**E_X - 1) + (M_Y + 2**E_Y - 1),
  localparam int PRODUCT_BITS   = MAGNITUDE_BITS + 1
) (
  input  logic        [E_X+M_X:0]        x,
  input  logic        [E_Y+M_Y:0]        y,
  output logic signed [PRODUCT_BITS-1:0] product
);
  localparam int FRACTION_X_BITS = (E_X > 0) ? M_X + 1 : M_X;
  localparam int FRACTION_Y_BITS = (E_Y > 0) ? M_Y + 1 : M_Y;
  localparam int SHIFT_X_BITS    = (E_X > 0) ? E_X : 1;
  localparam int SHIFT_Y_BITS    = (E_Y > 0) ? E_Y : 1;
  // Of the sum of both shifts: one bit more than the wider one.
  localparam int SHIFT_BITS      = ((SHIFT_X_BITS > SHIFT_Y_BITS) ? SHIFT_X_BITS : SHIFT_Y_BITS) + 1;

  logic                       negative_x, negative_y;
  logic [FRACTION_X_BITS-1:0] fraction_x;
  logic [FRACTION_Y_BITS-1:0] fraction_y;
  logic [SHIFT_X_BITS-1:0]    shift_x;
  logic [SHIFT_Y_BITS-1:0]    shift_y;

  element_fields #(.E(E_X), .M(M_X)) fields_x (.code(x), .negative(negative_x), .fraction(fraction_x), .shift(shift_x));
  element_fields #(.E(E_Y), .M(M_Y)) fields_y (.code(y), .negative(negative_y), .fraction(fraction_y), .shift(shift_y));

  logic [SHIFT_BITS-1:0]     shift;
  logic [MAGNITUDE_BITS-1:0] fractions, magnitude;
  logic [PRODUCT_BITS-1:0]   positive;

  // The product of the fractions fits: a fraction has no more bits than its operand's magnitude.
  assign fractions = MAGNITUDE_BITS'(fraction_x) * MAGNITUDE_BITS'(fraction_y);
  assign shift     = SHIFT_BITS'(shift_x) + SHIFT_BITS'(shift_y);
  assign magnitude = fractions << shift;
  assign positive  = {1'b0, magnitude};
  assign product   = (negative_x ^ negative_y) ? -positive : positive;
endmodule
