// One lane of the processing element: multiplier, local accumulator, group scaler and converter with a register after each.
//
//     stage M   product            of each pair
//     stage A   sum, overflow      of the pairs of a group so far
//     stage S   q, lsb             of a whole group
//     stage C   term               of a whole group, or +0 in a lane without one
//
// lane_valid, whether the lane has a group, goes with the data as far as S. The scale codes come with the last pair of a group and go as far as A.
module pe_lane #(
  parameter int E_X           = 2,
  parameter int M_X           = 4,
  parameter int E_Y           = 2,
  parameter int M_Y           = 4,
  parameter int EG_X          = 8,
  parameter int MG_X          = 1,
  parameter int EG_Y          = 8,
  parameter int MG_Y          = 1,
  parameter int ACC_WIDTH     = 32,
  parameter int ACC_SATURATE  = 0,
  parameter int FLUSH_TO_ZERO = 0,
  // As the units have them.
  localparam int PRODUCT_BITS = (M_X + 2**E_X - 1) + (M_Y + 2**E_Y - 1) + 1,
  localparam int Q_BITS       = (MG_X + MG_Y > 0) ? ACC_WIDTH + 4 : ACC_WIDTH,
  localparam int LSB_BITS     = 11
) (
  input  logic                           clk,
  input  logic                           reset,
  // Stages M, A, S, C, from the bottom.
  input  logic [3:0]                     load,
  // Of the pair at the input, and of the one in stage M.
  input  logic                           in_last,
  input  logic                           m_first,
  input  logic                           m_last,
  input  logic                           in_lane_valid,
  input  logic [E_X+M_X:0]               in_x,
  input  logic [E_Y+M_Y:0]               in_y,
  input  logic [EG_X+MG_X-1:0]           in_scale_x,
  input  logic [EG_Y+MG_Y-1:0]           in_scale_y,
  // The registers, named by stage.
  output logic                           m_lane_valid,
  output logic                           a_lane_valid,
  output logic                           s_lane_valid,
  output logic [EG_X+MG_X-1:0]           m_scale_x,
  output logic [EG_X+MG_X-1:0]           a_scale_x,
  output logic [EG_Y+MG_Y-1:0]           m_scale_y,
  output logic [EG_Y+MG_Y-1:0]           a_scale_y,
  output logic signed [PRODUCT_BITS-1:0] product,
  output logic signed [ACC_WIDTH-1:0]    sum,
  output logic                           overflow,
  output logic signed [Q_BITS-1:0]       q,
  output logic signed [LSB_BITS-1:0]     lsb,
  output logic [31:0]                    term
);
  // What the data registers of each stage load: a lane without a group keeps its values.
  logic load_m, load_a, load_s, load_c;

  assign load_m = load[0] && in_lane_valid;
  assign load_a = load[1] && m_lane_valid;
  assign load_s = load[2] && a_lane_valid;
  assign load_c = load[3];

  register_chain #(.WIDTH(1), .STAGES(3)) lane_valid_chain (
    .clk(clk), .reset(reset), .load(load[2:0]), .value(in_lane_valid), .stages({s_lane_valid, a_lane_valid, m_lane_valid})
  );
  register_chain #(.WIDTH(EG_X+MG_X), .STAGES(2)) scale_x_chain (
    .clk(clk), .reset(reset), .load({load_a && m_last, load_m && in_last}), .value(in_scale_x), .stages({a_scale_x, m_scale_x})
  );
  register_chain #(.WIDTH(EG_Y+MG_Y), .STAGES(2)) scale_y_chain (
    .clk(clk), .reset(reset), .load({load_a && m_last, load_m && in_last}), .value(in_scale_y), .stages({a_scale_y, m_scale_y})
  );

  // M.
  logic signed [PRODUCT_BITS-1:0] next_product;

  multiplier #(.E_X(E_X), .M_X(M_X), .E_Y(E_Y), .M_Y(M_Y)) multiply (.x(in_x), .y(in_y), .product(next_product));

  // A.
  logic signed [ACC_WIDTH-1:0] next_sum;
  logic                        next_overflow;

  accumulator #(.WIDTH(ACC_WIDTH), .PRODUCT_BITS(PRODUCT_BITS), .SATURATE(ACC_SATURATE)) accumulate (
    .first(m_first), .sum(sum), .overflow(overflow), .product(product), .next_sum(next_sum), .next_overflow(next_overflow)
  );

  // S.
  logic signed [Q_BITS-1:0]   next_q;
  logic signed [LSB_BITS-1:0] next_lsb;

  group_scaler #(
    .WIDTH(ACC_WIDTH), .E_X(E_X), .M_X(M_X), .E_Y(E_Y), .M_Y(M_Y), .EG_X(EG_X), .MG_X(MG_X), .EG_Y(EG_Y), .MG_Y(MG_Y)
  ) scale_group (
    .sum(sum), .scale_x(a_scale_x), .scale_y(a_scale_y), .q(next_q), .lsb(next_lsb)
  );

  // C.
  logic [31:0] converted;

  int_to_fp32 #(.Q_BITS(Q_BITS), .LSB_BITS(LSB_BITS), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)) convert (.q(q), .lsb(lsb), .result(converted));

  always_ff @(posedge clk) begin
    if (reset) begin
      product  <= '0;
      sum      <= '0;
      overflow <= 1'b0;
      q        <= '0;
      lsb      <= '0;
      term     <= '0;
    end else begin
      if (load_m) product <= next_product;
      if (load_a) begin
        sum      <= next_sum;
        overflow <= next_overflow;
      end
      if (load_s) begin
        q   <= next_q;
        lsb <= next_lsb;
      end
      if (load_c) term <= s_lane_valid ? converted : 32'd0;
    end
  end
endmodule
