/** Reading waveforms: VCD files (IEEE 1364-2005, clause 18) of any size, a change at a time, in constant memory. */
import { InputError, show } from "../bits/check.js";
import { StreamedFile } from "./streamed-file.js";
import { readDeclarations, skipToEnd } from "./vcd-read-declarations.js";
import { VcdTokens } from "./vcd-read-tokens.js";
const DOLLAR = 0x24;
const HASH = 0x23;
const ZERO = 0x30;
const ONE = 0x31;
const SPACE = 0x20;
/** Tokens of signals that nobody watches, after which the caller may want to do something else. */
const PAUSE_TOKENS = 50_000;
/** Whether a file is a waveform: whether its first character is a `$`. @throws InputError when it cannot be read */
export function isVcd(path) {
    const file = new StreamedFile(path);
    try {
        const head = new Uint8Array(4096);
        const length = file.read(head);
        return head.subarray(0, length).find((byte) => byte > SPACE) === DOLLAR;
    }
    finally {
        file.close();
    }
}
export class VcdReader {
    /** The time of what comes now, in units of the file. */
    time = 0;
    /** Of a change: the number that the signal is watched under, and its value, one digit a bit. */
    slot = -1;
    value = '';
    #tokens;
    /** Of the watched signal at hand. */
    #width = 0;
    #slots = new Map();
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path) {
        this.#tokens = new VcdTokens(path);
    }
    get subject() {
        return this.#tokens.subject;
    }
    get progress() {
        return this.#tokens.progress;
    }
    /** Reads the declarations, up to the first change. Events and real numbers are left out. @throws InputError */
    declarations(take) {
        readDeclarations(this.#tokens, take);
    }
    /** Watches a signal: its changes are reported. @returns the number of the signal, the same for all signals with its code */
    watch({ code, width, path }) {
        const known = this.#slots.get(code);
        if (known === undefined) {
            const slot = this.#slots.size;
            this.#slots.set(code, { slot, width });
            return slot;
        }
        if (known.width !== width)
            throw new InputError(`${this.subject}: ${path}: expected ${known.width} bits, as another signal of the same code has, found ${width}`);
        return known.slot;
    }
    /** Goes on to the next change of a watched signal, or time, or gap. @throws InputError */
    next() {
        const tokens = this.#tokens;
        for (let count = 0; count < PAUSE_TOKENS; count++) {
            if (!tokens.next())
                return 'end';
            const first = tokens.first;
            if (first === HASH) {
                this.#takeTime(tokens.text(1));
                return 'time';
            }
            if (first === DOLLAR) {
                const event = this.#command(tokens.text());
                if (event !== undefined)
                    return event;
            }
            else if (first === ZERO || first === ONE || isXZ(first)) {
                if (tokens.length < 2)
                    throw this.#error('a value and the code of a signal', show(tokens.text()));
                if (this.#isWatched(tokens.code(1))) {
                    this.#take(String.fromCharCode(first));
                    return 'change';
                }
            }
            else if (this.#vector(first))
                return 'change';
        }
        return 'pause';
    }
    close() {
        this.#tokens.close();
    }
    #vector(first) {
        const tokens = this.#tokens;
        const kind = String.fromCharCode(first).toLowerCase();
        if (kind !== 'b' && kind !== 'r' && kind !== 's')
            throw this.#error('a change of a value', show(tokens.text()));
        const digits = kind === 'b' ? tokens.text(1) : '';
        if (!tokens.next())
            throw this.#error('the code of a signal after its value', 'the end of the file: it is truncated');
        if (kind !== 'b' || !this.#isWatched(tokens.code()))
            return false;
        this.#take(digits);
        return true;
    }
    #isWatched(code) {
        const watched = this.#slots.get(code);
        if (watched === undefined)
            return false;
        this.slot = watched.slot;
        this.#width = watched.width;
        return true;
    }
    /** Extends a value to the left, as IEEE 1364 says: x and z go on, 0 and 1 are preceded by 0. */
    #take(digits) {
        const width = this.#width;
        const value = digits.toLowerCase();
        if (!/^[01xz]+$/.test(value))
            throw this.#error('a value in digits 0, 1, x and z', show(digits));
        if (value.length > width)
            throw this.#error(`a value of ${width} bits`, `${value.length}`);
        this.value = value.length === width ? value : value.padStart(width, value.startsWith('x') || value.startsWith('z') ? value[0] : '0');
    }
    #takeTime(text) {
        const time = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
        if (!(time <= Number.MAX_SAFE_INTEGER))
            throw this.#error('a time below 2^53', show(text));
        if (time < this.time)
            throw this.#error(`a time from ${this.time} on`, `${time}`);
        this.time = time;
    }
    #command(keyword) {
        switch (keyword) {
            case '$dumpoff':
                return 'off';
            case '$dumpon':
                return 'on';
            // Commands with values between them and their $end: the values are read like others.
            case '$dumpvars':
            case '$dumpall':
            case '$dumpports':
            case '$end':
                return undefined;
            case '$comment':
            case '$vcdclose':
                skipToEnd(this.#tokens);
                return undefined;
            default:
                throw this.#error('a change of a value', show(keyword));
        }
    }
    #error(needed, found) {
        return this.#tokens.error(needed, found);
    }
}
function isXZ(character) {
    const lower = character | 0x20;
    return lower === 0x78 || lower === 0x7a;
}
//# sourceMappingURL=vcd-read.js.map