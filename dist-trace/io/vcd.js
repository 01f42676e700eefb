/** Waveforms: the values of signals over time as a VCD file (IEEE 1364-2005, clause 18), in constant memory. */
import { requireInteger } from "../bits/check.js";
import { declareSignals } from "./vcd-header.js";
import { openRecords } from "./vcd-records.js";
import { TextSamples } from "./vcd-samples.js";
/** The length of a cycle in units of the timescale. */
export const CYCLE_UNITS = 10;
const LAST_CYCLE = Math.floor(Number.MAX_SAFE_INTEGER / CYCLE_UNITS) - 1;
/**
 * Begins a waveform: writes the declarations. The same calls give the same bytes.
 * @throws InputError for names that VCD cannot hold or that meet, for widths out of range, and when the file can't be written
 */
export function openVcd(out, header, banks) {
    const declarations = declareSignals(header, banks);
    out.write(Buffer.from(declarations.declarations, 'latin1'));
    return new Writer(openRecords(out, banks, declarations) ?? new TextSamples(out, banks, declarations));
}
class Writer {
    #samples;
    #next = 0;
    #finished = false;
    constructor(samples) {
        this.#samples = samples;
    }
    sample(cycle) {
        this.#advance('VCD sample', cycle);
        this.#samples.sample(cycle);
    }
    finish(cycle) {
        this.#advance('VCD end', cycle);
        this.#finished = true;
        this.#samples.finish(cycle);
    }
    #advance(subject, cycle) {
        if (this.#finished)
            throw new Error(`${subject}: the waveform is already finished`);
        this.#next = requireInteger(subject, cycle, this.#next, LAST_CYCLE) + 1;
    }
}
//# sourceMappingURL=vcd.js.map