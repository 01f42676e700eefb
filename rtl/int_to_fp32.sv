// Integer to binary32: a scaled group sum becomes an input of the adder tree, rounded once. Combinational.
//
//     result = q * 2^lsb
//
// Nearest, ties to even, gradual underflow or (FLUSH_TO_ZERO) none, overflow to infinity. q = 0 gives +0; a negative q that rounds or flushes
// to zero gives -0.
module int_to_fp32 #(
  parameter int Q_BITS        = 36,
  parameter int LSB_BITS      = 11,
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic signed [Q_BITS-1:0]   q,
  input  logic signed [LSB_BITS-1:0] lsb,
  output logic        [31:0]         result
);
  logic              negative;
  logic [Q_BITS-1:0] magnitude;

  // As an unsigned number the magnitude of the lowest q, 2^(Q_BITS-1), fits too.
  assign negative  = q[Q_BITS-1];
  assign magnitude = negative ? -q : q;

  fp32_round_pack #(.WIDTH(Q_BITS), .LSB_BITS(LSB_BITS), .FLUSH_TO_ZERO(FLUSH_TO_ZERO)) round_pack (
    .sign(negative), .magnitude(magnitude), .lsb(lsb), .result(result)
  );
endmodule
