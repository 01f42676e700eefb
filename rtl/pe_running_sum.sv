// Running sums of the processing element: one adder, LATENCY cycles deep, whose last stage is the register of the chunk's context.
//
//     sums[context] <= (first chunk of its output ? +0 : sums[context]) + chunk_sum
//
// The adder reads the context's register when the chunk enters its first stage. Chunks of one output must therefore be LATENCY cycles apart:
// whoever issues them sees to it.
module pe_running_sum #(
  parameter int LATENCY       = 3,
  parameter int CONTEXTS      = 1,
  parameter int CONTEXT_BITS  = 1,
  parameter int FLUSH_TO_ZERO = 0,
  // The stages before the last one. A port has a bit at least: without such stages it is one word of 0.
  localparam int INNER_STAGES = LATENCY - 1,
  localparam int INNER_WORDS  = (INNER_STAGES > 0) ? INNER_STAGES : 1
) (
  input  logic                      clk,
  input  logic                      reset,
  input  logic [LATENCY-1:0]        load,
  // The chunk about to enter the first stage.
  input  logic                      chunk_first,
  input  logic [CONTEXT_BITS-1:0]   chunk_context,
  input  logic [31:0]               chunk_sum,
  // Context of the chunk about to enter the last stage.
  input  logic [CONTEXT_BITS-1:0]   last_context,
  // Stage 0 in the least significant place, and context 0.
  output logic [INNER_WORDS*32-1:0] inner,
  output logic [CONTEXTS*32-1:0]    sums
);
  logic [31:0] before_chunk, after_chunk, arriving;
  logic [31:0] context_sum;

  word_select #(.WORDS(CONTEXTS), .WIDTH(32), .INDEX_BITS(CONTEXT_BITS)) read_context (
    .words(sums), .index(chunk_context), .word(context_sum)
  );

  assign before_chunk = chunk_first ? 32'd0 : context_sum;

  fp32_adder #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) adder (.a(before_chunk), .b(chunk_sum), .result(after_chunk));

  if (INNER_STAGES == 0) begin : one_stage
    assign inner    = '0;
    assign arriving = after_chunk;
  end else begin : more_stages
    register_chain #(.WIDTH(32), .STAGES(INNER_STAGES)) delay (
      .clk(clk), .reset(reset), .load(load[INNER_STAGES-1:0]), .value(after_chunk), .stages(inner)
    );
    assign arriving = inner[(INNER_STAGES-1)*32 +: 32];
  end

  for (genvar c = 0; c < CONTEXTS; c++) begin : context_register
    register_chain #(.WIDTH(32), .STAGES(1)) sum (
      .clk(clk), .reset(reset), .load(load[LATENCY-1] && last_context == CONTEXT_BITS'(c)), .value(arriving), .stages(sums[c*32 +: 32])
    );
  end
endmodule
