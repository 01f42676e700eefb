/** `dut.sv`: the wrapper that the bench looks into, around the reference RTL until somebody puts their own design there. */
import { wordBits } from "../fields.js";
import { rtlParameters } from "./parameters.js";
import { registerFields, stimulusFields } from "./pe-fields.js";
/** The ports of the element, in order. */
export function ports(p) {
    return [
        { direction: 'input', bits: 1, name: 'clk', about: '' },
        ...stimulusFields(p).map((spec) => ({ direction: 'input', bits: spec.width * spec.lanes, name: spec.name, about: ABOUT[spec.name] ?? codes(spec) })),
        { direction: 'input', bits: 32, name: 'tensor_scale', about: 'S_z, binary32; constant' },
        { direction: 'output', bits: 1, name: 'out_valid', about: 'an output is visible in this cycle' },
        { direction: 'output', bits: 32, name: 'out', about: 'binary32' },
        { direction: 'output', bits: wordBits(registerFields(p)), name: 'registers', about: 'every register, as in registers.hex; 0 where it is not compared' },
    ];
}
const ABOUT = {
    reset: 'synchronous, active high',
    in_valid: 'a pair for each lane that has a group',
    in_first: 'first and last pair of the groups',
    in_last: '',
    in_chunk_first: 'first and last chunk of the output',
    in_chunk_last: '',
    in_context: 'running-sum register of the output',
    in_lane_valid: 'the lane has a group',
};
/** What a bus of codes consists of. */
function codes(spec) {
    const format = spec.kind === 'element' ? `element codes <${spec.E},${spec.M}>` : spec.kind === 'scale' ? `group scale codes <${spec.Eg},${spec.Mg}>, with the last pair` : '';
    return `${spec.lanes} x ${spec.width} bits, lane 0 lowest: ${format}`;
}
/** A declaration of a port or a wire, its range aligned. */
export function range(bits) {
    return (bits === 1 ? '' : `[${bits - 1}:0]`).padEnd(10);
}
export function dutText(p) {
    const all = ports(p);
    const declarations = all.map(({ direction, bits, name, about }, i) => {
        const comma = i === all.length - 1 ? ' ' : ',';
        const declaration = `    ${direction.padEnd(6)} logic ${range(bits)} ${name}${comma}`;
        return about === '' ? declaration : `${declaration.padEnd(48)} // ${about}`;
    });
    const parameters = Object.entries(rtlParameters(p)).map(([name, value]) => `      .${name}(${value})`);
    return `// The design under test: what tb.sv drives. Here it is the reference RTL; put your own processing element in the
// place of "reference".
//
// In a valid cycle each lane with a group takes one pair (in_x, in_y). The registers, stage by stage, and the order of the pairs are in
// docs/pipeline.md, the arithmetic is in docs/arithmetic.md.

module dut (
${declarations.join('\n')}
);

  pe #(
${parameters.join(',\n')}
  ) reference (
${all.map(({ name }) => `      .${name}(${name})`).join(',\n')}
  );

endmodule
`;
}
//# sourceMappingURL=dut.js.map