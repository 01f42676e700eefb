/** Whether a design's outputs are all right and only come some cycles earlier or later than the golden ones. */
/** Outputs in flight between the two sides; with more of them the question is given up. */
const MAX_AHEAD = 4096;
/** Pairs outputs in order, whatever their cycles. */
export class DelayHint {
    #due = [];
    #given = [];
    #delay;
    #pairs = 0;
    #holds = true;
    /** The next golden output. */
    due(cycle, value) {
        if (!this.#holds)
            return;
        this.#due.push({ cycle, value });
        this.#pair();
    }
    /** The next output of the design. @param value undefined with unknown bits */
    given(cycle, value) {
        if (!this.#holds)
            return;
        if (value === undefined)
            this.#holds = false;
        else
            this.#given.push({ cycle, value });
        this.#pair();
    }
    /** One sentence, where it is so. */
    facts() {
        const delay = this.#delay;
        if (!this.#holds || delay === undefined || delay === 0 || this.#due.length + this.#given.length > 0)
            return [];
        const cycles = `${Math.abs(delay)} ${Math.abs(delay) === 1 ? 'cycle' : 'cycles'}`;
        return [`all ${this.#pairs} outputs are right, and every one is ${cycles} ${delay > 0 ? 'later' : 'earlier'} than expected: another latency (a dump without stamps is compared in order alone)`];
    }
    #pair() {
        while (this.#due.length > 0 && this.#given.length > 0) {
            const [due, given] = [this.#due.shift(), this.#given.shift()];
            if (due === undefined || given === undefined)
                return;
            this.#delay ??= given.cycle - due.cycle;
            this.#pairs++;
            if (given.value !== due.value || given.cycle - due.cycle !== this.#delay)
                this.#holds = false;
        }
        if (this.#due.length + this.#given.length > MAX_AHEAD)
            this.#holds = false;
        if (!this.#holds)
            this.#due = this.#given = [];
    }
}
//# sourceMappingURL=delay-hint.js.map