/** A stand-in for a design: module `pe` that plays the golden registers and outputs back, with faults on request, to see what the bench makes of them. */
import { wordBits } from '../../../src/golden/fields.ts';
import { ports } from '../../../src/golden/pe/dut.ts';
import { rtlParameters, type PeParameters } from '../../../src/golden/pe/parameters.ts';

/**
 * Its faults are plusargs: +flip_cycle=C +flip_bit=B turns a register bit over in one cycle, +wrong=N the last bit of an output, +drop=N leaves an output
 * out, +extra=C gives one where none is, +late=K delays all by K cycles, +unknown=N makes an output x. After inputs that were not the stimulus all registers are turned over.
 */
export function replayDesign(parameters: PeParameters, source: { readonly files: readonly { readonly fields: Parameters<typeof wordBits>[0] }[] }, outputs: number, cycles: number): string {
  const [stimulus, , registers] = source.files.map(({ fields }) => wordBits(fields));
  const names = Object.keys(rtlParameters(parameters));
  const all = ports(parameters);
  const inputs = all.slice(1, all.findIndex(({ name }) => name === 'tensor_scale')).map(({ name }) => name);
  return `
module pe #(${names.map((name) => `parameter ${name} = -1`).join(', ')}) (
${all.map(({ direction, bits, name }) => `  ${direction} wire [${bits - 1}:0] ${name}`).join(',\n')}
);
  reg [${stimulus - 1}:0] stimulus [0:${cycles - 1}];
  reg [63:0] outputs [0:${outputs - 1}];
  reg [${registers - 1}:0] golden [0:${cycles - 1}];
  integer flip_cycle = -10, flip_bit = 0, wrong = -1, drop = -1, extra = -10, late = 0, unknown = -1;
  integer cycle = -2, next = 0;
  initial begin
    $readmemh("stimulus.hex", stimulus);
    $readmemh("outputs.hex", outputs);
    $readmemh("registers.hex", golden);
    if ($value$plusargs("flip_cycle=%d", flip_cycle)) ;
    if ($value$plusargs("flip_bit=%d", flip_bit)) ;
    if ($value$plusargs("wrong=%d", wrong)) ;
    if ($value$plusargs("drop=%d", drop)) ;
    if ($value$plusargs("extra=%d", extra)) ;
    if ($value$plusargs("late=%d", late)) ;
    if ($value$plusargs("unknown=%d", unknown)) ;
  end
  // Everything is made at an edge for the cycle that begins with it: Icarus is slow with wide continuous assignments.
  integer at;
  reg valid = 1'b0, mistaken = 1'b0;
  reg [31:0] word = 32'h0;
  reg [${registers - 1}:0] held = 0;
  assign registers = held;
  assign out_valid = valid;
  assign out = word;
  always @(posedge clk) begin
    at = cycle + 1;
    if (cycle >= 0 && cycle < ${cycles} && {${inputs.join(', ')}} !== stimulus[cycle]) mistaken = 1'b1;
    if (at >= 0 && at < ${cycles}) begin
      held <= mistaken ? ~golden[at] : golden[at] ^ ((at == flip_cycle ? {{${registers - 1}{1'b0}}, 1'b1} : 0) << flip_bit);
    end
    valid <= at == extra;
    if (at >= 0 && next < ${outputs} && outputs[next][63:32] + late == at) begin
      valid <= next != drop || at == extra;
      word <= next == unknown ? 32'hx : outputs[next][31:0] ^ {31'b0, next == wrong};
      next = next + 1;
    end
    cycle = at;
  end
endmodule
`;
}
