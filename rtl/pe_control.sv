// Control of the processing element: it travels beside the data, stage by stage.
//
// load[s] says that stage s has something to take at the next edge: its registers load. `valid` follows it in every cycle; all other registers
// keep their value otherwise.
//
//     stage M           takes an issued pair
//     stage S           takes the sums after the last pair of their groups
//     stage Z (if any)  takes the running sum after the last chunk of an output
//     any other stage   takes what the stage before holds
module pe_control #(
  // Stage numbers: S, first stage of the running sum's adder, first stage behind it, all stages.
  parameter int STAGE_S      = 2,
  parameter int STAGE_R      = 16,
  parameter int STAGE_Z      = 19,
  parameter int STAGES       = 22,
  parameter int CONTEXT_BITS = 1
) (
  input  logic                            clk,
  input  logic                            reset,
  input  logic                            in_valid,
  input  logic                            in_first,
  input  logic                            in_last,
  input  logic                            in_chunk_first,
  input  logic                            in_chunk_last,
  input  logic [CONTEXT_BITS-1:0]         in_context,
  output logic [STAGES-1:0]               load,
  // Stage M at the bottom, each only as far as it is needed.
  output logic [STAGES-1:0]               valid,
  output logic                            first,
  output logic [1:0]                      last,
  output logic [STAGE_R-1:0]              chunk_first,
  output logic [STAGE_Z-1:0]              chunk_last,
  output logic [STAGE_Z*CONTEXT_BITS-1:0] context_number
);
  for (genvar s = 0; s < STAGES; s++) begin : stage
    if (s == 0) begin : issued
      assign load[s] = in_valid;
    end else if (s == STAGE_S) begin : groups_end
      assign load[s] = valid[s-1] && last[s-1];
    end else if (s == STAGE_Z) begin : output_ends
      assign load[s] = valid[s-1] && chunk_last[s-1];
    end else begin : goes_on
      assign load[s] = valid[s-1];
    end
  end

  always_ff @(posedge clk) begin
    if (reset) valid <= '0;
    else       valid <= load;
  end

  register_chain #(.WIDTH(1), .STAGES(1)) first_chain (
    .clk(clk), .reset(reset), .load(load[0]), .value(in_first), .stages(first)
  );
  register_chain #(.WIDTH(1), .STAGES(2)) last_chain (
    .clk(clk), .reset(reset), .load(load[1:0]), .value(in_last), .stages(last)
  );
  register_chain #(.WIDTH(1), .STAGES(STAGE_R)) chunk_first_chain (
    .clk(clk), .reset(reset), .load(load[STAGE_R-1:0]), .value(in_chunk_first), .stages(chunk_first)
  );
  register_chain #(.WIDTH(1), .STAGES(STAGE_Z)) chunk_last_chain (
    .clk(clk), .reset(reset), .load(load[STAGE_Z-1:0]), .value(in_chunk_last), .stages(chunk_last)
  );
  register_chain #(.WIDTH(CONTEXT_BITS), .STAGES(STAGE_Z)) context_chain (
    .clk(clk), .reset(reset), .load(load[STAGE_Z-1:0]), .value(in_context), .stages(context_number)
  );
endmodule
