/** A waveform as the words of a design: its signals put side by side at each rising edge. */
import { InputError } from "../../bits/check.js";
import { wordOfBits } from "./word.js";
/** Makes a word of some signals' values; bits that no signal gives are 0. @param first the number of the first of them */
export function assembler(signals, bits, first) {
    const placed = signals.map(({ lsb, width }, index) => ({ lsb, width, index: first + index })).sort((a, b) => b.lsb - a.lsb);
    return (samples) => {
        let digits = '';
        let above = bits;
        for (const { lsb, width, index } of placed) {
            digits += '0'.repeat(above - lsb - width) + samples.value(index);
            above = lsb;
        }
        return wordOfBits(digits + '0'.repeat(above));
    };
}
class Waveform {
    text = '';
    endMark = '';
    stamp = undefined;
    count = 0;
    samples;
    #assemble;
    constructor(samples, assemble) {
        this.samples = samples;
        this.#assemble = assemble;
    }
    next() {
        for (let count = 0; count < 1000; count++) {
            const event = this.samples.next();
            if (event !== 'sample')
                return event;
            if (!this.accept())
                continue;
            this.count++;
            return 'word';
        }
        return 'pause';
    }
    word() {
        return this.#assemble(this.samples);
    }
    get place() {
        return `time ${this.samples.time}`;
    }
    get progress() {
        return this.samples.progress;
    }
}
/** A unit's results: one at each rising edge with `valid`. */
export class ResultWaveform extends Waveform {
    complete = false;
    #signals;
    #unknownValid = 0;
    constructor(samples, assemble, signals) {
        super(samples, assemble);
        this.#signals = signals;
    }
    get remarks() {
        return validRemarks(this.#unknownValid);
    }
    accept() {
        const { valid, case: number } = this.#signals;
        const flag = valid === undefined ? '1' : this.samples.value(valid);
        if (flag !== '0' && flag !== '1' && this.count > 0)
            this.#unknownValid++;
        if (flag !== '1')
            return false;
        if (number !== undefined)
            this.stamp = integerOf(this.samples.value(number));
        if (number !== undefined && this.stamp === undefined)
            throw new InputError(`time ${this.samples.time}: expected the number of a case, found unknown bits`);
        return true;
    }
}
/** An element's registers or outputs, by cycle. */
export class CycleWaveform extends Waveform {
    #numbers;
    #next;
    #last = -Infinity;
    #unknownValid = 0;
    constructor(samples, assemble, numbers) {
        super(samples, assemble);
        this.#numbers = numbers;
        this.#next = numbers.start;
    }
    get complete() {
        return this.#last >= this.#numbers.window.last;
    }
    get remarks() {
        return validRemarks(this.#unknownValid);
    }
    accept() {
        const { signal, window, valid } = this.#numbers;
        const cycle = this.#cycle(signal);
        if (cycle === undefined)
            return false;
        this.#last = Math.max(this.#last, cycle);
        if (cycle < window.first || cycle > window.last)
            return false;
        this.stamp = cycle;
        if (valid === undefined)
            return true;
        const flag = this.samples.value(valid);
        if (flag !== '0' && flag !== '1')
            this.#unknownValid++;
        return flag === '1';
    }
    #cycle(signal) {
        if (signal !== undefined)
            return integerOf(this.samples.value(signal));
        if (this.samples.gap)
            throw new InputError(`time ${this.samples.time}: expected a waveform without a gap ($dumpoff), or a map with a cycle signal`);
        return this.#next++;
    }
}
function validRemarks(unknown) {
    return unknown === 0 ? [] : [`valid was x or z at ${unknown} rising edges, which were taken for ones without a result`];
}
/** Two's complement digits as a number; undefined with unknown ones. */
function integerOf(digits) {
    return /[xz]/.test(digits) ? undefined : Number(BigInt.asIntN(digits.length, BigInt(`0b${digits}`)));
}
//# sourceMappingURL=waveform.js.map