// Keeps the reference element of 16 lanes busy with 3x3 groups, four chunks an output, for +cycles=N: what a simulator of RTL makes in a second.
module pe_speed;
  localparam int LANES = 16;

  logic              clk = 1'b0;
  logic              reset = 1'b1;
  int                cycles = 1000000;
  int                now = 0;
  int                pair = 0;
  int                chunk = 0;
  logic [LANES*7-1:0] x = '0;
  logic [LANES*7-1:0] y = '0;
  logic [63:0]       state = 64'h9e3779b97f4a7c15;
  logic              out_valid;
  logic [31:0]       out;
  logic [31:0]       seen = 32'd0;

  pe dut (
    .clk(clk), .reset(reset), .in_valid(!reset), .in_first(pair == 0), .in_last(pair == 8), .in_chunk_first(chunk == 0), .in_chunk_last(chunk == 3),
    .in_context(1'b0), .in_lane_valid('1), .in_x(x), .in_y(y), .in_scale_x({LANES{9'd4}}), .in_scale_y({LANES{9'd3}}), .tensor_scale(32'h3f8ccccd),
    .out_valid(out_valid), .out(out), .registers()
  );

  reg [8*256-1:0] path;
  initial begin
    if ($value$plusargs("cycles=%d", cycles)) begin end
    if ($value$plusargs("vcd=%s", path)) begin
      $dumpfile(path);
      $dumpvars(0, pe_speed);
    end
  end
  always #5 clk = !clk;

  always @(posedge clk) begin
    now <= now + 1;
    reset <= now < 2;
    state <= {state[62:0], state[63] ^ state[62] ^ state[60] ^ state[59]};
    x <= {x[LANES*7-65:0], state};
    y <= {y[LANES*7-65:0], state ^ {state[31:0], state[63:32]}};
    if (!reset) begin
      pair <= pair == 8 ? 0 : pair + 1;
      if (pair == 8) chunk <= chunk == 3 ? 0 : chunk + 1;
    end
    if (out_valid) seen <= seen ^ out;
    if (now == cycles) begin
      $display("%h", seen);
      $finish;
    end
  end
endmodule
