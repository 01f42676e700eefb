/** The run of an element cycle by cycle: its inputs, what every register holds, and the outputs as they become visible. */
import { field, placeFields, type Field } from '../fields.ts';
import type { FileRole } from '../manifest.ts';
import { FieldView } from './field-view.ts';
import type { LineSource } from './found-source.ts';
import { ElementOutputs } from './golden-results.ts';
import { GoldenWords } from './golden-words.ts';
import type { VectorSet } from './vector-set.ts';

/** The element's ports, compared like registers where a waveform has them. */
export const PORTS = [field('register', 'out_valid', 1, { kind: 'bit' }), field('register', 'out', 32, { kind: 'binary32' })];

/** The registers of a set at their places, and above them the ports, which take no bits of a dump's word. */
export function cycleFields(set: VectorSet): Field[] {
  return placeFields([...PORTS, ...set.file('registers').fields]);
}

export class GoldenCycles {
  /** From 0; -1 before the first one. */
  cycle = -1;
  /** Digits of the registers alone. */
  text = '';
  /** Golden registers and stimulus in the cycle before; zeros before the first. */
  readonly before: FieldView;
  readonly stimulusBefore: FieldView;
  readonly #registers: GoldenWords;
  readonly #stimulus: GoldenWords;
  readonly #outputs: ElementOutputs;
  readonly #registerBits: number;
  readonly #now: FieldView;
  #beforeText = '0';
  #stimulusBeforeText = '0';
  /** Whether the outputs' cursor is on an output. */
  #due: boolean;

  constructor(set: VectorSet, lines: (role: FileRole) => LineSource) {
    const [registers, stimulus, outputs] = [set.file('registers'), set.file('stimulus'), set.file('outputs')];
    this.#registers = new GoldenWords(registers, lines('registers'));
    this.#stimulus = new GoldenWords(stimulus, lines('stimulus'));
    this.#outputs = new ElementOutputs(outputs, lines('outputs'), registers.words);
    this.#registerBits = registers.wordBits;
    const fields = cycleFields(set);
    this.#now = new FieldView(fields);
    this.before = new FieldView(fields);
    this.stimulusBefore = new FieldView(stimulus.fields);
    this.#due = this.#outputs.next();
  }

  /** Goes on to the next cycle. @returns whether there is one */
  next(): boolean {
    if (this.cycle >= 0) {
      this.#beforeText = this.text;
      this.#stimulusBeforeText = this.#stimulus.text;
    }
    const [there, stimulus] = [this.#registers.next(), this.#stimulus.next()];
    if (!there || !stimulus) return false;
    this.cycle++;
    this.text = this.#registers.text;
    while (this.#due && this.#outputs.stamp < this.cycle) this.#due = this.#outputs.next();
    return true;
  }

  /** The output that is visible in this cycle: its number, or undefined for none. */
  get output(): number | undefined {
    return this.#due && this.#outputs.stamp === this.cycle ? this.#outputs.index : undefined;
  }

  /** Reads the words of this cycle and the one before. @returns registers and ports */
  read(): FieldView {
    const ports = this.output === undefined ? 0n : (1n << 32n) | BigInt(`0x${this.#outputs.digits}`);
    this.#now.word = (ports << BigInt(this.#registerBits)) | BigInt(`0x${this.text}`);
    this.before.word = BigInt(`0x${this.#beforeText}`);
    this.stimulusBefore.word = BigInt(`0x${this.#stimulusBeforeText}`);
    return this.#now;
  }
}
