import { classOf } from "./vector-set.js";
export class Tally {
    counts = { total: 0, matched: 0, mismatched: 0, unknown: 0, missing: 0, leftOver: 0, nansAccepted: 0 };
    #classes;
    #byClass = new Map();
    /** @param classes in order of their first case or cycle */
    constructor(classes) {
        this.#classes = classes;
    }
    /** Counts a failure. @param at the case or cycle that decides its class, or undefined for none @returns its class */
    fail(verdict, at) {
        if (verdict === 'left over') {
            this.counts.leftOver++;
            return null;
        }
        this.counts[verdict]++;
        const range = at === undefined ? undefined : classOf(this.#classes, at);
        if (range === undefined)
            return null;
        let tally = this.#byClass.get(range);
        if (tally === undefined)
            this.#byClass.set(range, (tally = { mismatched: 0, unknown: 0, missing: 0 }));
        tally[verdict]++;
        return { name: range.name, about: range.about };
    }
    /** The classes with failures, in order. */
    classes() {
        return this.#classes.flatMap((range) => {
            const tally = this.#byClass.get(range);
            return tally === undefined ? [] : [{ name: range.name, about: range.about, count: range.count, ...tally }];
        });
    }
    /** Whether nothing failed. */
    get matches() {
        const { mismatched, unknown, missing, leftOver } = this.counts;
        return mismatched + unknown + missing + leftOver === 0;
    }
}
//# sourceMappingURL=tally.js.map