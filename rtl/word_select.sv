// Reads one of several words; 0 where there is no word of that index.
module word_select #(
  parameter int WORDS      = 4,
  parameter int WIDTH      = 32,
  parameter int INDEX_BITS = 2
) (
  // Word 0 in the least significant place.
  input  logic [WORDS*WIDTH-1:0] words,
  input  logic [INDEX_BITS-1:0]  index,
  output logic [WIDTH-1:0]       word
);
  function automatic logic [WIDTH-1:0] select(input logic [WORDS*WIDTH-1:0] from, input logic [INDEX_BITS-1:0] number);
    select = '0;
    for (int w = 0; w < WORDS; w++) begin
      select = select | ((number == INDEX_BITS'(w)) ? from[w*WIDTH +: WIDTH] : '0);
    end
  endfunction

  assign word = select(words, index);
endmodule
