/**
 * A waveform seen by a clock: the values that stand just before each rising edge, which are those that registers hold during the cycle that the edge ends.
 */
import { InputError } from "../bits/check.js";
export class VcdSamples {
    /** The time of the edge. */
    time = 0;
    /** Whether the waveform had a gap ($dumpoff) since the sample before: cycles were lost. */
    gap = false;
    #reader;
    #parts;
    #clock;
    /** What stands, by slot, and what changed at the present time. */
    #values;
    #pending = new Map();
    #clockValue;
    #rose = false;
    #lastEdge;
    #period = 0;
    #ended = false;
    /** Set while what changed with the edge has not been taken over. */
    #sampled = false;
    /** @param signals asked for by their place in this list @throws InputError for a clock of several bits */
    constructor(reader, clock, signals) {
        this.#reader = reader;
        if (clock.width !== 1 || clock.pieces[0].declaration.width !== 1) {
            throw new InputError(`${reader.subject}: ${clock.name}: expected a clock of 1 bit, found ${clock.pieces[0].declaration.width}`);
        }
        this.#clock = reader.watch(clock.pieces[0].declaration);
        const values = ['x'];
        this.#parts = signals.map(({ pieces }) => pieces.map(({ declaration, from, width }) => {
            const slot = reader.watch(declaration);
            values[slot] = 'x'.repeat(declaration.width);
            return { slot, from, to: from + width, whole: width === declaration.width };
        }));
        this.#values = values;
    }
    get progress() {
        return this.#reader.progress;
    }
    /** The value of a signal before the edge, one digit a bit. */
    value(signal) {
        let value = '';
        for (const { slot, from, to, whole } of this.#parts[signal])
            value += whole ? this.#values[slot] : this.#values[slot].slice(from, to);
        return value;
    }
    /** Goes on to the next rising edge. @throws InputError */
    next() {
        if (this.#sampled) {
            this.#settle();
            this.gap = false;
            this.#sampled = false;
        }
        for (;;) {
            const at = this.#reader.time;
            const event = this.#ended ? 'end' : this.#reader.next();
            switch (event) {
                case 'change':
                    this.#change(this.#reader.slot, this.#reader.value);
                    break;
                case 'off':
                case 'on':
                    // What the clock is meanwhile is no edge.
                    this.#clockValue = undefined;
                    this.gap = true;
                    break;
                case 'pause':
                    return 'pause';
                case 'time':
                    if (at === this.#reader.time)
                        break;
                    if (this.#isEdge(at))
                        return this.#sample(at);
                    this.#settle();
                    break;
                case 'end':
                    if (this.#ended)
                        return 'end';
                    this.#ended = true;
                    // A waveform may end with its last cycle, where the next edge would be.
                    if (this.#isEdge(at) || (this.#lastEdge !== undefined && this.#period > 0 && at === this.#lastEdge + this.#period))
                        return this.#sample(at);
                    return 'end';
            }
        }
    }
    #change(slot, value) {
        this.#pending.set(slot, value);
        if (slot !== this.#clock)
            return;
        if (value === '1' && this.#clockValue !== undefined && this.#clockValue !== '1')
            this.#rose = true;
        this.#clockValue = value;
    }
    #isEdge(at) {
        if (!this.#rose)
            return false;
        this.#rose = false;
        if (this.#lastEdge !== undefined)
            this.#period = at - this.#lastEdge;
        this.#lastEdge = at;
        return true;
    }
    #sample(at) {
        this.#sampled = true;
        this.time = at;
        return 'sample';
    }
    #settle() {
        for (const [slot, value] of this.#pending)
            this.#values[slot] = value;
        this.#pending.clear();
    }
}
//# sourceMappingURL=vcd-read-samples.js.map