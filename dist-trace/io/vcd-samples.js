import { traceOf } from "./vcd-bank.js";
import { VcdText } from "./vcd-text.js";
import { CYCLE_UNITS } from "./vcd.js";
/** The plain function that the records of `openRecords` equal. */
export class TextSamples {
    #text;
    #clk;
    #traces;
    #loads;
    /** The load counters at the last sample. */
    #seen;
    #begun = false;
    constructor(out, banks, { clk, codes }) {
        this.#text = new VcdText(out);
        this.#clk = clk;
        this.#traces = banks.map((bank, index) => traceOf(bank, codes[index]));
        this.#loads = banks.map(({ loads }) => loads);
        this.#seen = banks.map(() => undefined);
    }
    sample(cycle) {
        const text = this.#text;
        const first = !this.#begun;
        this.#begun = true;
        text.time(cycle * CYCLE_UNITS);
        if (first)
            text.keyword('$dumpvars\n');
        if (this.#clk !== undefined)
            text.scalar(1, this.#clk);
        for (let index = 0; index < this.#traces.length; index++) {
            const loads = this.#loads[index]?.count;
            if (loads !== undefined && loads === this.#seen[index])
                continue;
            this.#seen[index] = loads;
            this.#traces[index].write(text, first);
        }
        if (first)
            text.keyword('$end\n');
        if (this.#clk === undefined)
            return;
        text.time(cycle * CYCLE_UNITS + CYCLE_UNITS / 2);
        text.scalar(0, this.#clk);
    }
    finish(cycle) {
        this.#text.time(cycle * CYCLE_UNITS);
        this.#text.flush();
    }
}
//# sourceMappingURL=vcd-samples.js.map