/** The values of a bank as words of a record. */
import { misfit } from "./vcd-bank.js";
import { NOTHING } from "./vcd-shared.js";
const NO_PAIRS = new BigInt64Array(0);
export class BankCopy {
    #bank;
    #index;
    #count;
    #wide;
    /** The bank's values, and the same memory as words, where those are what a record takes. */
    #source;
    #words;
    /** Words before the first pair: 0 or 1. */
    #before = 0;
    #pairs = NO_PAIRS;
    /** Whether a word follows the last pair. */
    #after = false;
    /** @param bank of at most MAX_FORMATTED_WIDTH bits @param index its own */
    constructor(bank, index) {
        this.#bank = bank;
        this.#index = index;
        this.#count = bank.values.length;
        this.#wide = bank.width > 32;
    }
    /**
     * Writes the bank's index and its values. Words as they are, doubles as two words; whether they fit their width is not looked at but where they
     * must be converted.
     * @param at index of a word @returns the index behind the values @throws RangeError for a value that its width does not hold
     */
    write(target, at) {
        const values = this.#bank.values;
        if (values !== this.#source)
            this.#look(values);
        const words = this.#words;
        const to = target.words;
        if (words === undefined) {
            to[at] = this.#index;
            return this.#convert(values, to, at + 1);
        }
        const before = this.#before;
        // Pairs lie as in the bank: at even indices.
        if ((at & 1) === before)
            to[at++] = NOTHING;
        to[at++] = this.#index;
        if (before === 1)
            to[at] = words[0];
        const pairs = this.#pairs;
        const count = pairs.length;
        const start = (at + before) >> 1;
        const toPairs = target.pairs;
        for (let index = 0; index < count; index++)
            toPairs[start + index] = pairs[index];
        at += words.length;
        if (this.#after)
            to[at - 1] = words[words.length - 1];
        return at;
    }
    /** Takes note of the array that holds the values now. */
    #look(values) {
        if (values.length < this.#count)
            throw misfit(this.#bank, values.length);
        const signed = this.#bank.kind === 'signed';
        const raw = values instanceof (this.#wide ? Float64Array : signed ? Int32Array : Uint32Array);
        this.#source = values;
        this.#words = raw ? new Int32Array(values.buffer, values.byteOffset, this.#count * (this.#wide ? 2 : 1)) : undefined;
        if (this.#words === undefined)
            return;
        const { buffer, byteOffset, length } = this.#words;
        this.#before = Math.min((byteOffset / 4) & 1, length);
        const pairs = (length - this.#before) >> 1;
        this.#pairs = pairs === 0 ? NO_PAIRS : new BigInt64Array(buffer, byteOffset + 4 * this.#before, pairs);
        this.#after = length > this.#before + 2 * pairs;
    }
    #convert(values, target, at) {
        const { kind, width } = this.#bank;
        const low = kind === 'signed' ? -(2 ** (width - 1)) : 0;
        const limit = low + 2 ** width;
        const double = new Float64Array(1);
        const halves = new Int32Array(double.buffer);
        for (let index = 0; index < this.#count; index++) {
            const value = Number(values[index]);
            if (!Number.isInteger(value) || value < low || value >= limit)
                throw misfit(this.#bank, index);
            double[0] = value;
            if (this.#wide) {
                target[at++] = halves[0];
                target[at++] = halves[1];
            }
            else {
                target[at++] = value | 0;
            }
        }
        return at;
    }
}
//# sourceMappingURL=vcd-copy.js.map