/** The vector set of a unit: cases from its classes, the golden result beside each. */
import { InputError } from "../bits/check.js";
import { liveBench } from "./bench/live-bench.js";
import { unitBench } from "./bench/unit-bench.js";
import { unitDut } from "./bench/unit-dut.js";
import { isEnumerated, planCases, thinnedIndex } from "./case-plan.js";
import { CaseRandom } from "./case-random.js";
import { placeFields, wordBits } from "./fields.js";
export const MAX_COUNT = 1_000_000_000;
const VECTOR_FILE = 'vectors.hex';
/** Words between two steps. */
const STEP_WORDS = 2048;
/** Without a count, a set of wide words has no more than so many digits. */
const MOST_DIGITS = { 1: 2 ** 25, 2: 2 ** 28 };
/** Streams of random words beside those of the classes, which count from 0. */
const THINNING_STREAMS = 2 ** 16;
const MIXTURE_STREAM = 2 ** 17;
/** The vector set of a unit. @throws InputError for a count out of range */
export function unitSource(cases, { level, seed, count }) {
    if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= MAX_COUNT)) {
        throw new InputError(`count: expected an integer from 1 to ${MAX_COUNT}, found ${count}`);
    }
    const { unit, parameters, fields, fromInputs } = cases;
    const inputs = fields.filter(({ direction }) => direction === 'in');
    const inputBits = fromInputs === undefined ? undefined : wordBits(inputs);
    const atMost = Math.floor((MOST_DIGITS[level] * 4) / wordBits(fields));
    const demand = { level, count, inputBits, atMost };
    const classes = cases.classes(level);
    const plan = planCases(classes, demand);
    const ranges = classRanges(plan, classes);
    function* generate(sink) {
        const total = plan.reduce((sum, range) => sum + range.count, 0);
        const random = new CaseRandom(seed);
        let done = 0;
        for (const { from, count: wanted } of plan) {
            const at = caseMaker(from, wanted, random);
            for (let nth = 0; nth < wanted; nth++) {
                sink(0, cases.word(at(nth)));
                if (++done % STEP_WORDS === 0)
                    yield { done, total };
            }
        }
        return ranges;
    }
    /** The cases of a range by their place in it. */
    function caseMaker(from, wanted, random) {
        if (from === 'enumerated')
            return (nth) => enumerated(nth);
        if (from === 'random')
            return (nth) => mixed(nth, random);
        const chosen = classes[from];
        return (nth) => {
            random.seek(THINNING_STREAMS + from, nth);
            const index = thinnedIndex(chosen.size, wanted, nth, (limit) => random.below(limit));
            random.seek(from, index);
            return chosen.at(index, random);
        };
    }
    /** A case of any class, all of them equally often. An enumerated set has seen all cases: then each input is random. */
    function mixed(nth, random) {
        random.seek(MIXTURE_STREAM, nth);
        if (inputBits !== undefined && isEnumerated(demand))
            return enumerated(random.below(2 ** inputBits));
        const chosen = occupied[random.below(occupied.length)];
        return chosen.at(random.below(chosen.size), random);
    }
    const occupied = classes.filter(({ size }) => size > 0);
    function enumerated(word) {
        if (fromInputs === undefined)
            throw new Error(`${unit}: its inputs can't be enumerated`);
        return fromInputs(splitInputs(inputs, word));
    }
    return {
        unit,
        parameters,
        files: [{ name: VECTOR_FILE, role: 'cases', fields: placeFields(fields) }],
        generate,
        testbench: (set, files) => unitBench({ unit, parameters, fields, set, ranges, cases: files[0].words }),
        live: (evaluation) => liveBench({ unit, parameters, fields, evaluation }),
        dut: () => unitDut({ unit, parameters, fields }),
    };
}
function classRanges(plan, classes) {
    let first = 0;
    return plan.map(({ from, count }) => {
        const { name, about } = typeof from === 'number' ? classes[from] : WHOLE_SET[from];
        const range = { name, about, first, count };
        first += count;
        return range;
    });
}
const WHOLE_SET = {
    enumerated: { name: 'enumerated', about: 'every combination of inputs, so anything at all' },
    random: { name: 'random', about: 'a mixture of all classes with other random bits: what no class was made for, and one case after another of a different kind' },
};
/** The values of the input fields in a packed word of them. */
function splitInputs(inputs, word) {
    return placeFields(inputs).map(({ kind, width, lsb }) => {
        const value = BigInt(Math.floor(word / 2 ** lsb) % 2 ** width);
        return kind === 'signed' ? BigInt.asIntN(width, value) : value;
    });
}
//# sourceMappingURL=unit-source.js.map