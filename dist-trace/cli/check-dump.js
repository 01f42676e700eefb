/** A dump against its set: opens what has to be read, and closes it whatever happens. */
import { join } from 'node:path';
import { InputError } from "../bits/check.js";
import { compareRegisters } from "../golden/check/compare-registers.js";
import { compareResults } from "../golden/check/compare-results.js";
import { Dump } from "../golden/check/dump.js";
import { elementShape } from "../golden/check/element-shape.js";
import { GoldenCycles } from "../golden/check/golden-cycles.js";
import { CaseResults, ElementOutputs, resultFields } from "../golden/check/golden-results.js";
import { registerOptions, resultOptions } from "../golden/check/options.js";
import { ELEMENT_UNIT } from "../golden/check/vector-set.js";
import { wordBits } from "../golden/fields.js";
import { LineReader } from "../io/line-reader.js";
import { isVcd } from "../io/vcd-read.js";
import { checkVcd } from "./check-vcd.js";
import { work } from "./work.js";
/** The outcome of comparing a dump or a waveform with its set. @throws InputError */
export async function checkDump(folder, set, flags) {
    const opened = [];
    const open = (path) => {
        const reader = new LineReader(path);
        opened.push(reader);
        return reader;
    };
    const lines = (role) => open(join(folder, set.file(role).name));
    try {
        if (isVcd(flags.dump))
            return await checkVcd(set, lines, flags);
        if (flags.signals !== undefined)
            throw new InputError('--signals: only a VCD takes it, found another dump');
        return await checkWords(set, lines, open(flags.dump), flags);
    }
    finally {
        for (const reader of opened)
            reader.close();
    }
}
async function checkWords(set, lines, reader, flags) {
    const { manifest } = set;
    const dump = new Dump(reader.subject, reader, { unit: manifest.unit, set: manifest.set, stamped: manifest.unit === ELEMENT_UNIT ? 'cycle' : 'case' }, formatsOf(set));
    const role = dump.begin()?.role ?? (manifest.unit === ELEMENT_UNIT ? 'outputs' : 'cases');
    if (role === 'registers') {
        return work('check', compareRegisters(reader.subject, dump, new GoldenCycles(set, lines), elementShape(manifest.parameters), registerOptions(set, flags)));
    }
    return work('check', compareDumpedResults(reader.subject, dump, set, lines, flags));
}
/** What the words of a dump of this set may be. */
function formatsOf(set) {
    if (set.manifest.unit !== ELEMENT_UNIT) {
        const fields = resultFields(set.file('cases'));
        return [{ role: 'cases', name: fields.map(({ name }) => name).join(', '), bits: wordBits(fields) }];
    }
    return [
        { role: 'outputs', name: 'out', bits: 32 },
        { role: 'registers', name: 'registers', bits: set.file('registers').wordBits },
    ];
}
/** Results in order, or stamped. */
export function compareDumpedResults(subject, found, set, lines, flags) {
    return compareResults(subject, found, goldenResults(set, lines), resultOptions(set, flags));
}
function goldenResults(set, lines) {
    if (set.manifest.unit !== ELEMENT_UNIT)
        return new CaseResults(set.file('cases'), lines('cases'));
    return new ElementOutputs(set.file('outputs'), lines('outputs'), set.file('stimulus').words);
}
//# sourceMappingURL=check-dump.js.map