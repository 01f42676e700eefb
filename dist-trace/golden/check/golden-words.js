/** The words of a file of a vector set, as `$readmemh` would read them. */
import { InputError, show } from "../../bits/check.js";
import { hexDigits } from "../../bits/width.js";
const HEX = /^[0-9a-f]+$/;
export class GoldenWords {
    /** The current word's digits. */
    text = '';
    /** Its number, from 0; -1 before the first one. */
    index = -1;
    #file;
    #lines;
    #digits;
    /** The largest top digit. */
    #top;
    constructor(file, lines) {
        this.#file = file;
        this.#lines = lines;
        this.#digits = hexDigits(file.wordBits);
        this.#top = (2 ** (((file.wordBits - 1) % 4) + 1) - 1).toString(16);
    }
    /** Goes on to the next word. @returns whether there is one @throws InputError for a line that is none, and for too few or too many of them */
    next() {
        const { name, words, wordBits } = this.#file;
        const line = this.#lines.next();
        if (line === undefined) {
            if (this.index + 1 === words)
                return false;
            throw new InputError(`${name}: expected ${words} words, found ${this.index + 1}`);
        }
        this.index++;
        if (line.length !== this.#digits || !HEX.test(line) || line[0] > this.#top || this.index >= words) {
            const needed = this.index >= words ? `the end after ${words} words` : `a word of ${wordBits} bits`;
            throw new InputError(`${name}: line ${this.index + 1}: expected ${needed}, found ${show(line)}`);
        }
        this.text = line;
        return true;
    }
}
//# sourceMappingURL=golden-words.js.map