/** Samples written as text at once: any widths and values, to any output. */
import type { OutputFile } from './atomic-file.ts';
import { traceOf, type BankTrace } from './vcd-bank.ts';
import type { Declarations } from './vcd-header.ts';
import { VcdText } from './vcd-text.ts';
import { CYCLE_UNITS, type Samples, type SignalBank } from './vcd.ts';

/** The plain function that the records of `openRecords` equal. */
export class TextSamples implements Samples {
  readonly #text: VcdText;
  readonly #clk: number | undefined;
  readonly #traces: readonly BankTrace[];
  readonly #loads: readonly SignalBank['loads'][];
  /** The load counters at the last sample. */
  readonly #seen: (number | undefined)[];
  #begun = false;

  constructor(out: OutputFile, banks: readonly SignalBank[], { clk, codes }: Declarations) {
    this.#text = new VcdText(out);
    this.#clk = clk;
    this.#traces = banks.map((bank, index) => traceOf(bank, codes[index]));
    this.#loads = banks.map(({ loads }) => loads);
    this.#seen = banks.map(() => undefined);
  }

  sample(cycle: number): void {
    const text = this.#text;
    const first = !this.#begun;
    this.#begun = true;
    text.time(cycle * CYCLE_UNITS);
    if (first) text.keyword('$dumpvars\n');
    if (this.#clk !== undefined) text.scalar(1, this.#clk);
    for (let index = 0; index < this.#traces.length; index++) {
      const loads = this.#loads[index]?.count;
      if (loads !== undefined && loads === this.#seen[index]) continue;
      this.#seen[index] = loads;
      this.#traces[index].write(text, first);
    }
    if (first) text.keyword('$end\n');
    if (this.#clk === undefined) return;
    text.time(cycle * CYCLE_UNITS + CYCLE_UNITS / 2);
    text.scalar(0, this.#clk);
  }

  finish(cycle: number): void {
    this.#text.time(cycle * CYCLE_UNITS);
    this.#text.flush();
  }
}
