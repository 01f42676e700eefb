// The one place where binary32 results are rounded and packed.
//
//     result = (-1)^sign * magnitude * 2^lsb, rounded once
//
// Nearest, ties to even, gradual underflow, overflow to infinity. A magnitude of 0 gives a zero of the sign. With FLUSH_TO_ZERO a result that
// is subnormal after rounding becomes a zero of its sign; one that rounds up to 2^-126 stays.
//
// The lowest bit of the magnitude may be a sticky bit for what was lost below it, if the leading one is 25 or more places above: the sticky bit
// is then below the guard bit.
module fp32_round_pack #(
  // Bits of the magnitude, 2 or more.
  parameter int WIDTH         = 28,
  // Bits of the signed exponent of the magnitude's lowest bit.
  parameter int LSB_BITS      = 10,
  parameter int FLUSH_TO_ZERO = 0
) (
  input  logic                       sign,
  input  logic        [WIDTH-1:0]    magnitude,
  input  logic signed [LSB_BITS-1:0] lsb,
  output logic        [31:0]         result
);
  localparam int BIAS             = 127;
  localparam int SIGNIFICAND_BITS = 24;
  // The significand with a guard bit, and with a sticky bit for all bits below that.
  localparam int GUARDED_BITS     = SIGNIFICAND_BITS + 1;
  localparam int PRECISE_BITS     = GUARDED_BITS + 1;
  localparam int SHIFT_BITS       = $clog2(WIDTH);
  // The biased exponent is lsb + (TOP - shift). Both terms are below 2^TERM_BITS in magnitude, so their sum has one bit more, and a sign.
  localparam int TOP              = WIDTH - 1 + BIAS;
  localparam int TERM_BITS        = ($clog2(TOP + 1) > LSB_BITS) ? $clog2(TOP + 1) : LSB_BITS;
  localparam int EXPONENT_BITS    = TERM_BITS + 2;
  localparam logic signed [EXPONENT_BITS-1:0] MIN_NORMAL_EXPONENT = 1;
  localparam logic signed [EXPONENT_BITS-1:0] MAX_NORMAL_EXPONENT = 254;

  // 1. Normalize: the leading one to the top.
  logic [WIDTH-1:0]                normalized;
  logic [SHIFT_BITS-1:0]           shift;
  logic signed [EXPONENT_BITS-1:0] exponent;
  logic                            is_zero;

  normalizer #(.WIDTH(WIDTH)) normalize (.value(magnitude), .normalized(normalized), .shift(shift));

  assign exponent = EXPONENT_BITS'(lsb) + EXPONENT_BITS'(TOP) - EXPONENT_BITS'(shift);
  assign is_zero  = !normalized[WIDTH-1];

  // 2. Keep 25 bits and a sticky bit. Zeros below let a magnitude of any width fill them.
  logic [WIDTH+GUARDED_BITS-1:0] extended;
  logic [PRECISE_BITS-1:0]       precise;

  assign extended = {normalized, GUARDED_BITS'(0)};
  assign precise  = {extended[WIDTH+GUARDED_BITS-1 -: GUARDED_BITS], |extended[WIDTH-1:0]};

  // 3. Denormalize: below 2^-126 the exponent stays at that of subnormal numbers, and the significand moves down.
  logic                     is_tiny;
  logic [EXPONENT_BITS-1:0] denormalizing;
  logic [PRECISE_BITS-1:0]  placed;
  logic                     placed_sticky;

  assign is_tiny       = exponent < MIN_NORMAL_EXPONENT;
  assign denormalizing = is_tiny ? MIN_NORMAL_EXPONENT - exponent : '0;

  shift_right_sticky #(.WIDTH(PRECISE_BITS), .SHIFT_BITS(EXPONENT_BITS)) denormalize (
    .value(precise), .shift(denormalizing), .shifted(placed), .sticky(placed_sticky)
  );

  // 4. Round to nearest, ties to even.
  logic [SIGNIFICAND_BITS-1:0] significand;
  logic                        guard, sticky, round_up;

  assign {significand, guard} = placed[PRECISE_BITS-1:1];
  assign sticky               = placed[0] | placed_sticky;
  assign round_up             = guard & (sticky | significand[0]);

  // 5. Pack. The hidden bit of a normal number adds 1 to the exponent field; so does a significand that rounds up to the next power of two,
  // be it to the smallest normal number or to infinity.
  logic [7:0]  exponent_below;
  logic [30:0] packed_magnitude;
  logic        is_infinity, is_flushed;

  assign exponent_below   = is_tiny ? 8'd0 : 8'(exponent - MIN_NORMAL_EXPONENT);
  assign packed_magnitude = {exponent_below, 23'd0} + {7'd0, significand} + {30'd0, round_up};
  assign is_infinity      = exponent > MAX_NORMAL_EXPONENT;
  assign is_flushed       = FLUSH_TO_ZERO != 0 && packed_magnitude[30:23] == 8'd0;

  // 6. Zeros first: a magnitude of 0 has no exponent.
  assign result = is_zero     ? {sign, 31'd0}
                : is_infinity ? {sign, 8'hff, 23'd0}
                : is_flushed  ? {sign, 31'd0}
                :               {sign, packed_magnitude};
endmodule
