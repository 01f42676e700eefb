// Right shifter that remembers whether it lost a one.
//
//     shifted = floor(value / 2^shift),   sticky = some bit of value below place `shift` is set
//
// Any shift is allowed: one of WIDTH or more gives 0, and a sticky bit unless the value is 0.
module shift_right_sticky #(
  parameter int WIDTH      = 27,
  parameter int SHIFT_BITS = 8
) (
  input  logic [WIDTH-1:0]      value,
  input  logic [SHIFT_BITS-1:0] shift,
  output logic [WIDTH-1:0]      shifted,
  output logic                  sticky
);
  // The places of the bits that stay.
  logic [WIDTH-1:0] kept;

  assign kept    = {WIDTH{1'b1}} << shift;
  assign shifted = value >> shift;
  assign sticky  = (value & ~kept) != '0;
endmodule
