/** `tb.sv` of an element: plays the stimulus, compares outputs and registers, writes dumps. For Icarus Verilog and Verilator alike. */
import { placeFields, wordBits } from "../fields.js";
import { ports, range } from "./dut.js";
import { registerFields, stimulusFields } from "./pe-fields.js";
import { benchTasks } from "./testbench-tasks.js";
import { benchHeader, benchTop } from "./testbench-text.js";
export function testbenchText(p, { set, files, outputScale, classes }) {
    const words = (role) => files.find((file) => file.role === role)?.words ?? 0;
    const inputs = stimulusFields(p).map(({ name }) => name);
    const wires = ports(p).filter(({ name }) => name !== 'clk' && name !== 'tensor_scale');
    return [
        benchHeader(set),
        `module tb;

  localparam integer CYCLES = ${words('stimulus')};
  localparam integer OUTPUTS = ${words('outputs')};
  localparam integer STIMULUS_BITS = ${wordBits(stimulusFields(p))};
  localparam integer REGISTER_BITS = ${wordBits(registerFields(p))};
  localparam [31:0] TENSOR_SCALE = 32'h${outputScale.toString(16).padStart(8, '0')};
`,
        benchTop(set),
        `  // The design and its wires.
${wires.map(({ bits, name }) => `  wire ${range(bits)} ${name};`).join('\n')}

  assign {${inputs.join(', ')}} = word;

  dut dut (
      .clk(clk),
      .tensor_scale(TENSOR_SCALE),
${wires.map(({ name }) => `      .${name}(${name})`).join(',\n')}
  );
`,
        benchTasks(),
        fieldTable(p),
        classTable(classes),
        'endmodule\n',
    ].join('\n');
}
/** The task that finds the first register that differs. */
function fieldTable(p) {
    const looks = placeFields(registerFields(p)).map(({ name, lsb, width, lanes }) => `      look("${name}", ${lsb}, ${width}, ${lanes});`);
    return `  // All register fields from the top of the word: name, place of lane 0, bits of a lane, lanes (or nodes, stages, contexts).
  task find_register;
    begin
      found = 1'b0;
${looks.join('\n')}
    end
  endtask
`;
}
/** The function that names the class of a cycle. */
function classTable(classes) {
    const lines = classes.map(({ name, first }) => `      if (at >= ${first}) class_of = "${name}";`);
    return `  // What a cycle was made for.
  function [8*24-1:0] class_of(input integer at);
    begin
      class_of = "reset";
${lines.join('\n')}
    end
  endfunction
`;
}
//# sourceMappingURL=testbench.js.map