/** Which signals of a waveform are which: what a user says, or what the generated bench has. */
import { InputError } from '../../bits/check.ts';
import { resultFields } from './golden-results.ts';
import { oneLine, parseJson, pathText } from './manifest-schema.ts';
import { ELEMENT_UNIT, type VectorSet } from './vector-set.ts';

/** Names are dotted paths as in the waveform. */
export interface SignalMap {
  readonly clock: string;
  /** The number of the cycle, two's complement; without it, samples are counted. */
  readonly cycle?: string | undefined;
  /** The first cycle to compare; without a cycle signal, also the number of the first sample. */
  readonly firstCycle?: number | undefined;
  /** The last cycle to compare. */
  readonly lastCycle?: number | undefined;
  /** Of a unit: a result is there. Without it, one is there at every rising edge. */
  readonly valid?: string | undefined;
  /** Of a unit: the number of the case. Without it, results come in order. */
  readonly case?: string | undefined;
  /** By result field; of the element by register, port or `registers`. */
  readonly signals: Readonly<Record<string, string>>;
}

const MAX_CYCLE = 2 ** 32;

/** The map in a JSON text. @param subject its name in error messages @throws InputError */
export async function parseSignalMap(subject: string, text: string, unit: string): Promise<SignalMap> {
  const json = parseJson(subject, text);
  const { z } = await import('zod');
  const name = z.string().min(1).max(1000);
  const cycle = z.int().min(-MAX_CYCLE).max(MAX_CYCLE).optional();
  const common = { clock: name, signals: z.record(z.string().min(1).max(200), name) };
  const schema =
    unit === ELEMENT_UNIT
      ? z.strictObject({ ...common, cycle: name.optional(), firstCycle: cycle, lastCycle: cycle })
      : z.strictObject({ ...common, valid: name.optional(), case: name.optional() });
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  throw new InputError(`${subject}: ${path.length === 0 ? 'map' : pathText(path)}: ${oneLine(message)}`);
}

/** The signals of the generated bench. */
export function benchSignals(set: VectorSet): SignalMap {
  const { unit } = set.manifest;
  if (unit === ELEMENT_UNIT) {
    return { clock: 'tb.clk', cycle: 'tb.cycle', signals: { registers: 'tb.dut.registers', out_valid: 'tb.dut.out_valid', out: 'tb.dut.out' } };
  }
  const fields = resultFields(set.file('cases'));
  return { clock: 'tb.clk', valid: 'tb.dut.out_valid', signals: Object.fromEntries(fields.map(({ name }) => [name, `tb.dut.${name}`])) };
}
