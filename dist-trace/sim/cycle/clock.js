/** Registers of one kind. A register that is not loaded keeps its value. */
export class Registers {
    class;
    name;
    width;
    kind;
    scope;
    values;
    current;
    next = new Map();
    word;
    clock;
    constructor(clock, count, spec) {
        this.clock = clock;
        this.class = spec.class;
        this.name = spec.name;
        this.width = spec.width;
        this.kind = spec.kind;
        this.scope = spec.scope;
        this.word = spec.word;
        this.current = new Array(count).fill(spec.initial);
        this.values = new Array(count).fill(spec.word(spec.initial));
    }
    /** The current value. */
    get(index) {
        return this.current[index];
    }
    /** Sets the value from the next cycle on. */
    load(index, value) {
        if (this.next.size === 0)
            this.clock.expect(this);
        this.next.set(index, value);
    }
    /** Publishes what was loaded; the clock calls it. @returns the number of bits that changed */
    commit() {
        let changed = 0;
        for (const [index, value] of this.next) {
            const word = this.word(value);
            changed += populationCount(BigInt.asUintN(this.width, word ^ this.values[index]));
            this.current[index] = value;
            this.values[index] = word;
        }
        this.next.clear();
        return changed;
    }
}
function populationCount(word) {
    let count = 0;
    for (let rest = word; rest !== 0n; rest &= rest - 1n)
        count++;
    return count;
}
/** One clock and all its registers. */
export class Clock {
    banks = [];
    toggles = new Map();
    loaded = [];
    /** Adds a bank of registers. */
    bank(count, spec) {
        const registers = new Registers(this, count, spec);
        this.banks.push(registers);
        return registers;
    }
    /** Takes note of a bank with loaded registers. */
    expect(bank) {
        this.loaded.push(bank);
    }
    /** The edge: all loaded registers take their values. */
    commit() {
        for (const bank of this.loaded)
            this.toggles.set(bank.class, (this.toggles.get(bank.class) ?? 0) + bank.commit());
        this.loaded = [];
    }
}
//# sourceMappingURL=clock.js.map