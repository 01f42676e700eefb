export function traceOf(bank, codes) {
    if (bank.width <= 32)
        return new NarrowTrace(bank, codes);
    return bank.width <= 53 && bank.values instanceof Float64Array ? new DoubleTrace(bank, codes, bank.values) : new WideTrace(bank, codes);
}
/** Up to 32 bits: the fast way, without BigInt arithmetic or strings; fastest from an Int32Array (signed) or a Uint32Array (the others). */
class NarrowTrace {
    #bank;
    #codes;
    #reals;
    /** The values modulo 2^32. */
    #written;
    #signed;
    /** Bits above the width. */
    #unused;
    /** The bank's values, and the same memory as words. */
    #source = [];
    #words;
    constructor(bank, codes) {
        this.#bank = bank;
        this.#codes = codes.bits;
        this.#reals = codes.reals;
        this.#written = new Int32Array(codes.bits.length);
        this.#signed = bank.kind === 'signed';
        this.#unused = 32 - bank.width;
    }
    write(text, all) {
        const values = this.#bank.values;
        if (values !== this.#source)
            this.#look(values);
        if (all || this.#words === undefined)
            this.#writeNumbers(text, values, all);
        else
            this.#writeWords(text, this.#words);
    }
    #writeWords(text, words) {
        const written = this.#written;
        if (words.length < written.length)
            throw misfit(this.#bank, words.length);
        if (this.#unused < 31 && this.#reals.length === 0) {
            const wrong = text.changedVectors(words, written, this.#codes, this.#unused, this.#signed);
            if (wrong >= 0)
                throw misfit(this.#bank, wrong);
            return;
        }
        for (let index = firstChange(words, written, 0); index < written.length; index = firstChange(words, written, index + 1)) {
            this.#change(text, index, words[index], false);
        }
    }
    #writeNumbers(text, values, all) {
        const written = this.#written;
        const signed = this.#signed;
        for (let index = 0; index < written.length; index++) {
            const found = values[index];
            const value = typeof found === 'number' ? found : Number(found);
            const before = signed ? written[index] : written[index] >>> 0;
            if (value === before && !all)
                continue;
            const word = value | 0;
            if ((signed ? word : word >>> 0) !== value)
                throw misfit(this.#bank, index);
            this.#change(text, index, word, all);
        }
    }
    #change(text, index, word, all) {
        const unused = this.#unused;
        const bits = (word << unused) >>> unused;
        const held = this.#signed ? (word << unused) >> unused : bits | 0;
        if (held !== word)
            throw misfit(this.#bank, index);
        const code = this.#codes[index];
        if (unused === 31)
            text.scalar(bits, code);
        else
            text.vector(bits, code);
        // All patterns of not-a-number read alike.
        if (this.#reals.length > 0 && (all || !(isNaN32(word) && isNaN32(this.#written[index]))))
            text.real(bits, this.#reals[index]);
        this.#written[index] = word;
    }
    /** Takes note of the array that holds the values now. */
    #look(values) {
        const words = values instanceof (this.#signed ? Int32Array : Uint32Array);
        this.#source = values;
        this.#words = words ? new Int32Array(values.buffer, values.byteOffset, values.length) : undefined;
    }
}
/** 33 to 53 bits in doubles: two words. */
class DoubleTrace {
    #bank;
    #codes;
    #values;
    #written;
    #highBits;
    /** The values that the width holds: from #low to before #limit. */
    #low;
    #limit;
    constructor(bank, codes, values) {
        this.#bank = bank;
        this.#codes = codes.bits;
        this.#values = values;
        this.#written = new Float64Array(codes.bits.length);
        this.#highBits = 2 ** (bank.width - 32) - 1;
        this.#low = bank.kind === 'signed' ? -(2 ** (bank.width - 1)) : 0;
        this.#limit = this.#low + 2 ** bank.width;
    }
    write(text, all) {
        const values = this.#values;
        const written = this.#written;
        for (let index = 0; index < written.length; index++) {
            const value = values[index];
            if (value === written[index] && !all)
                continue;
            if (!Number.isInteger(value) || value < this.#low || value >= this.#limit)
                throw misfit(this.#bank, index);
            // Modulo 2^width: the upper and the lower word of a two's complement number.
            const upper = (Math.floor(value / 2 ** 32) & this.#highBits) >>> 0;
            if (upper === 0)
                text.vector(value >>> 0, this.#codes[index]);
            else
                text.longVector(upper, value >>> 0, this.#codes[index]);
            written[index] = value;
        }
    }
}
/** Any width, by way of strings. */
class WideTrace {
    #bank;
    #codes;
    #written;
    constructor(bank, codes) {
        this.#bank = bank;
        this.#codes = codes.bits;
        this.#written = new Array(codes.bits.length).fill(0);
    }
    write(text, all) {
        const { values, width, kind } = this.#bank;
        const written = this.#written;
        for (let index = 0; index < written.length; index++) {
            const value = values[index];
            if (value === written[index] && !all)
                continue;
            if (typeof value !== 'bigint' && !Number.isSafeInteger(value))
                throw misfit(this.#bank, index);
            const integer = BigInt(value);
            const word = BigInt.asUintN(width, integer);
            if ((kind === 'signed' ? BigInt.asIntN(width, word) : word) !== integer)
                throw misfit(this.#bank, index);
            text.digits(word.toString(2), this.#codes[index]);
            written[index] = value;
        }
    }
}
/** The first index from `start` on where the words differ, or their count: nothing but a comparison in the loop, since most words stand still. */
function firstChange(words, written, start) {
    const count = written.length;
    let index = start;
    while (index < count && words[index] === written[index])
        index++;
    return index;
}
function isNaN32(word) {
    return (word & 0x7fff_ffff) > 0x7f80_0000;
}
/** @param found the value that the width doesn't hold; by default the bank's own */
export function misfit({ name, width, kind, values, scope }, index, found = values[index]) {
    const path = scope(index) === '' ? name : `${scope(index)}.${name}`;
    const expected = `${kind === 'signed' ? 'a signed' : 'an unsigned'} value of ${width} bits`;
    return new RangeError(`VCD signal ${path}: expected ${expected}, found ${String(found)}`);
}
//# sourceMappingURL=vcd-bank.js.map