// Normalizer: shifts a number left until its leading one is in the top bit, and says by how much.
//
//     normalized = value << shift,   shift = number of leading zeros
//
// Stage k looks at the top 2^k bits and shifts them out when all of them are zero. A value of 0 stays 0; its shift means nothing.
module normalizer #(
  // Bits of the value, 2 or more.
  parameter int WIDTH = 24,
  // A value other than 0 has at most WIDTH - 1 leading zeros.
  localparam int SHIFT_BITS = $clog2(WIDTH)
) (
  input  logic [WIDTH-1:0]      value,
  output logic [WIDTH-1:0]      normalized,
  output logic [SHIFT_BITS-1:0] shift
);
  function automatic logic [SHIFT_BITS+WIDTH-1:0] normalize(input logic [WIDTH-1:0] number);
    logic [WIDTH-1:0]      moved;
    logic [SHIFT_BITS-1:0] places;
    moved = number;
    places  = '0;
    for (int k = SHIFT_BITS - 1; k >= 0; k--) begin
      if ((moved >> (WIDTH - (1 << k))) == '0) begin
        moved   = moved << (1 << k);
        places[k] = 1'b1;
      end
    end
    normalize = {places, moved};
  endfunction

  assign {shift, normalized} = normalize(value);
endmodule
