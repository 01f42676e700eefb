/** A counterexample as a vector set of the accumulator: `mlsim vectors` in form, its own steps in content. */
import { listClass } from "../golden/case-class.js";
import { accumulatorCases } from "../golden/cases/accumulator.js";
import { unitSource } from "../golden/unit-source.js";
import { accumulate, EMPTY_ACCUMULATOR } from "../units/local-accumulator.js";
/** The steps of the group in order, in an accumulator that wraps; the last one overflows. */
export function accumulatorVectors({ width, products }, { x, y }) {
    const format = { width, overflow: 'wrap' };
    let state = EMPTY_ACCUMULATOR;
    const steps = products.map((product, k) => {
        const step = { first: k === 0 ? 1 : 0, sum: state.sum, overflow: state.overflow ? 1 : 0, product };
        state = accumulate(format, state, product, k === 0);
        return step;
    });
    // Only these steps: neither the unit's own classes nor all combinations of its inputs.
    const cases = accumulatorCases(format, x, y);
    const { unit, parameters, fields } = cases;
    const classes = [listClass('counterexample', 'the group that overflows with the fewest products, step by step', steps)];
    const only = { unit, parameters, fields, classes: () => classes, word: (step) => cases.word(step) };
    return unitSource(only, { level: 1, seed: 0n, count: steps.length });
}
//# sourceMappingURL=width-vectors.js.map