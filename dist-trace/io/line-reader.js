/** The lines of a text file, one at a time, in constant memory. */
import { InputError } from "../bits/check.js";
import { StreamedFile } from "./streamed-file.js";
const PART_BYTES = 2 ** 18;
/** A line that is longer is taken for something that isn't a line: the registers of the widest element have some 600 000 digits. */
const MAX_LINE = 2 ** 22;
const CARRIAGE_RETURN = 0x0d;
/** An open file of lines. Bytes are taken as Latin-1: what isn't ASCII is left for the reader of a line to refuse. */
export class LineReader {
    #file;
    #part = Buffer.allocUnsafe(PART_BYTES);
    #text = '';
    #next = 0;
    #lineNumber = 0;
    #terminated = true;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path) {
        this.#file = new StreamedFile(path);
    }
    get subject() {
        return this.#file.subject;
    }
    /** In bytes. */
    get size() {
        return this.#file.size;
    }
    /** The number of the line that `next` returned last, from 1. */
    get lineNumber() {
        return this.#lineNumber;
    }
    /** Whether that line has its line end; the last one of a file may not. */
    get terminated() {
        return this.#terminated;
    }
    /** The next line without its line end (LF or CR LF), or undefined at the end of the file. @throws InputError */
    next() {
        let end = this.#text.indexOf('\n', this.#next);
        while (end < 0) {
            const from = this.#text.length - this.#next;
            if (!this.#more())
                return this.#lastLine();
            end = this.#text.indexOf('\n', from);
        }
        const start = this.#next;
        this.#next = end + 1;
        this.#lineNumber++;
        return this.#text.slice(start, this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > start ? end - 1 : end);
    }
    /** Does nothing the second time. */
    close() {
        this.#file.close();
    }
    #lastLine() {
        if (this.#next >= this.#text.length)
            return undefined;
        const line = this.#text.slice(this.#next);
        this.#next = this.#text.length;
        this.#lineNumber++;
        this.#terminated = false;
        return line;
    }
    #more() {
        const rest = this.#text.slice(this.#next);
        if (rest.length > MAX_LINE)
            throw new InputError(`${this.subject}: line ${this.#lineNumber + 1}: expected at most ${MAX_LINE} characters, found more`);
        const count = this.#file.read(this.#part);
        if (count === 0)
            return false;
        this.#text = rest + this.#part.toString('latin1', 0, count);
        this.#next = 0;
        return true;
    }
}
//# sourceMappingURL=line-reader.js.map