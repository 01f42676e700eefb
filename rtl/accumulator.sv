// Local accumulator (LocalACC of the paper's Fig. 1b): the next state after one product. Combinational; the registers are its owner's.
//
//     exact         = product                  on the first product of a group, else sum + product
//     next_sum      = exact                    where it fits WIDTH bits
//                     exact modulo 2^WIDTH     otherwise (wrap), or
//                     the nearest limit        (SATURATE)
//     next_overflow = this product, or an earlier one of the group, left WIDTH bits
//
// A load is a step too: a product may be wider than the sum.
module accumulator #(
  // Bits of the sum, 4..64.
  parameter int WIDTH        = 32,
  parameter int PRODUCT_BITS = 15,
  parameter int SATURATE     = 0
) (
  input  logic                           first,
  input  logic signed [WIDTH-1:0]        sum,
  input  logic                           overflow,
  input  logic signed [PRODUCT_BITS-1:0] product,
  output logic signed [WIDTH-1:0]        next_sum,
  output logic                           next_overflow
);
  // One bit more than the wider operand holds the sum of both.
  localparam int EXACT_BITS = ((WIDTH > PRODUCT_BITS) ? WIDTH : PRODUCT_BITS) + 1;
  localparam logic [WIDTH-1:0] HIGHEST = {1'b0, {(WIDTH-1){1'b1}}};
  localparam logic [WIDTH-1:0] LOWEST  = {1'b1, {(WIDTH-1){1'b0}}};

  logic signed [EXACT_BITS-1:0]     old, exact;
  logic        [EXACT_BITS-WIDTH:0] top;
  logic                             fits;
  logic        [WIDTH-1:0]          wrapped, limit;

  assign old   = first ? '0 : EXACT_BITS'(sum);
  assign exact = old + EXACT_BITS'(product);

  // A number fits when all bits from the sum's sign bit up are the same.
  assign top  = exact[EXACT_BITS-1:WIDTH-1];
  assign fits = (&top) || !(|top);

  assign wrapped       = exact[WIDTH-1:0];
  assign limit         = exact[EXACT_BITS-1] ? LOWEST : HIGHEST;
  assign next_sum      = (SATURATE != 0 && !fits) ? limit : wrapped;
  assign next_overflow = !fits || (overflow && !first);
endmodule
