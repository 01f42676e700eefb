/** `[msb:0] ` of all lanes of a field; nothing for one bit. */
export function bitRange({ width, lanes }) {
    const bits = width * lanes;
    return bits === 1 ? '' : `[${bits - 1}:0] `;
}
/** What the field of one bit or more means to a reader of Verilog. */
export function fieldMeaning(field) {
    const one = meaningOf(field);
    return field.lanes === 1 ? one : `${field.lanes} lanes of ${field.width} bits, lane 0 lowest: ${one}`;
}
function meaningOf(field) {
    switch (field.kind) {
        case 'bit':
            return 'flag';
        case 'unsigned':
            return 'unsigned';
        case 'signed':
            return "two's complement";
        case 'binary32':
            return 'binary32';
        case 'element':
            return `element code <${field.E},${field.M}>`;
        case 'scale':
            return `group scale code <${field.Eg},${field.Mg}>`;
    }
}
/** The design in a bench whose wires have the names of its ports. */
export function dutInstance(fields) {
    const connect = (wanted) => fields.filter(({ direction }) => direction === wanted).map(({ name }) => `.${name}(${name})`);
    const connections = ['.clk(clk)', '.reset(reset)', '.in_valid(in_valid)', '.in_ready(in_ready)', ...connect('in'), '.out_valid(out_valid)', ...connect('out')];
    return `  dut dut (\n${connections.map((connection) => `    ${connection}`).join(',\n')}\n  );`;
}
/** dut.sv */
export function unitDut({ unit, parameters, fields }) {
    const module = unit.replaceAll('-', '_');
    const inputs = fields.filter(({ direction }) => direction === 'in');
    const outputs = fields.filter(({ direction }) => direction === 'out');
    const ports = [
        ['input  logic clk', 'cases are offered and results taken at its rising edges'],
        ['input  logic reset', 'high for the first cycles, before any case'],
        ['input  logic in_valid', 'a case is offered: its inputs stand until it is taken'],
        ['output logic in_ready', 'the case is taken at the next rising edge'],
        ...inputs.map((field) => [`input  logic ${bitRange(field)}${field.name}`, fieldMeaning(field)]),
        ['output logic out_valid', 'the result of the next case, in order, is there at the next rising edge'],
        ...outputs.map((field) => [`output logic ${bitRange(field)}${field.name}`, fieldMeaning(field)]),
    ];
    const connections = [...inputs, ...outputs].map(({ name }) => `.${name}(${name})`);
    // The reference has the port of the random integer always.
    if (unit === 'quantizer' && !inputs.some(({ name }) => name === 'random'))
        connections.push(`.random(${parameters['RANDOM_BITS']}'d0)`);
    const values = Object.entries(parameters).map(([name, value]) => `    .${name}(${value})`);
    return `// The design under test for the ${unit} vectors beside this file.
//
// Here it is the reference RTL, module ${module}, which is combinational. To check a design of your own, put it in the place of
// "reference" below. A combinational design answers in the same cycle, as here. A pipelined or multi-cycle one drives
// in_ready and out_valid: it takes a case where in_valid and in_ready are high, and gives one result for each case, in order.
module dut (
${portLines(ports)}
);

  assign in_ready  = 1'b1;
  assign out_valid = in_valid;

  ${module} #(
${values.join(',\n')}
  ) reference (
${connections.map((connection) => `    ${connection}`).join(',\n')}
  );

endmodule
`;
}
function portLines(ports) {
    const width = Math.max(...ports.map(([port]) => port.length)) + 1;
    return ports.map(([port, meaning], i) => `  ${`${port}${i < ports.length - 1 ? ',' : ''}`.padEnd(width)} // ${meaning}`).join('\n');
}
//# sourceMappingURL=unit-dut.js.map