/** The run of an element cycle by cycle: its inputs, what every register holds, and the outputs as they become visible. */
import { field, placeFields } from "../fields.js";
import { FieldView } from "./field-view.js";
import { ElementOutputs } from "./golden-results.js";
import { GoldenWords } from "./golden-words.js";
/** The element's ports, compared like registers where a waveform has them. */
export const PORTS = [field('register', 'out_valid', 1, { kind: 'bit' }), field('register', 'out', 32, { kind: 'binary32' })];
/** The registers of a set at their places, and above them the ports, which take no bits of a dump's word. */
export function cycleFields(set) {
    return placeFields([...PORTS, ...set.file('registers').fields]);
}
export class GoldenCycles {
    /** From 0; -1 before the first one. */
    cycle = -1;
    /** Digits of the registers alone. */
    text = '';
    /** Golden registers and stimulus in the cycle before; zeros before the first. */
    before;
    stimulusBefore;
    #registers;
    #stimulus;
    #outputs;
    #registerBits;
    #now;
    #beforeText = '0';
    #stimulusBeforeText = '0';
    /** Whether the outputs' cursor is on an output. */
    #due;
    constructor(set, lines) {
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
    next() {
        if (this.cycle >= 0) {
            this.#beforeText = this.text;
            this.#stimulusBeforeText = this.#stimulus.text;
        }
        const [there, stimulus] = [this.#registers.next(), this.#stimulus.next()];
        if (!there || !stimulus)
            return false;
        this.cycle++;
        this.text = this.#registers.text;
        while (this.#due && this.#outputs.stamp < this.cycle)
            this.#due = this.#outputs.next();
        return true;
    }
    /** The output that is visible in this cycle: its number, or undefined for none. */
    get output() {
        return this.#due && this.#outputs.stamp === this.cycle ? this.#outputs.index : undefined;
    }
    /** Reads the words of this cycle and the one before. @returns registers and ports */
    read() {
        const ports = this.output === undefined ? 0n : (1n << 32n) | BigInt(`0x${this.#outputs.digits}`);
        this.#now.word = (ports << BigInt(this.#registerBits)) | BigInt(`0x${this.text}`);
        this.before.word = BigInt(`0x${this.#beforeText}`);
        this.stimulusBefore.word = BigInt(`0x${this.#stimulusBeforeText}`);
        return this.#now;
    }
}
//# sourceMappingURL=golden-cycles.js.map