/** Which signals of a waveform are which: what a user says, or what the generated bench has. */
import { InputError } from "../../bits/check.js";
import { resultFields } from "./golden-results.js";
import { oneLine, parseJson, pathText } from "./manifest-schema.js";
import { ELEMENT_UNIT } from "./vector-set.js";
const MAX_CYCLE = 2 ** 32;
/** The map in a JSON text. @param subject its name in error messages @throws InputError */
export async function parseSignalMap(subject, text, unit) {
    const json = parseJson(subject, text);
    const { z } = await import('zod');
    const name = z.string().min(1).max(1000);
    const cycle = z.int().min(-MAX_CYCLE).max(MAX_CYCLE).optional();
    const common = { clock: name, signals: z.record(z.string().min(1).max(200), name) };
    const schema = unit === ELEMENT_UNIT
        ? z.strictObject({ ...common, cycle: name.optional(), firstCycle: cycle, lastCycle: cycle })
        : z.strictObject({ ...common, valid: name.optional(), case: name.optional() });
    const result = schema.safeParse(json);
    if (result.success)
        return result.data;
    const [{ path, message }] = result.error.issues;
    throw new InputError(`${subject}: ${path.length === 0 ? 'map' : pathText(path)}: ${oneLine(message)}`);
}
/** The signals of the generated bench. */
export function benchSignals(set) {
    const { unit } = set.manifest;
    if (unit === ELEMENT_UNIT) {
        return { clock: 'tb.clk', cycle: 'tb.cycle', signals: { registers: 'tb.dut.registers', out_valid: 'tb.dut.out_valid', out: 'tb.dut.out' } };
    }
    const fields = resultFields(set.file('cases'));
    return { clock: 'tb.clk', valid: 'tb.dut.out_valid', signals: Object.fromEntries(fields.map(({ name }) => [name, `tb.dut.${name}`])) };
}
//# sourceMappingURL=signal-map.js.map