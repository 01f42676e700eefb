/** A waveform against a vector set: the map, the signals it names, and their values at each rising edge. */
import { InputError } from "../bits/check.js";
import { compareRegisters } from "../golden/check/compare-registers.js";
import { elementPorts, elementRegisters } from "../golden/check/element-registers.js";
import { elementShape } from "../golden/check/element-shape.js";
import { cycleFields, GoldenCycles } from "../golden/check/golden-cycles.js";
import { resultFields } from "../golden/check/golden-results.js";
import { registerOptions } from "../golden/check/options.js";
import { benchSignals, parseSignalMap } from "../golden/check/signal-map.js";
import { planElement, planResult } from "../golden/check/signal-plan.js";
import { ELEMENT_UNIT } from "../golden/check/vector-set.js";
import { assembler, CycleWaveform, ResultWaveform } from "../golden/check/waveform.js";
import { wordBits } from "../golden/fields.js";
import { readText } from "../io/text-file.js";
import { SignalNames } from "../io/vcd-read-names.js";
import { VcdSamples } from "../io/vcd-read-samples.js";
import { VcdReader } from "../io/vcd-read.js";
import { compareDumpedResults } from "./check-dump.js";
import { work } from "./work.js";
const MAX_MAP = 2 ** 22;
/** The outcome of comparing a waveform with its set. @throws InputError */
export async function checkVcd(set, lines, flags) {
    const { subject, map } = await readMap(set, flags.signals);
    const reader = new VcdReader(flags.dump);
    try {
        if (set.manifest.unit === ELEMENT_UNIT)
            return await checkElement(subject, map, set, lines, reader, flags);
        const fields = resultFields(set.file('cases'));
        const signals = planResult(subject, map, fields);
        const { samples, at } = openSamples(reader, map, signals, [map.valid, map.case]);
        const found = new ResultWaveform(samples, assembler(signals, wordBits(fields), 0), { valid: at(map.valid), case: at(map.case) });
        return await work('check', compareDumpedResults(reader.subject, found, set, lines, flags));
    }
    finally {
        reader.close();
    }
}
async function checkElement(subject, map, set, lines, reader, flags) {
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
        if (out < 0 || valid < 0)
            throw new InputError(`${subject}: signals: expected out and out_valid, or registers, found only ${[...names].join(', ')}`);
        if (window.first > 0 || window.last < words - 1)
            throw new InputError(`${subject}: expected firstCycle and lastCycle only where registers are compared, found them with out alone`);
        const found = new CycleWaveform(samples, assembler([{ ...signals[out], lsb: 0 }], 32, out), { ...numbers, valid });
        return work('check', compareDumpedResults(reader.subject, found, set, lines, flags));
    }
    const found = new CycleWaveform(samples, assembler(signals, wordBits(fields), 0), numbers);
    return work('check', compareRegisters(reader.subject, found, new GoldenCycles(set, lines), shape, registerOptions(set, flags, names, window)));
}
/** The cycles that a map asks for, within those of the run. @throws InputError where there are none */
function windowOf(subject, { firstCycle = 0, lastCycle = Infinity }, cycles) {
    const window = { first: Math.max(0, firstCycle), last: Math.min(lastCycle, cycles - 1) };
    if (window.last < window.first)
        throw new InputError(`${subject}: expected firstCycle and lastCycle with a cycle of the run's ${cycles} between them, found ${firstCycle} and ${lastCycle}`);
    return window;
}
async function readMap(set, path) {
    if (path === undefined)
        return { subject: "the generated bench's signals (see --signals)", map: benchSignals(set) };
    const { subject, text } = readText(path, MAX_MAP);
    return { subject, map: await parseSignalMap(subject, text, set.manifest.unit) };
}
/** Finds the signals in the waveform's declarations. @param others signals beside the planned ones @returns samples, and the number of each of `others` */
function openSamples(reader, { clock }, planned, others) {
    const extra = others.filter((name) => name !== undefined);
    const names = new SignalNames(reader.subject, [clock, ...extra, ...planned.map(({ signal }) => signal)]);
    reader.declarations((declaration) => { names.add(declaration); });
    const found = planned.map(({ signal, about: what, width }) => {
        const named = names.find(signal);
        if (named.width !== width)
            throw new InputError(`${reader.subject}: ${signal}: expected ${width} bits for ${what}, found ${named.width}`);
        return named;
    });
    const rest = extra.map((name) => names.find(name));
    const samples = new VcdSamples(reader, names.find(clock), [...found, ...rest]);
    return { samples, at: (name) => (name === undefined ? undefined : found.length + extra.indexOf(name)) };
}
//# sourceMappingURL=check-vcd.js.map