/** The tokens of a VCD file: runs of printable characters between white space, in constant memory. */
import { InputError } from "../bits/check.js";
import { StreamedFile } from "./streamed-file.js";
const FIRST_BYTES = 2 ** 18;
/** A longer token is none: it would be a signal of as many bits. */
const MAX_TOKEN = 2 ** 23;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Characters of a code that fit in a number: 95 values each. */
const NUMERIC_CODE = 8;
const CODE_BASE = 95;
export class VcdTokens {
    #file;
    #bytes = Buffer.allocUnsafe(FIRST_BYTES);
    #end = 0;
    #start = 0;
    #next = 0;
    #line = 1;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path) {
        this.#file = new StreamedFile(path);
    }
    get subject() {
        return this.#file.subject;
    }
    /** The line of the current token, from 1. */
    get line() {
        return this.#line;
    }
    get progress() {
        return { done: this.#file.position, total: this.#file.size };
    }
    /** Goes on to the next token. @returns whether there is one @throws InputError */
    next() {
        let at = this.#next;
        for (;;) {
            const { byteLength } = this.#bytes;
            const bytes = this.#bytes;
            const end = this.#end;
            while (at < end && bytes[at] <= SPACE) {
                if (bytes[at] === LINE_FEED)
                    this.#line++;
                at++;
            }
            this.#start = at;
            while (at < end && bytes[at] > SPACE)
                at++;
            if (at < end)
                break;
            // The part ends within the token, or before one.
            const length = end - this.#start;
            if (length > MAX_TOKEN)
                throw this.error(`a token of at most ${MAX_TOKEN} characters`, 'more');
            if (length === byteLength)
                this.#bytes = Buffer.concat([bytes], 2 * byteLength);
            else
                bytes.copyWithin(0, this.#start, end);
            const more = this.#file.read(this.#bytes.subarray(length));
            this.#start = 0;
            at = length;
            this.#end = length + more;
            if (more === 0) {
                this.#next = length;
                return length > 0;
            }
            // The token is scanned again from its beginning only where it has one.
            at = 0;
        }
        this.#next = at;
        return true;
    }
    /** The first character of the current token. */
    get first() {
        return this.#bytes[this.#start];
    }
    get length() {
        return this.#next - this.#start;
    }
    /** The current token from a character on. */
    text(from = 0) {
        return this.#bytes.toString('latin1', this.#start + from, this.#next);
    }
    /** The identifier code that the current token is, from a character on. */
    code(from = 0) {
        const start = this.#start + from;
        if (this.#next - start > NUMERIC_CODE)
            return this.text(from);
        let code = 0;
        for (let at = start; at < this.#next; at++)
            code = code * CODE_BASE + (this.#bytes[at] - SPACE);
        return code;
    }
    error(needed, found) {
        return new InputError(`${this.subject}: line ${this.#line}: expected ${needed}, found ${found}`);
    }
    close() {
        this.#file.close();
    }
}
//# sourceMappingURL=vcd-read-tokens.js.map