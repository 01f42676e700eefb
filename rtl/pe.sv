// Processing element of the MLS unit (the paper's Fig. 1b): T lanes, an adder tree, a running sum for each context, a tensor scale.
//
//     stage            unit                       registers
//     M                multiplier, each lane      product
//     A                accumulator, each lane     sum, overflow
//     S                group scaler, each lane    q, lsb
//     C                converter, each lane       term
//     T, log2 T levels adder tree                 sum of each node, FP_ADD_LATENCY stages deep
//     R                running sum                sum, FP_ADD_LATENCY stages deep; the last one is the register of the output's context
//     Z                tensor scale (optional)    output, FP_MUL_LATENCY stages deep
//
// An issued pair is in stage M one cycle later. A unit of more than one cycle computes in front of its first stage and hands its result on through
// the others. A register loads when its stage has something to take, and keeps its value otherwise; only `valid` follows in every cycle. Reset is
// synchronous; after it every register is 0. Nothing ever stalls inside: whoever issues pairs keeps the last pairs of two chunks of one output
// FP_ADD_LATENCY cycles apart.
module pe #(
  // Element formats.
  parameter int E_X            = 2,
  parameter int M_X            = 4,
  parameter int E_Y            = 2,
  parameter int M_Y            = 4,
  // Group scale formats.
  parameter int EG_X           = 8,
  parameter int MG_X           = 1,
  parameter int EG_Y           = 8,
  parameter int MG_Y           = 1,
  // Local accumulators: 4..64 bits; wrap, or saturate.
  parameter int ACC_WIDTH      = 32,
  parameter int ACC_SATURATE   = 0,
  // T, the lanes: a power of two, 1..1024.
  parameter int TREE_WIDTH     = 16,
  // Stages of a binary32 addition and of a multiplication, 1..64.
  parameter int FP_ADD_LATENCY = 3,
  parameter int FP_MUL_LATENCY = 3,
  // Outputs that take turns, 1..1024.
  parameter int CONTEXTS       = 1,
  // Whether stage Z is there.
  parameter int TENSOR_SCALE   = 1,
  // Whether binary32 units flush subnormal numbers to zero.
  parameter int FLUSH_TO_ZERO  = 0,

  // Widths, as the units have them.
  localparam int X_BITS         = 1 + E_X + M_X,
  localparam int Y_BITS         = 1 + E_Y + M_Y,
  localparam int SCALE_X_BITS   = EG_X + MG_X,
  localparam int SCALE_Y_BITS   = EG_Y + MG_Y,
  localparam int PRODUCT_BITS   = (M_X + 2**E_X - 1) + (M_Y + 2**E_Y - 1) + 1,
  localparam int Q_BITS         = (MG_X + MG_Y > 0) ? ACC_WIDTH + 4 : ACC_WIDTH,
  localparam int LSB_BITS       = 11,
  localparam int CONTEXT_BITS   = (CONTEXTS > 1) ? $clog2(CONTEXTS) : 1,

  // Stages by number, from M = 0 on; each is one register deep.
  localparam int STAGE_S        = 2,
  localparam int STAGE_C        = 3,
  localparam int STAGE_T        = 4,
  localparam int LEVELS         = $clog2(TREE_WIDTH),
  localparam int STAGE_R        = STAGE_T + LEVELS * FP_ADD_LATENCY,
  localparam int STAGE_Z        = STAGE_R + FP_ADD_LATENCY,
  localparam int STAGES         = STAGE_Z + ((TENSOR_SCALE != 0) ? FP_MUL_LATENCY : 0),

  // Places in `registers`, from the bottom: stage Z, the contexts' sums, the stages before them, the tree, the lanes, the control.
  localparam int Z_BITS         = (STAGES - STAGE_Z) * 32,
  localparam int SUMS_LSB       = Z_BITS,
  localparam int INNER_LSB      = SUMS_LSB + CONTEXTS * 32,
  localparam int TREE_LSB       = INNER_LSB + (FP_ADD_LATENCY - 1) * 32,
  // A tree of T lanes has T - 1 nodes.
  localparam int LANES_LSB      = TREE_LSB + (TREE_WIDTH - 1) * FP_ADD_LATENCY * 32,
  // lane_valid in M, A, S; both scale codes in M, A; product, sum, overflow, q, lsb, term.
  localparam int LANE_BITS      = 3 + 2 * (SCALE_X_BITS + SCALE_Y_BITS) + PRODUCT_BITS + ACC_WIDTH + 1 + Q_BITS + LSB_BITS + 32,
  // valid, first, last, chunk_first, chunk_last, context.
  localparam int CONTROL_BITS   = STAGES + 1 + 2 + STAGE_R + STAGE_Z + STAGE_Z * CONTEXT_BITS,
  localparam int REGISTER_BITS  = CONTROL_BITS + TREE_WIDTH * LANE_BITS + LANES_LSB
) (
  input  logic                               clk,
  input  logic                               reset,
  // A pair for each lane; lane 0 in the least significant place of each bus. The scale codes are taken with the last pair.
  input  logic                               in_valid,
  input  logic                               in_first,
  input  logic                               in_last,
  input  logic                               in_chunk_first,
  input  logic                               in_chunk_last,
  input  logic [CONTEXT_BITS-1:0]            in_context,
  input  logic [TREE_WIDTH-1:0]              in_lane_valid,
  input  logic [TREE_WIDTH*X_BITS-1:0]       in_x,
  input  logic [TREE_WIDTH*Y_BITS-1:0]       in_y,
  input  logic [TREE_WIDTH*SCALE_X_BITS-1:0] in_scale_x,
  input  logic [TREE_WIDTH*SCALE_Y_BITS-1:0] in_scale_y,
  // S_z, the product of both tensor scales: the same for all outputs.
  input  logic [31:0]                        tensor_scale,
  output logic                               out_valid,
  output logic [31:0]                        out,
  // Every register, bank by bank, the first one at the top; within a bank index 0 (lane, node, stage, context) is least significant.
  output logic [REGISTER_BITS-1:0]           registers
);
  // Control.
  logic [STAGES-1:0]               load, valid;
  logic                            first;
  logic [1:0]                      last;
  logic [STAGE_R-1:0]              chunk_first;
  logic [STAGE_Z-1:0]              chunk_last;
  logic [STAGE_Z*CONTEXT_BITS-1:0] context_number;

  pe_control #(
    .STAGE_S(STAGE_S), .STAGE_R(STAGE_R), .STAGE_Z(STAGE_Z), .STAGES(STAGES), .CONTEXT_BITS(CONTEXT_BITS)
  ) control (
    .clk(clk), .reset(reset),
    .in_valid(in_valid), .in_first(in_first), .in_last(in_last),
    .in_chunk_first(in_chunk_first), .in_chunk_last(in_chunk_last), .in_context(in_context),
    .load(load), .valid(valid), .first(first), .last(last),
    .chunk_first(chunk_first), .chunk_last(chunk_last), .context_number(context_number)
  );

  // M, A, S, C: the lanes.
  logic [TREE_WIDTH-1:0]              m_lane_valid, a_lane_valid, s_lane_valid, overflow;
  logic [TREE_WIDTH*SCALE_X_BITS-1:0] m_scale_x, a_scale_x;
  logic [TREE_WIDTH*SCALE_Y_BITS-1:0] m_scale_y, a_scale_y;
  logic [TREE_WIDTH*PRODUCT_BITS-1:0] product;
  logic [TREE_WIDTH*ACC_WIDTH-1:0]    sum;
  logic [TREE_WIDTH*Q_BITS-1:0]       q;
  logic [TREE_WIDTH*LSB_BITS-1:0]     lsb;
  logic [TREE_WIDTH*32-1:0]           term;

  for (genvar i = 0; i < TREE_WIDTH; i++) begin : lane
    pe_lane #(
      .E_X(E_X), .M_X(M_X), .E_Y(E_Y), .M_Y(M_Y), .EG_X(EG_X), .MG_X(MG_X), .EG_Y(EG_Y), .MG_Y(MG_Y),
      .ACC_WIDTH(ACC_WIDTH), .ACC_SATURATE(ACC_SATURATE), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)
    ) units (
      .clk(clk), .reset(reset), .load(load[STAGE_C:0]), .in_last(in_last), .m_first(first), .m_last(last[0]),
      .in_lane_valid(in_lane_valid[i]),
      .in_x(in_x[i*X_BITS +: X_BITS]), .in_y(in_y[i*Y_BITS +: Y_BITS]),
      .in_scale_x(in_scale_x[i*SCALE_X_BITS +: SCALE_X_BITS]), .in_scale_y(in_scale_y[i*SCALE_Y_BITS +: SCALE_Y_BITS]),
      .m_lane_valid(m_lane_valid[i]), .a_lane_valid(a_lane_valid[i]), .s_lane_valid(s_lane_valid[i]),
      .m_scale_x(m_scale_x[i*SCALE_X_BITS +: SCALE_X_BITS]), .a_scale_x(a_scale_x[i*SCALE_X_BITS +: SCALE_X_BITS]),
      .m_scale_y(m_scale_y[i*SCALE_Y_BITS +: SCALE_Y_BITS]), .a_scale_y(a_scale_y[i*SCALE_Y_BITS +: SCALE_Y_BITS]),
      .product(product[i*PRODUCT_BITS +: PRODUCT_BITS]),
      .sum(sum[i*ACC_WIDTH +: ACC_WIDTH]), .overflow(overflow[i]),
      .q(q[i*Q_BITS +: Q_BITS]), .lsb(lsb[i*LSB_BITS +: LSB_BITS]),
      .term(term[i*32 +: 32])
    );
  end

  // T: the tree's levels. Level 0 is the terms.
  for (genvar l = 0; l <= LEVELS; l++) begin : level
    localparam int NODES = TREE_WIDTH >> l;
    logic [NODES*32-1:0] sums;

    if (l == 0) begin : terms
      assign sums = term;
    end else begin : adders
      localparam int FIRST_STAGE = STAGE_T + (l - 1) * FP_ADD_LATENCY;
      // The levels before this one have T - 2 * NODES nodes.
      localparam int TOP         = LANES_LSB - (TREE_WIDTH - 2 * NODES) * FP_ADD_LATENCY * 32;
      logic [FP_ADD_LATENCY*NODES*32-1:0] stages;

      pe_tree_level #(.NODES(NODES), .LATENCY(FP_ADD_LATENCY), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)) units (
        .clk(clk), .reset(reset), .load(load[FIRST_STAGE +: FP_ADD_LATENCY]), .terms(level[l-1].sums), .stages(stages)
      );
      assign sums = stages[(FP_ADD_LATENCY-1)*NODES*32 +: NODES*32];

      // Every stage is a bank: the first one comes first.
      for (genvar s = 0; s < FP_ADD_LATENCY; s++) begin : bank
        assign registers[TOP - (s+1)*NODES*32 +: NODES*32] = stages[s*NODES*32 +: NODES*32];
      end
    end
  end

  // R: the running sums.
  localparam int INNER_WORDS = (FP_ADD_LATENCY > 1) ? FP_ADD_LATENCY - 1 : 1;
  logic [INNER_WORDS*32-1:0] inner;
  logic [CONTEXTS*32-1:0]    running_sums;

  pe_running_sum #(
    .LATENCY(FP_ADD_LATENCY), .CONTEXTS(CONTEXTS), .CONTEXT_BITS(CONTEXT_BITS), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)
  ) running_sum (
    .clk(clk), .reset(reset), .load(load[STAGE_R +: FP_ADD_LATENCY]),
    .chunk_first(chunk_first[STAGE_R-1]), .chunk_context(context_number[(STAGE_R-1)*CONTEXT_BITS +: CONTEXT_BITS]),
    .chunk_sum(level[LEVELS].sums),
    .last_context(context_number[(STAGE_Z-2)*CONTEXT_BITS +: CONTEXT_BITS]),
    .inner(inner), .sums(running_sums)
  );

  // The running sum that the last chunk to arrive belongs to.
  logic [31:0] arrived;

  word_select #(.WORDS(CONTEXTS), .WIDTH(32), .INDEX_BITS(CONTEXT_BITS)) arrived_sum (
    .words(running_sums), .index(context_number[(STAGE_Z-1)*CONTEXT_BITS +: CONTEXT_BITS]), .word(arrived)
  );

  // Z: the tensor scale, and the output.
  if (TENSOR_SCALE != 0) begin : with_tensor_scale
    logic [31:0]       scaled;
    logic [Z_BITS-1:0] stages;

    fp32_multiplier #(.FLUSH_TO_ZERO(FLUSH_TO_ZERO)) multiply (.a(arrived), .b(tensor_scale), .result(scaled));

    register_chain #(.WIDTH(32), .STAGES(FP_MUL_LATENCY)) delay (
      .clk(clk), .reset(reset), .load(load[STAGE_Z +: FP_MUL_LATENCY]), .value(scaled), .stages(stages)
    );

    assign registers[Z_BITS-1:0] = stages;
    assign out_valid             = valid[STAGES-1];
    assign out                   = stages[Z_BITS-1 -: 32];
  end else begin : without_tensor_scale
    logic unused_tensor_scale;

    assign unused_tensor_scale = |tensor_scale;
    assign out_valid           = valid[STAGES-1] && chunk_last[STAGE_Z-1];
    assign out                 = arrived;
  end

  // The other registers. A bank without registers has no place.
  assign registers[SUMS_LSB +: CONTEXTS*32] = running_sums;

  if (FP_ADD_LATENCY > 1) begin : with_inner_stages
    assign registers[INNER_LSB +: INNER_WORDS*32] = inner;
  end else begin : without_inner_stages
    logic unused_inner;
    assign unused_inner = |inner;
  end

  assign registers[REGISTER_BITS-1:LANES_LSB] = {
    valid, first, last, m_lane_valid, a_lane_valid, s_lane_valid, chunk_first, chunk_last, context_number,
    m_scale_x, a_scale_x, m_scale_y, a_scale_y, product, sum, overflow, q, lsb, term
  };
endmodule
