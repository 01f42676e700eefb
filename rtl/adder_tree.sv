// Binary32 adder tree (TreeAdd of the paper's Fig. 1b), combinational: one chunk of terms to its sum.
//
//     lanes (0,1), (2,3), ... are added, then their sums, down to one
//
// The order matters: every addition rounds. With one lane the result is its term.
module adder_tree #(
  // T, the lanes: a power of two, 1..1024.
  parameter int TREE_WIDTH    = 16,
  parameter int FLUSH_TO_ZERO = 0
) (
  // Lane 0 in the least significant word.
  input  logic [TREE_WIDTH*32-1:0] terms,
  output logic [31:0]              result
);
  localparam int LEVELS = $clog2(TREE_WIDTH);

  // Level 0 is the lanes themselves.
  for (genvar l = 0; l <= LEVELS; l++) begin : level
    localparam int NODES = TREE_WIDTH >> l;
    logic [NODES*32-1:0] sums;

    if (l == 0) begin : lanes
      assign sums = terms;
    end else begin : additions
      for (genvar n = 0; n < NODES; n++) begin : node
        fp32_adder #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) adder (
          .a(level[l-1].sums[(2*n)*32 +: 32]), .b(level[l-1].sums[(2*n+1)*32 +: 32]), .result(sums[n*32 +: 32])
        );
      end
    end
  end

  assign result = level[LEVELS].sums;
endmodule
