/** A waveform against a vector set: the map, the signals it names, and their values at each rising edge. */
import { InputError } from '../bits/check.ts';
import { compareRegisters } from '../golden/check/compare-registers.ts';
import { elementPorts, elementRegisters } from '../golden/check/element-registers.ts';
import { elementShape } from '../golden/check/element-shape.ts';
import { cycleFields, GoldenCycles } from '../golden/check/golden-cycles.ts';
import { resultFields } from '../golden/check/golden-results.ts';
import { registerOptions } from '../golden/check/options.ts';
import type { Outcome } from '../golden/check/outcome.ts';
import { benchSignals, parseSignalMap, type SignalMap } from '../golden/check/signal-map.ts';
import { planElement, planResult, type PlannedSignal } from '../golden/check/signal-plan.ts';
import { ELEMENT_UNIT, type VectorSet } from '../golden/check/vector-set.ts';
import { assembler, CycleWaveform, ResultWaveform } from '../golden/check/waveform.ts';
import { wordBits } from '../golden/fields.ts';
import { readText } from '../io/text-file.ts';
import { SignalNames } from '../io/vcd-read-names.ts';
import { VcdSamples } from '../io/vcd-read-samples.ts';
import { VcdReader } from '../io/vcd-read.ts';
import { compareDumpedResults, type CheckFlags, type OpenLines } from './check-dump.ts';
import { work } from './work.ts';

const MAX_MAP = 2 ** 22;

/** The outcome of comparing a waveform with its set. @throws InputError */
export async function checkVcd(set: VectorSet, lines: OpenLines, flags: CheckFlags): Promise<Outcome> {
  const { subject, map } = await readMap(set, flags.signals);
  const reader = new VcdReader(flags.dump);
  try {
    if (set.manifest.unit === ELEMENT_UNIT) return await checkElement(subject, map, set, lines, reader, flags);
    const fields = resultFields(set.file('cases'));
    const signals = planResult(subject, map, fields);
    const { samples, at } = openSamples(reader, map, signals, [map.valid, map.case]);
    const found = new ResultWaveform(samples, assembler(signals, wordBits(fields), 0), { valid: at(map.valid), case: at(map.case) });
    return await work('check', compareDumpedResults(reader.subject, found, set, lines, flags));
  } finally {
    reader.close();
  }
}

async function checkElement(subject: string, map: SignalMap, set: VectorSet, lines: OpenLines, reader: VcdReader, flags: CheckFlags): Promise<Outcome> {
  const shape = elementShape(set.manifest.parameters);
  const fields = cycleFields(set);
  const { words, wordBits: registerBits } = set.file('registers');
  const { signals, names } = planElement(subject, map, {
    fields,
    roles: [...elementRegisters(shape), ...elementPorts(shape)],
    registerBits,
    stageNames: shape.stageNames,
  });
  const window = windowOf(subject, map, words);
  const { samples, at } = openSamples(reader, map, signals, [map.cycle]);
  const numbers = { signal: at(map.cycle), start: map.firstCycle ?? 0, window };
  const onlyOutputs = [...names].every((name) => name === 'out' || name === 'out_valid');
  if (onlyOutputs) {
    const [out, valid] = ['out', 'out_valid'].map((name) => signals.findIndex((signal) => signal.about === name));
    if (out < 0 || valid < 0) throw new InputError(`${subject}: signals: expected out and out_valid, or registers, found only ${[...names].join(', ')}`);
    if (window.first > 0 || window.last < words - 1) throw new InputError(`${subject}: expected firstCycle and lastCycle only where registers are compared, found them with out alone`);
    const found = new CycleWaveform(samples, assembler([{ ...signals[out], lsb: 0 }], 32, out), { ...numbers, valid });
    return work('check', compareDumpedResults(reader.subject, found, set, lines, flags));
  }
  const found = new CycleWaveform(samples, assembler(signals, wordBits(fields), 0), numbers);
  return work('check', compareRegisters(reader.subject, found, new GoldenCycles(set, lines), shape, registerOptions(set, flags, names, window)));
}

/** The cycles that a map asks for, within those of the run. @throws InputError where there are none */
function windowOf(subject: string, { firstCycle = 0, lastCycle = Infinity }: SignalMap, cycles: number): { first: number; last: number } {
  const window = { first: Math.max(0, firstCycle), last: Math.min(lastCycle, cycles - 1) };
  if (window.last < window.first) throw new InputError(`${subject}: expected firstCycle and lastCycle with a cycle of the run's ${cycles} between them, found ${firstCycle} and ${lastCycle}`);
  return window;
}

async function readMap(set: VectorSet, path: string | undefined): Promise<{ subject: string; map: SignalMap }> {
  if (path === undefined) return { subject: "the generated bench's signals (see --signals)", map: benchSignals(set) };
  const { subject, text } = readText(path, MAX_MAP);
  return { subject, map: await parseSignalMap(subject, text, set.manifest.unit) };
}

/** Finds the signals in the waveform's declarations. @param others signals beside the planned ones @returns samples, and the number of each of `others` */
function openSamples(reader: VcdReader, { clock }: SignalMap, planned: readonly PlannedSignal[], others: readonly (string | undefined)[]) {
  const extra = others.filter((name) => name !== undefined);
  const names = new SignalNames(reader.subject, [clock, ...extra, ...planned.map(({ signal }) => signal)]);
  reader.declarations((declaration) => { names.add(declaration); });
  const found = planned.map(({ signal, about: what, width }) => {
    const named = names.find(signal);
    if (named.width !== width) throw new InputError(`${reader.subject}: ${signal}: expected ${width} bits for ${what}, found ${named.width}`);
    return named;
  });
  const rest = extra.map((name) => names.find(name));
  const samples = new VcdSamples(reader, names.find(clock), [...found, ...rest]);
  return { samples, at: (name: string | undefined) => (name === undefined ? undefined : found.length + extra.indexOf(name)) };
}
