// The quantizer where its inputs are legal, 0 elsewhere: what it makes of others is for nobody to use, so proofs leave them out.
module legal_quantizer #(
  parameter int E           = 2,
  parameter int M           = 4,
  parameter int EG          = 8,
  parameter int MG          = 1,
  parameter int ROUNDING    = 0,
  parameter int RANDOM_BITS = 16,
  parameter int CARRY       = 0
) (
  input  logic [31:0]            x,
  input  logic [31:0]            tensor_scale,
  input  logic [EG+MG-1:0]       scale,
  input  logic [RANDOM_BITS-1:0] random,
  output logic [E+M:0]           code
);
  // The lower of both exponents stays, and the other operand moves up, by 26 places at most: more than either of them has bits.
  localparam logic signed [10:0] MOST_PLACES = 26;

  logic               is_finite, is_positive, is_within;
  logic [25:0]        x_halves, product_halves;
  logic signed [10:0] exponent_x, exponent_product, up_x, up_product;
  logic [51:0]        placed_x, placed_product;
  logic [E+M:0]       any_code;

  assign is_finite   = x[30:23] != 8'd255 && tensor_scale[30:23] != 8'd255;
  assign is_positive = !tensor_scale[31] && tensor_scale[30:0] != '0;

  // |x| <= S_g * tensor_scale, in halves: a mantissa of S_g is 2 or 3 of them.
  assign x_halves         = {1'b0, x[30:23] != 8'd0, x[22:0], 1'b0};
  assign product_halves   = 26'({tensor_scale[30:23] != 8'd0, tensor_scale[22:0]}) * ((MG != 0 && scale[0]) ? 26'd3 : 26'd2);
  assign exponent_x       = (x[30:23] == 8'd0) ? 11'd1 : 11'(x[30:23]);
  assign exponent_product = ((tensor_scale[30:23] == 8'd0) ? 11'd1 : 11'(tensor_scale[30:23])) - 11'(scale[EG+MG-1:MG]);
  assign up_x             = exponent_x - exponent_product;
  assign up_product       = exponent_product - exponent_x;
  assign placed_x         = 52'(x_halves) << ((up_x < 0) ? '0 : (up_x > MOST_PLACES) ? MOST_PLACES : up_x);
  assign placed_product   = 52'(product_halves) << ((up_product < 0) ? '0 : (up_product > MOST_PLACES) ? MOST_PLACES : up_product);
  assign is_within        = placed_x <= placed_product;

  quantizer #(
    .E(E), .M(M), .EG(EG), .MG(MG), .ROUNDING(ROUNDING), .RANDOM_BITS(RANDOM_BITS), .CARRY(CARRY)
  ) unit (
    .x(x), .tensor_scale(tensor_scale), .scale(scale), .random(random), .code(any_code)
  );

  assign code = (is_finite && is_positive && is_within) ? any_code : '0;
endmodule
