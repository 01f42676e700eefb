/** What a design is to give, one result after another. */
import { InputError } from "../../bits/check.js";
import { hexDigits } from "../../bits/width.js";
import { placeFields, wordBits } from "../fields.js";
import { GoldenWords } from "./golden-words.js";
/** The fields of a file that a design gives, placed in a word of their own. */
export function resultFields({ role, fields }) {
    return placeFields(fields.filter(({ name, direction }) => (role === 'outputs' ? name === 'out' : direction === 'out')));
}
/** The results of a unit's cases: the lowest bits of each word. */
export class CaseResults {
    digits = '';
    fields;
    total;
    #words;
    #start;
    /** Takes away what is above the result in its top digit. */
    #topMask;
    constructor(file, lines) {
        this.fields = resultFields(file);
        this.total = file.words;
        this.#words = new GoldenWords(file, lines);
        const bits = wordBits(this.fields);
        this.#start = hexDigits(file.wordBits) - hexDigits(bits);
        this.#topMask = 2 ** (((bits - 1) % 4) + 1) - 1;
    }
    next() {
        if (!this.#words.next())
            return false;
        const digits = this.#words.text.slice(this.#start);
        this.digits = this.#topMask === 15 ? digits : (Number.parseInt(digits[0], 16) & this.#topMask).toString(16) + digits.slice(1);
        return true;
    }
    get index() {
        return this.#words.index;
    }
    get stamp() {
        return this.#words.index;
    }
    get word() {
        return this.#words.text;
    }
}
const CYCLE_DIGITS = 8;
/** The outputs of an element: `{cycle, out}`. */
export class ElementOutputs {
    digits = '';
    stamp = -1;
    fields;
    total;
    #name;
    #words;
    #cycles;
    /** @param cycles of the run */
    constructor(file, lines, cycles) {
        this.fields = resultFields(file);
        this.total = file.words;
        this.#name = file.name;
        this.#words = new GoldenWords(file, lines);
        this.#cycles = cycles;
    }
    next() {
        if (!this.#words.next())
            return false;
        const cycle = Number.parseInt(this.#words.text.slice(0, CYCLE_DIGITS), 16);
        if (cycle <= this.stamp || cycle >= this.#cycles) {
            throw new InputError(`${this.#name}: line ${this.index + 1}: expected a cycle after ${this.stamp} and below ${this.#cycles}, found ${cycle}`);
        }
        this.stamp = cycle;
        this.digits = this.#words.text.slice(CYCLE_DIGITS);
        return true;
    }
    get index() {
        return this.#words.index;
    }
    get word() {
        return this.#words.text;
    }
}
//# sourceMappingURL=golden-results.js.map