import { DelayHint } from "./delay-hint.js";
import { bothNaN, explainDifference, oneSided } from "./difference.js";
import { MismatchHints } from "./mismatch-hints.js";
import { readField } from "./reading.js";
import { Tally } from "./tally.js";
import { knownWord, slice, sliceWord, wordOfHex } from "./word.js";
const WHERE_TO_LOOK = 'outputs alone do not tell where it goes wrong: a dump of all registers (+dump_registers=FILE of the generated bench) or a waveform does';
export class ResultComparison {
    failures = [];
    tally;
    /** Whether the golden results are on one that is to come. */
    due = false;
    #hints;
    /** Of an element. */
    #delays;
    #found;
    #golden;
    #options;
    constructor(found, golden, options) {
        this.tally = new Tally(options.classes);
        this.#hints = new MismatchHints(golden.fields, options);
        this.#delays = options.noun === 'output' ? new DelayHint() : undefined;
        this.#found = found;
        this.#golden = golden;
        this.#options = options;
    }
    /** Goes on to the next golden result. */
    advance() {
        const golden = this.#golden;
        this.due = golden.next();
        if (this.due)
            this.#delays?.due(golden.stamp, BigInt(`0x${golden.digits}`));
    }
    /** Takes note of a stamped result. */
    given(stamp) {
        if (this.#delays === undefined)
            return;
        const { value, unknown } = this.#found.word();
        this.#delays.given(stamp, unknown === 0n ? value : undefined);
    }
    /** What all failures have in common, and where to look next. */
    facts() {
        if (this.tally.matches)
            return [];
        if (this.#delays === undefined)
            return this.#hints.facts();
        const delay = this.#delays.facts();
        return delay.length > 0 ? delay : [...this.#hints.facts(), WHERE_TO_LOOK];
    }
    matched() {
        this.#hints.matched(this.#golden.digits);
    }
    /** Of a result whose text is not the expected one. */
    compare() {
        const { counts } = this.tally;
        const word = this.#found.word();
        const expected = BigInt(`0x${this.#golden.digits}`);
        if (word.unknown !== 0n) {
            this.#fail('unknown', word, expected);
        }
        else if (word.value === expected) {
            counts.matched++;
            this.matched();
        }
        else if (this.#options.nan === 'any' && this.#acceptsNaNs(expected, word.value)) {
            counts.matched++;
            counts.nansAccepted++;
            this.matched();
        }
        else {
            this.#hints.mismatched(expected, word.value);
            this.#fail('mismatched', word, expected);
        }
    }
    missing() {
        this.#fail('missing', undefined, BigInt(`0x${this.#golden.digits}`));
    }
    leftOver() {
        this.#fail('left over', this.#found.word(), undefined);
    }
    /** Whether each field is right, or a NaN where one is due. */
    #acceptsNaNs(expected, found) {
        return this.#golden.fields.every(({ kind, width, lanes, lsb }) => Array.from({ length: lanes }, (_, lane) => lsb + lane * width).every((at) => {
            const [due, given] = [slice(expected, at, width), slice(found, at, width)];
            return due === given || (kind === 'binary32' && bothNaN(due, given));
        }));
    }
    #fail(verdict, found, expected) {
        const { errors, noun, latency } = this.#options;
        const golden = this.#golden;
        const known = expected !== undefined;
        const className = this.tally.fail(verdict, known ? Math.max(0, golden.stamp - latency) : undefined);
        if (this.failures.length >= errors)
            return;
        const stamp = known ? golden.stamp : (this.#found.stamp ?? null);
        this.failures.push({
            verdict,
            index: known ? golden.index : noun === 'case' ? stamp : null,
            cycle: noun === 'output' ? stamp : null,
            class: className,
            place: found === undefined ? '' : this.#found.place,
            operands: known ? this.#operands() : [],
            results: golden.fields.flatMap((field) => this.#differences(field, found, expected)),
        });
    }
    #operands() {
        const { operands } = this.#options;
        if (operands.length === 0)
            return [];
        const word = wordOfHex(this.#golden.word).value;
        return operands.flatMap((field) => readField(field, word));
    }
    #differences(field, found, expected) {
        const { nan } = this.#options;
        return Array.from({ length: field.lanes }, (_, lane) => {
            const name = field.lanes === 1 ? field.name : `${field.name} lane ${lane}`;
            const at = field.lsb + lane * field.width;
            const given = found === undefined ? undefined : sliceWord(found, at, field.width);
            if (expected === undefined)
                return given === undefined ? undefined : oneSided(name, field, field.width, given, 'found', nan);
            const due = slice(expected, at, field.width);
            if (given === undefined)
                return oneSided(name, field, field.width, knownWord(due), 'expected', nan);
            return explainDifference(name, field, field.width, due, given, nan);
        }).filter((difference) => difference !== undefined);
    }
}
//# sourceMappingURL=result-comparison.js.map