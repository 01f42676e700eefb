import { binary32Remark } from "./difference.js";
import { ulpDistance } from "./binary32-reading.js";
import { slice } from "./word.js";
/** A fact about several results is only said of at least so many: fewer may have it by accident. */
const ENOUGH = 3;
export class MismatchHints {
    #fields;
    #noun;
    #bits;
    /** The only result, where there is one and it is read as a binary32 number. */
    #isBinary32;
    #mismatches = 0;
    #remarks = new Map();
    #oneUlp = 0;
    /** What was expected before the current result, and the last mismatching result until the next expected one is seen. */
    #before;
    #pending;
    #late = true;
    #early = true;
    #bytesSwapped;
    #bitsReversed;
    #inverted = true;
    /** Bits that are wrong in any, and in all mismatches. */
    #anyWrong = 0n;
    #allWrong;
    constructor(fields, { nan, noun }) {
        this.#fields = fields;
        this.#noun = noun;
        this.#bits = fields.reduce((sum, { width, lanes }) => sum + width * lanes, 0);
        this.#isBinary32 = nan !== 'bits' && fields.length === 1 && fields[0].kind === 'binary32' && fields[0].lanes === 1;
        this.#bytesSwapped = this.#bits % 8 === 0 && this.#bits > 8;
        this.#bitsReversed = this.#bits > 2;
        this.#allWrong = (1n << BigInt(this.#bits)) - 1n;
    }
    /** @param digits of the expected result */
    matched(digits) {
        if (this.#pending !== undefined)
            this.#seeNext(BigInt(`0x${digits}`));
        this.#before = digits;
    }
    mismatched(expected, found) {
        this.#seeNext(expected);
        this.#mismatches++;
        if (this.#isBinary32)
            this.#binary32(Number(expected), Number(found));
        const wrong = expected ^ found;
        this.#anyWrong |= wrong;
        this.#allWrong &= wrong;
        this.#inverted &&= this.#allWrong === (1n << BigInt(this.#bits)) - 1n;
        if (this.#bytesSwapped)
            this.#bytesSwapped = reverseDigits(found, this.#bits, 16, 2) === expected;
        if (this.#bitsReversed)
            this.#bitsReversed = reverseDigits(found, this.#bits, 2, 1) === expected;
        if (this.#late)
            this.#late = this.#before !== undefined && found === BigInt(typeof this.#before === 'string' ? `0x${this.#before}` : this.#before);
        this.#pending = found;
        this.#before = expected;
    }
    /** One sentence each. */
    facts() {
        const count = this.#mismatches;
        if (count === 0)
            return [];
        const facts = [];
        const every = count === 1 ? 'the only mismatch' : 'every mismatch';
        const remark = [...this.#remarks].find(([, seen]) => seen === count)?.[0];
        if (remark !== undefined)
            facts.push(`${every} is one of this kind: ${remark}`);
        else if (this.#oneUlp === count)
            facts.push(`${every} is exactly 1 ulp away: look at the rounding`);
        if (count < ENOUGH)
            return facts;
        const noun = this.#noun;
        if (this.#late)
            facts.push(`every result that mismatches is that of the ${noun} before: the results come one ${noun} late`);
        if (this.#early)
            facts.push(`every result that mismatches is that of the ${noun} after: the dump starts one ${noun} late`);
        if (this.#inverted)
            facts.push('in every mismatch all bits are inverted');
        else if (this.#bytesSwapped)
            facts.push('in every mismatch the bytes are in reverse order');
        else if (this.#bitsReversed)
            facts.push('in every mismatch the bits are in reverse order');
        else if (this.#anyWrong === this.#allWrong)
            facts.push(`the same bits are wrong in every mismatch, no others: ${this.#names(this.#anyWrong)}`);
        else if (this.#fields.length > 1 && this.#wrongFields().length === 1)
            facts.push(`only field ${this.#wrongFields()[0]} is ever wrong`);
        return facts;
    }
    /** Takes note of the result that is due after the last mismatch. */
    #seeNext(expected) {
        if (this.#pending !== undefined && this.#pending !== expected)
            this.#early = false;
        this.#pending = undefined;
    }
    #binary32(expected, found) {
        const remark = binary32Remark(expected, found);
        if (remark !== undefined)
            this.#remarks.set(remark, (this.#remarks.get(remark) ?? 0) + 1);
        if (ulpDistance(expected, found) === 1)
            this.#oneUlp++;
    }
    #wrongFields() {
        return this.#fields.filter(({ lsb, width, lanes }) => slice(this.#anyWrong, lsb, width * lanes) !== 0n).map(({ name }) => name);
    }
    #names(bits) {
        const names = this.#fields.flatMap(({ name, lsb, width, lanes }) => Array.from({ length: width * lanes }, (_, bit) => bit).flatMap((bit) => (slice(bits, lsb + bit, 1) === 1n ? [`${name}[${bit}]`] : [])));
        return names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`;
    }
}
/** The digits of a word in reverse order, `size` of them at a time. */
function reverseDigits(value, bits, radix, size) {
    const text = value.toString(radix).padStart(radix === 16 ? bits / 4 : bits, '0');
    let reversed = '';
    for (let end = text.length; end > 0; end -= size)
        reversed += text.slice(end - size, end);
    return BigInt(`${radix === 16 ? '0x' : '0b'}${reversed}`);
}
//# sourceMappingURL=mismatch-hints.js.map