// One level of the processing element's adder tree: adds neighbouring lanes, LATENCY cycles deep.
//
// The adders compute in front of the first register; the others hand the sums on.
module pe_tree_level #(
  // Sums; there are twice as many terms.
  parameter int NODES         = 8,
  parameter int LATENCY       = 3,
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic                        clk,
  input  logic                        reset,
  input  logic [LATENCY-1:0]          load,
  input  logic [2*NODES*32-1:0]       terms,
  // Stage 0 in the least significant place, and in each stage node 0.
  output logic [LATENCY*NODES*32-1:0] stages
);
  for (genvar n = 0; n < NODES; n++) begin : node
    logic [31:0]           sum;
    logic [LATENCY*32-1:0] sums;

    fp32_adder #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) adder (
      .a(terms[(2*n)*32 +: 32]), .b(terms[(2*n+1)*32 +: 32]), .result(sum)
    );

    register_chain #(.WIDTH(32), .STAGES(LATENCY)) delay (
      .clk(clk), .reset(reset), .load(load), .value(sum), .stages(sums)
    );

    for (genvar s = 0; s < LATENCY; s++) begin : stage
      assign stages[(s*NODES+n)*32 +: 32] = sums[s*32 +: 32];
    end
  end
endmodule
