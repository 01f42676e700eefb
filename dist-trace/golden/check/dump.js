/**
 * A dump: a word a line in hexadecimal digits, x and z, with or without a stamp before it. What isn't one is refused here, line by line, so that
 * nothing but a design's own words is ever counted as a mismatch.
 */
import { InputError, show } from "../../bits/check.js";
import { hexDigits } from "../../bits/width.js";
import { wordOfHex } from "./word.js";
const HEADER = /^\/\/ *mlsim dump:(.*)$/;
const HEADER_REST = /^ *unit ([a-z0-9-]+), *set ([0-9a-f]+) *$/;
const END = /^\/\/ *end:(.*)$/;
const END_REST = /^ *(\d{1,15}) [a-z ]+$/;
const STAMPED = /^(\d{1,15})[ \t]*:[ \t]*(.*)$/;
/** Lines without a word, after which the caller may want to do something else. */
const PAUSE_LINES = 10_000;
const SLASH = 0x2f;
const SPACE = 0x20;
export class Dump {
    remarks = [];
    endMark = ' or a last line with the end';
    text = '';
    stamp = undefined;
    count = 0;
    #subject;
    #lines;
    #set;
    #formats;
    #format;
    #stamped;
    #hasHeader = false;
    #ended = false;
    /** Set while the current word was read, but not asked for. */
    #ahead = false;
    /** @param formats what its words may be, told apart by their digits */
    constructor(subject, lines, set, formats) {
        this.#subject = subject;
        this.#lines = lines;
        this.#set = set;
        this.#formats = formats;
    }
    /** What its words are: the first one tells. Undefined for a dump that ends without any. Call it before `next`. @throws InputError */
    begin() {
        let first = this.next();
        while (first === 'pause')
            first = this.next();
        if (first === 'end')
            return undefined;
        this.#ahead = true;
        const digits = digitsOf(this.text);
        this.#format = this.#formats.find(({ bits }) => hexDigits(bits) === digits?.length);
        this.word();
        return this.#format;
    }
    next() {
        if (this.#ahead) {
            this.#ahead = false;
            return 'word';
        }
        for (let count = 0; count < PAUSE_LINES; count++) {
            const line = this.#lines.next();
            if (line === undefined)
                return 'end';
            const code = line.charCodeAt(0);
            const trimmed = code > SPACE && line.charCodeAt(line.length - 1) > SPACE ? line : line.trim();
            if (trimmed === '')
                continue;
            if (trimmed.charCodeAt(0) === SLASH && trimmed.startsWith('//')) {
                this.#comment(trimmed);
                continue;
            }
            if (this.#ended)
                throw this.#error('nothing after the line with the end', show(trimmed));
            this.#take(trimmed);
            return 'word';
        }
        return 'pause';
    }
    word() {
        const format = this.#format;
        const digits = digitsOf(this.text);
        if (digits === undefined)
            throw this.#error('a word in hexadecimal digits, x and z', show(this.text));
        if (format === undefined || digits.length !== hexDigits(format.bits)) {
            throw this.#error(this.#needed(), `${digits.length}${digits.length <= 16 ? `, ${show(digits)}` : ''}${this.#truncated()}`);
        }
        const word = wordOfHex(digits);
        if (word.value >> BigInt(format.bits) !== 0n)
            throw this.#error(`a word of ${format.bits} bits`, show(digits));
        return word;
    }
    get place() {
        return `line ${this.#lines.lineNumber}`;
    }
    get complete() {
        return this.#ended;
    }
    get progress() {
        return { done: this.count, total: Math.max(this.count, this.#estimate()) };
    }
    #estimate() {
        const bytes = (this.text.length + 1) * this.count;
        return bytes === 0 ? 1 : Math.floor((this.#lines.size / bytes) * this.count);
    }
    #take(line) {
        this.count++;
        this.#stamped ??= line.includes(':');
        if (!this.#stamped) {
            if (line.includes(':'))
                throw this.#error('a word without a stamp, as on the lines before', show(line));
            this.text = line;
            return;
        }
        const match = STAMPED.exec(line);
        if (match === null) {
            const needed = line.includes(':') ? `a decimal ${this.#set.stamped}, a colon and a word` : `a ${this.#set.stamped} and a colon before the word, as on the lines before`;
            throw this.#error(needed, `${show(line)}${this.#truncated()}`);
        }
        this.stamp = Number(match[1]);
        this.text = match[2];
    }
    #comment(line) {
        const header = HEADER.exec(line);
        if (header !== null)
            this.#header(header[1]);
        const end = END.exec(line);
        if (end === null)
            return;
        const words = END_REST.exec(end[1])?.[1];
        if (this.#ended || words === undefined)
            throw this.#error('one last line "// end: N results"', show(line));
        if (Number(words) !== this.count)
            throw this.#error(`the end after the ${words} results that it speaks of`, `it after ${this.count}`);
        this.#ended = true;
    }
    #header(rest) {
        if (this.#hasHeader || this.count > 0)
            throw this.#error('one dump', 'a second header');
        this.#hasHeader = true;
        const match = HEADER_REST.exec(rest);
        if (match === null)
            throw this.#error('"// mlsim dump: unit UNIT, set SET"', show(`// mlsim dump:${rest}`));
        const [, unit, set] = match;
        if (unit !== this.#set.unit)
            throw this.#error(`a dump of unit ${this.#set.unit}`, `one of ${show(unit)}`);
        if (set !== this.#set.set)
            throw this.#error(`a dump of set ${this.#set.set}`, `one of set ${show(set)}`);
    }
    #needed() {
        const formats = this.#format === undefined ? this.#formats : [this.#format];
        return formats.map(({ name, bits }) => `${hexDigits(bits)} digits (${name}, ${bits} bits)`).join(' or ');
    }
    #truncated() {
        return this.#lines.terminated ? '' : ' at the end of the file: the dump is truncated';
    }
    #error(needed, found) {
        return new InputError(`${this.#subject}: line ${this.#lines.lineNumber}: expected ${needed}, found ${found}`);
    }
}
/** The digits of a word in lower case without `_` and without a remark behind them, or undefined for other text. */
function digitsOf(text) {
    const remark = text.indexOf('//');
    const word = (remark < 0 ? text : text.slice(0, remark)).trimEnd();
    if (!/^[0-9a-fxz](?:_?[0-9a-fxz])*$/i.test(word))
        return undefined;
    return word.replaceAll('_', '').toLowerCase();
}
//# sourceMappingURL=dump.js.map