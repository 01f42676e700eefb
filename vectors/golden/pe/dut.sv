// As written by mlsim, bf3ba9df9de8285c. A changed file is kept when the set is written again.
// The design under test: what tb.sv drives. Here it is the reference RTL; put your own processing element in the
// place of "reference".
//
// In a valid cycle each lane with a group takes one pair (in_x, in_y). The registers, stage by stage, and the order of the pairs are in
// docs/pipeline.md, the arithmetic is in docs/arithmetic.md.

module dut (
    input  logic            clk,
    input  logic            reset,               // synchronous, active high
    input  logic            in_valid,            // a pair for each lane that has a group
    input  logic            in_first,            // first and last pair of the groups
    input  logic            in_last,
    input  logic            in_chunk_first,      // first and last chunk of the output
    input  logic            in_chunk_last,
    input  logic            in_context,          // running-sum register of the output
    input  logic [3:0]      in_lane_valid,       // the lane has a group
    input  logic [27:0]     in_x,                // 4 x 7 bits, lane 0 lowest: element codes <2,4>
    input  logic [27:0]     in_y,                // 4 x 7 bits, lane 0 lowest: element codes <2,4>
    input  logic [35:0]     in_scale_x,          // 4 x 9 bits, lane 0 lowest: group scale codes <8,1>, with the last pair
    input  logic [35:0]     in_scale_y,          // 4 x 9 bits, lane 0 lowest: group scale codes <8,1>, with the last pair
    input  logic [31:0]     tensor_scale,        // S_z, binary32; constant
    output logic            out_valid,           // an output is visible in this cycle
    output logic [31:0]     out,                 // binary32
    output logic [1102:0]   registers            // every register, as in registers.hex; 0 where it is not compared
);

  pe #(
      .E_X(2),
      .M_X(4),
      .E_Y(2),
      .M_Y(4),
      .EG_X(8),
      .MG_X(1),
      .EG_Y(8),
      .MG_Y(1),
      .ACC_WIDTH(16),
      .ACC_SATURATE(0),
      .TREE_WIDTH(4),
      .FP_ADD_LATENCY(3),
      .FP_MUL_LATENCY(3),
      .CONTEXTS(2),
      .TENSOR_SCALE(1),
      .FLUSH_TO_ZERO(0)
  ) reference (
      .clk(clk),
      .reset(reset),
      .in_valid(in_valid),
      .in_first(in_first),
      .in_last(in_last),
      .in_chunk_first(in_chunk_first),
      .in_chunk_last(in_chunk_last),
      .in_context(in_context),
      .in_lane_valid(in_lane_valid),
      .in_x(in_x),
      .in_y(in_y),
      .in_scale_x(in_scale_x),
      .in_scale_y(in_scale_y),
      .tensor_scale(tensor_scale),
      .out_valid(out_valid),
      .out(out),
      .registers(registers)
  );

endmodule
