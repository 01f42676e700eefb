import { decimal17, EIGHT_DIGITS } from "./vcd-real.js";
/** Written when it is full to this mark. */
const MARK = 2 ** 16;
/** Room beyond the mark for the longest line, and for the bytes that a writer of whole groups puts behind its digits. */
const RESERVE = 2 ** 13;
const ASCII_ZERO = 0x30;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** The four decimal digits of 0 to 9999 as big-endian bytes. */
const QUADS = Uint32Array.from({ length: 10_000 }, (_, quad) => Buffer.from(quad.toString().padStart(4, '0'), 'latin1').readUInt32BE());
/** The eight binary digits of a byte, as the double with these bytes: none of them is a NaN, and one store writes them all. */
const EIGHT_BITS = Float64Array.from({ length: 256 }, (_, byte) => Buffer.from(byte.toString(2).padStart(8, '0'), 'latin1').readDoubleLE());
/** Codes are packed: up to three characters, lowest first, and a line feed. */
export class VcdText {
    #out;
    #bytes = new Uint8Array(MARK + RESERVE);
    #view = new DataView(this.#bytes.buffer);
    #length = 0;
    constructor(out) {
        this.#out = out;
    }
    /** Writes all lines so far. @throws InputError */
    flush() {
        const length = this.#length;
        this.#length = 0;
        if (length > 0)
            this.#out.write(this.#bytes.subarray(0, length));
    }
    /** A simulation command, with its line feed. */
    keyword(text) {
        const at = this.#room();
        this.#length = this.#ascii(at, text);
    }
    /** @param time an integer in [0, 2^53) */
    time(time) {
        let at = this.#room();
        this.#bytes[at++] = 0x23; // #
        at = this.#integer(at, time);
        this.#bytes[at++] = LINE_FEED;
        this.#length = at;
    }
    /** @param bit 0 or 1 */
    scalar(bit, code) {
        const at = this.#room();
        this.#bytes[at] = ASCII_ZERO + bit;
        this.#end(at + 1, code);
    }
    /** A binary value without leading zeros, which readers put back. @param word in [0, 2^32) */
    vector(word, code) {
        let at = this.#room();
        this.#bytes[at++] = 0x62; // b
        const count = 32 - Math.clz32(word | 1);
        const aligned = word << (32 - count);
        this.#word(at, aligned);
        at += count;
        this.#bytes[at++] = SPACE;
        this.#end(at, code);
    }
    /**
     * The lines of all signals of a bank whose words have changed: `vector` for each, in one straight loop without a call. Stops at a word that the
     * width does not hold.
     * @param words in two's complement @param written what was written last; updated @param unused 32 less the width @param signed whether a word
     * is sign-extended
     * @returns the index of a word that does not fit, or -1
     */
    changedVectors(words, written, codes, unused, signed) {
        const bytes = this.#bytes;
        const view = this.#view;
        let at = this.#length;
        for (let index = 0; index < written.length; index++) {
            const word = words[index];
            if (word === written[index])
                continue;
            const bits = (word << unused) >>> unused;
            if ((signed ? (word << unused) >> unused : bits | 0) !== word) {
                this.#length = at;
                return index;
            }
            if (at >= MARK) {
                this.#length = at;
                this.flush();
                at = 0;
            }
            bytes[at] = 0x62; // b
            const shift = Math.clz32(bits | 1);
            const aligned = bits << shift;
            view.setFloat64(at + 1, EIGHT_BITS[aligned >>> 24], true);
            view.setFloat64(at + 9, EIGHT_BITS[(aligned >>> 16) & 0xff], true);
            if (shift < 16) {
                view.setFloat64(at + 17, EIGHT_BITS[(aligned >>> 8) & 0xff], true);
                view.setFloat64(at + 25, EIGHT_BITS[aligned & 0xff], true);
            }
            at += 33 - shift;
            bytes[at] = SPACE;
            const code = codes[index];
            view.setUint32(at + 1, code, true);
            at += 5 - (Math.clz32(code) >>> 3);
            written[index] = word;
        }
        this.#length = at;
        return -1;
    }
    /** A binary value of more than 32 bits, high x 2^32 + low. @param high in [1, 2^32) @param low in [0, 2^32) */
    longVector(high, low, code) {
        let at = this.#room();
        this.#bytes[at++] = 0x62; // b
        const count = 32 - Math.clz32(high);
        this.#word(at, high << (32 - count));
        this.#word(at + count, low);
        at += count + 32;
        this.#bytes[at++] = SPACE;
        this.#end(at, code);
    }
    /** A binary value. @param digits up to MAX_SIGNAL_WIDTH digits */
    digits(digits, code) {
        let at = this.#room();
        this.#bytes[at++] = 0x62; // b
        at = this.#ascii(at, digits);
        this.#bytes[at++] = SPACE;
        this.#end(at, code);
    }
    /** The exact value of a binary32 pattern, in the digits that give it back when read as binary64. Infinities and NaN as C writes and reads them. */
    real(pattern, code) {
        let at = this.#room();
        const bytes = this.#bytes;
        bytes[at++] = 0x72; // r
        const magnitude = pattern & 0x7fff_ffff;
        if (pattern !== magnitude && magnitude <= 0x7f80_0000)
            bytes[at++] = 0x2d; // -
        if (magnitude === 0)
            bytes[at++] = ASCII_ZERO;
        else if (magnitude >= 0x7f80_0000)
            at = this.#ascii(at, magnitude === 0x7f80_0000 ? 'inf' : 'nan');
        else
            at = this.#finite(at, magnitude);
        bytes[at++] = SPACE;
        this.#end(at, code);
    }
    /** d.ddde-5, without trailing zeros and without an exponent of 0. */
    #finite(start, magnitude) {
        const bytes = this.#bytes;
        const { head, tail, exponent } = decimal17(magnitude);
        const first = (head / EIGHT_DIGITS) | 0;
        bytes[start] = ASCII_ZERO + first;
        bytes[start + 1] = 0x2e; // .
        this.#eight(start + 2, head - first * EIGHT_DIGITS);
        if (tail !== 0)
            this.#eight(start + 10, tail);
        let at = start + (tail === 0 ? 10 : 18);
        while (bytes[at - 1] === ASCII_ZERO)
            at--;
        if (at === start + 2)
            at = start + 1;
        if (exponent === 0)
            return at;
        bytes[at++] = 0x65; // e
        if (exponent < 0)
            bytes[at++] = 0x2d; // -
        const size = Math.abs(exponent);
        if (size >= 10)
            bytes[at++] = ASCII_ZERO + ((size / 10) | 0);
        bytes[at++] = ASCII_ZERO + (size % 10);
        return at;
    }
    /** All 32 digits of a word: what lies behind those that count is overwritten, and straight code is faster than a loop. */
    #word(at, word) {
        const view = this.#view;
        view.setFloat64(at, EIGHT_BITS[word >>> 24], true);
        view.setFloat64(at + 8, EIGHT_BITS[(word >>> 16) & 0xff], true);
        view.setFloat64(at + 16, EIGHT_BITS[(word >>> 8) & 0xff], true);
        view.setFloat64(at + 24, EIGHT_BITS[word & 0xff], true);
    }
    #integer(at, value) {
        if (value >= EIGHT_DIGITS) {
            const high = Math.floor(value / EIGHT_DIGITS);
            const next = this.#integer(at, high);
            this.#eight(next, value - high * EIGHT_DIGITS);
            return next + 8;
        }
        let end = at + 1;
        for (let bound = 10; bound <= value; bound *= 10)
            end++;
        let rest = value | 0;
        for (let digit = end - 1; digit >= at; digit--) {
            const tens = (rest / 10) | 0;
            this.#bytes[digit] = ASCII_ZERO + rest - tens * 10;
            rest = tens;
        }
        return end;
    }
    /** Eight decimal digits. @param value in [0, 10^8) */
    #eight(at, value) {
        const integer = value | 0;
        const high = (integer / 10_000) | 0;
        this.#view.setUint32(at, QUADS[high]);
        this.#view.setUint32(at + 4, QUADS[integer - high * 10_000]);
    }
    #ascii(start, text) {
        for (let index = 0; index < text.length; index++)
            this.#bytes[start + index] = text.charCodeAt(index);
        return start + text.length;
    }
    /** Makes room for a line. @returns where it begins */
    #room() {
        if (this.#length >= MARK)
            this.flush();
        return this.#length;
    }
    /** Ends a line with a code. */
    #end(at, code) {
        this.#view.setUint32(at, code, true);
        this.#length = at + 4 - (Math.clz32(code) >>> 3);
    }
}
//# sourceMappingURL=vcd-text.js.map