import { bothNaN, explainDifference, wrongBits } from "./difference.js";
import { readWord } from "./reading.js";
import { Tally } from "./tally.js";
import { classOf } from "./vector-set.js";
import { knownWord, slice, sliceWord } from "./word.js";
/** Wrong registers of a stage that are named. */
const MAX_NAMED = 64;
export class CycleComparison {
    tally;
    first = null;
    failures = [];
    /** Wrong registers in all cycles. */
    wrong = 0;
    firstWrongOutput = null;
    #found;
    #golden;
    #shape;
    #options;
    #spread = new Map();
    constructor(found, golden, shape, options) {
        this.tally = new Tally(options.classes);
        this.#found = found;
        this.#golden = golden;
        this.#shape = shape;
        this.#options = options;
    }
    /** Of a cycle whose text is not the expected one. */
    compare() {
        const { counts } = this.tally;
        const word = this.#found.word();
        const now = this.#golden.read();
        const accepted = { nans: 0 };
        const wrong = this.#wrongRegisters(now, word, accepted);
        if (wrong.length === 0) {
            counts.matched++;
            if (accepted.nans > 0)
                counts.nansAccepted++;
            return;
        }
        const isUnknown = wrong.some(({ bank: { field }, index }) => sliceWord(word, field.lsb + index * field.width, field.width).unknown !== 0n);
        const verdict = isUnknown ? 'unknown' : 'mismatched';
        this.tally.fail(verdict, this.#issueCycle(wrong[0].stage));
        this.wrong += wrong.length;
        this.first ??= this.#explain(wrong[0], now, word);
        for (const register of wrong) {
            this.#note(register);
            if (this.failures.length < this.#options.errors)
                this.failures.push(this.#explain(register, now, word));
        }
    }
    spread() {
        return [...this.#spread]
            .sort(([a], [b]) => a - b)
            .map(([stage, { firstCycle, first, wrong, registers }]) => ({ ...this.#stageName(stage), firstCycle, first, wrong, registers: [...registers.values()] }));
    }
    /** The registers that are wrong, by stage, then bank, then index. */
    #wrongRegisters(now, found, accepted) {
        const { banks, compare, nan } = this.#options;
        const all = wrongBits(now.word, found);
        const wrong = [];
        for (const bank of banks) {
            const { field } = bank;
            const bits = slice(all, field.lsb, field.width * field.lanes);
            if (bits === 0n)
                continue;
            for (let index = 0; index < field.lanes; index++) {
                if (slice(bits, index * field.width, field.width) === 0n)
                    continue;
                if ((compare === 'valid' || bank.isPort) && !bank.isLoaded(now, index))
                    continue;
                if (nan === 'any' && this.#isAnotherNaN(field, index, now, found)) {
                    accepted.nans++;
                    continue;
                }
                wrong.push({ bank, index, stage: bank.stageOf(index) });
            }
        }
        return wrong.sort((a, b) => a.stage - b.stage);
    }
    #isAnotherNaN({ kind, lsb, width }, index, now, found) {
        if (kind !== 'binary32')
            return false;
        const given = sliceWord(found, lsb + index * width, width);
        return given.unknown === 0n && bothNaN(slice(now.word, lsb + index * width, width), given.value);
    }
    #note({ bank, index, stage }) {
        const name = registerName(bank, index);
        let seen = this.#spread.get(stage);
        if (seen === undefined)
            this.#spread.set(stage, (seen = { firstCycle: this.#golden.cycle, first: name, wrong: 0, registers: new Map() }));
        seen.wrong++;
        if (seen.registers.size < MAX_NAMED)
            seen.registers.set(name, { register: bank.name, indexName: bank.indexName, index });
        const { output, cycle } = this.#golden;
        if (this.firstWrongOutput === null && output !== undefined && stage === this.#shape.stages.count - 1 && !bank.control)
            this.firstWrongOutput = { index: output, cycle };
    }
    #explain({ bank, index, stage }, now, found) {
        const { field } = bank;
        const { cycle, before } = this.#golden;
        const at = field.lsb + index * field.width;
        const given = sliceWord(found, at, field.width);
        const range = classOf(this.#options.classes, this.#issueCycle(stage));
        return {
            verdict: given.unknown === 0n ? 'mismatched' : 'unknown',
            cycle,
            ...this.#stageName(stage),
            register: bank.name,
            indexName: bank.indexName,
            index,
            place: this.#found.place,
            difference: explainDifference(registerName(bank, index), field, field.width, slice(now.word, at, field.width), given, this.#options.nan),
            inputs: cycle === 0 ? [] : this.#inputs(bank.inputs(before, index)),
            issueCycle: cycle - stage - 1,
            class: range === undefined ? null : { name: range.name, about: range.about },
        };
    }
    #inputs(refs) {
        const { before, stimulusBefore } = this.#golden;
        const { outputScale } = this.#shape;
        return refs.flatMap(({ from, name, index }) => {
            if (from === 'parameter')
                return outputScale === undefined ? [] : [readWord(name, { kind: 'binary32' }, knownWord(BigInt(outputScale)), 32)];
            const view = from === 'stimulus' ? stimulusBefore : before;
            const field = view.field(name);
            if (field === undefined)
                return [];
            const indexName = this.#options.indexNames.get(name) ?? 'lane';
            const title = registerName({ name, indexName, count: field.lanes }, index);
            return [readWord(title, field, knownWord(view.get(name, index)), field.width)];
        });
    }
    /** The cycle that decides the class of what a stage holds. */
    #issueCycle(stage) {
        return Math.max(0, this.#golden.cycle - stage - 1);
    }
    #stageName(stage) {
        const name = this.#shape.stageNames[stage];
        return { letter: name[0], stage: name };
    }
}
/** `A.sum lane 3`. */
export function registerName({ name, indexName, count }, index) {
    return indexName === '' || count === 1 ? name : `${name} ${indexName} ${index}`;
}
//# sourceMappingURL=cycle-comparison.js.map