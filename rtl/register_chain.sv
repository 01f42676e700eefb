// Registers in a row: the value, one cycle later in each stage. Stage s loads on load[s], and otherwise keeps what it has.
//
//     stage 0 <= value,   stage s <= stage s - 1
//
// Synchronous reset to 0.
module register_chain #(
  parameter int WIDTH  = 32,
  parameter int STAGES = 1
) (
  input  logic                    clk,
  input  logic                    reset,
  input  logic [STAGES-1:0]       load,
  input  logic [WIDTH-1:0]        value,
  // Stage 0 in the least significant place.
  output logic [STAGES*WIDTH-1:0] stages
);
  for (genvar s = 0; s < STAGES; s++) begin : stage
    logic [WIDTH-1:0] previous;

    if (s == 0) begin : from_value
      assign previous = value;
    end else begin : from_stage
      assign previous = stages[(s-1)*WIDTH +: WIDTH];
    end

    always_ff @(posedge clk) begin
      if (reset)        stages[s*WIDTH +: WIDTH] <= '0;
      else if (load[s]) stages[s*WIDTH +: WIDTH] <= previous;
    end
  end
endmodule
