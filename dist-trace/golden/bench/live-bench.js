import { bitRange, dutInstance } from "./unit-dut.js";
/** Operands that may wait for their results at once: more than any design has stages. */
const IN_FLIGHT = 1024;
/** Clock cycles without any progress after which a design is taken for hung. */
const HUNG_CYCLES = 10_000;
/** live.sv */
export function liveBench({ unit, fields, evaluation }) {
    const inputs = fields.filter(({ direction }) => direction === 'in');
    const outputs = fields.filter(({ direction }) => direction === 'out');
    const names = (of) => of.map(({ name }) => name).join(', ');
    const formats = (of, text = (name) => `${name}=%h`) => of.map(({ name }) => text(name)).join(' ');
    return `// Live bench for ${unit}, written by mlsim vectors: random operands go to the design and to the model at the same time, without a file between them.
//
// Two pipes carry the words of a case to "mlsim eval" and its answer back. RTL is the folder rtl of mlsim.
//   $ mkfifo ask answer
//   $ ${evaluation} < ask > answer &
//   $ iverilog -g2012 -s live -o live.vvp live.sv dut.sv $RTL/*.sv && vvp -n live.vvp
// or
//   $ ${evaluation} < ask > answer &
//   $ verilator --binary --timing -Wno-fatal --top live --Mdir obj_live live.sv dut.sv $RTL/*.sv && obj_live/Vlive
//
// The last line is PASS or FAIL, and a failed run's exit status is not 0. Options:
//   +count=N   cases; default 10000          +seed=N    another run of operands; default 1
//   +errors=N  mismatches printed; default 10   +ask=FILE +answer=FILE  the pipes
//   +nan=any   any NaN is right where one is expected
\`timescale 1ns / 1ps

module live;

  localparam integer IN_FLIGHT = ${IN_FLIGHT};
  localparam integer HUNG      = ${HUNG_CYCLES};

  reg  clk      = 1'b0;
  reg  reset    = 1'b1;
  reg  in_valid = 1'b0;
  wire in_ready;
  wire out_valid;
${inputs.map((field) => `  reg  ${bitRange(field)}${field.name};`).join('\n')}
${outputs.map((field) => `  wire ${bitRange(field)}${field.name};`).join('\n')}

${dutInstance(fields)}

  always #5 clk = !clk;

  reg [8*1024-1:0] path;
  integer ask;
  integer answer;
  integer count      = 10000;
  integer errors     = 10;
  integer any_nan    = 0;
  integer offered    = 0;
  integer accepted   = 0;
  integer answered   = 0;
  integer mismatches = 0;
  integer quiet      = 0;
  integer edges      = 0;
  integer got;

  // What was asked for the cases under way, and what the model says.
${inputs.map((field) => `  reg ${bitRange(field)}asked_${field.name} [0:IN_FLIGHT-1];`).join('\n')}
${outputs.map((field) => `  reg ${bitRange(field)}golden_${field.name};`).join('\n')}

  // Marsaglia's xorshift64: the same operands in every simulator.
  reg [63:0] state = 64'h9e3779b97f4a7c15;
  function [31:0] draw(input integer unused);
    begin
      state = state ^ (state << 13);
      state = state ^ (state >> 7);
      state = state ^ (state << 17);
      draw = state[47:16];
    end
  endfunction

  // A binary32 operand: any bits, an exponent near another's, few or many ones in the fraction, or a special one.
  function [31:0] draw_binary32(input [31:0] other);
    reg [31:0] bits;
    begin
      bits = draw(0);
      case (draw(0) & 7)
        0: draw_binary32 = {bits[31], other[30:23] + {4'd0, bits[26:23]} - 8'd7, bits[22:0]};
        1: draw_binary32 = {bits[31], other[30:23], other[22:0] ^ (bits[22:0] >> (bits[30:26] % 24))};
        2: draw_binary32 = {bits[31:23], 23'd0};
        3: draw_binary32 = {bits[31:23], 23'h7fffff ^ (bits[22:0] >> 16)};
        4: draw_binary32 = {bits[31], {8{bits[30]}}, bits[29] ? bits[22:0] : 23'd0};
        default: draw_binary32 = bits;
      endcase
    end
  endfunction
${unit === 'quantizer' ? DRAW_QUANTIZER : ''}
  task draw_operands;
    integer bit_count;
    begin
${drawLines(unit, inputs)}
    end
  endtask

  initial begin
    path = "ask";
    if ($value$plusargs("ask=%s", path)) begin end
    ask = $fopen(path, "w");
    path = "answer";
    if ($value$plusargs("answer=%s", path)) begin end
    answer = $fopen(path, "r");
    if (ask == 0 || answer == 0) begin
      $display("FAIL ${unit}: the pipes ask and answer cannot be opened (mkfifo ask answer)");
      $fatal;
    end
    if ($value$plusargs("count=%d", count)) begin end
    if ($value$plusargs("errors=%d", errors)) begin end
    if ($value$plusargs("seed=%d", got)) state = state ^ {got, got * 32'h85ebca6b};
    if ($test$plusargs("nan=any")) any_nan = 1;
  end

  always @(posedge clk) begin
    edges = edges + 1;
    if (edges == 4) reset <= 1'b0;
  end

  always @(posedge clk) if (!reset) begin
    quiet = quiet + 1;
    if (in_valid && in_ready === 1'b1) begin
${inputs.map(({ name }) => `      asked_${name}[accepted % IN_FLIGHT] = ${name};`).join('\n')}
      $fdisplay(ask, "${formats(inputs, () => '%h')}", ${names(inputs)});
      $fflush(ask);
      accepted = accepted + 1;
      quiet = 0;
    end
    if (out_valid === 1'b1) begin
      take_result;
      quiet = 0;
    end
    if (!in_valid || in_ready === 1'b1) begin
      if (accepted < count && accepted - answered < IN_FLIGHT) begin
        draw_operands;
        in_valid <= 1'b1;
      end else in_valid <= 1'b0;
    end
    if (answered >= count || quiet >= HUNG) finish;
  end

  task take_result;
    begin
      if (answered >= accepted) begin
        $display("FAIL ${unit}: result %0d, with %0d cases taken", answered, accepted);
        $fatal;
      end
      got = $fscanf(answer, "${formats(outputs, () => '%h')}", ${outputs.map(({ name }) => `golden_${name}`).join(', ')});
      if (got != ${outputs.length}) begin
        $display("FAIL ${unit}: no answer to case %0d: has mlsim eval stopped?", answered);
        $fatal;
      end
      if (!(${outputs.map(({ name }) => `${name} === golden_${name}`).join(' && ')})${nanRule(outputs)}) begin
        mismatches = mismatches + 1;
        if (mismatches <= errors)
          $display("MISMATCH case %0d: ${formats(inputs)}, expected ${formats(outputs)}, found ${formats(outputs)}", answered, ${inputs.map(({ name }) => `asked_${name}[answered % IN_FLIGHT]`).join(', ')}, ${outputs.map(({ name }) => `golden_${name}`).join(', ')}, ${names(outputs)});
      end
      answered = answered + 1;
    end
  endtask

  task finish;
    begin
      if (mismatches == 0 && answered >= count) begin
        $display("PASS ${unit}: %0d live cases", answered);
        $finish;
      end else begin
        $display("FAIL ${unit}: %0d of %0d live cases differ, %0d have no result", mismatches, count, count - answered);
        $fatal;
      end
    end
  endtask

endmodule
`;
}
function nanRule(outputs) {
    const [only] = outputs;
    if (outputs.length !== 1 || only.kind !== 'binary32')
        return '';
    const { name } = only;
    return ` && !(any_nan != 0 && golden_${name} === 32'h7fc00000 && (&${name}[30:23]) === 1'b1 && (|${name}[22:0]) === 1'b1 && (^${name}) !== 1'bx)`;
}
/** x of a magnitude of at most scale x tensor_scale, which is what the quantizer is defined for. */
const DRAW_QUANTIZER = `
  // An exponent below that of scale x tensor_scale, by 1 to 16.
  function [31:0] draw_scaled(input [31:0] tensor, input integer scale_exponent);
    reg [31:0] bits;
    integer    exponent;
    begin
      bits = draw(0);
      exponent = tensor[30:23] - scale_exponent - 1 - (draw(0) & 15);
      draw_scaled = exponent < 0 ? {bits[31], 31'd0} : {bits[31], exponent[7:0], bits[22:0]};
    end
  endfunction
`;
function drawLines(unit, inputs) {
    if (unit === 'quantizer')
        return drawQuantizer(inputs);
    let previous = "32'd0";
    return inputs
        .flatMap((field) => {
        const { name, width, lanes } = field;
        if (field.kind !== 'binary32')
            return drawBits(name, width * lanes);
        if (lanes > 1)
            return [`      for (bit_count = 0; bit_count < ${lanes}; bit_count = bit_count + 1)`, `        ${name} = {${name}[${32 * (lanes - 1) - 1}:0], draw_binary32(${name}[31:0])};`];
        const line = `      ${name} = draw_binary32(${previous});`;
        previous = name;
        return [line];
    })
        .join('\n');
}
/** Any bits, 32 at a time. */
function drawBits(name, bits) {
    if (bits <= 32)
        return [`      ${name} = draw(0);`];
    return [`      for (bit_count = 0; bit_count < ${bits}; bit_count = bit_count + 32) ${name} = (${name} << 32) | draw(0);`];
}
function drawQuantizer(inputs) {
    const scale = inputs.find(({ name }) => name === 'scale');
    const mantissaBits = scale?.kind === 'scale' ? scale.Mg : 0;
    const lines = [
        '      tensor_scale = {1\'b0, 8\'d1 + (draw(0) & 8\'hff) % 8\'d254, 23\'d0} | (draw(0) & 32\'h7fffff);',
        '      scale = draw(0);',
        `      x = draw_scaled(tensor_scale, scale >> ${mantissaBits});`,
    ];
    if (inputs.some(({ name }) => name === 'random'))
        lines.push('      random = draw(0);');
    return lines.join('\n');
}
//# sourceMappingURL=live-bench.js.map