/** A counterexample as a vector set of the accumulator: `mlsim vectors` in form, its own steps in content. */
import { listClass } from '../golden/case-class.ts';
import type { Step } from '../golden/cases/accumulator-classes.ts';
import { accumulatorCases } from '../golden/cases/accumulator.ts';
import type { UnitCases } from '../golden/unit-cases.ts';
import { unitSource } from '../golden/unit-source.ts';
import type { VectorSource } from '../golden/vector-source.ts';
import { accumulate, EMPTY_ACCUMULATOR } from '../units/local-accumulator.ts';
import type { Counterexample } from '../width/counterexample.ts';
import type { WidthFormats } from '../width/layer-widths.ts';

/** The steps of the group in order, in an accumulator that wraps; the last one overflows. */
export function accumulatorVectors({ width, products }: Counterexample, { x, y }: WidthFormats): VectorSource {
  const format = { width, overflow: 'wrap' } as const;
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
  const only: UnitCases<Step> = { unit, parameters, fields, classes: () => classes, word: (step) => cases.word(step) };
  return unitSource(only, { level: 1, seed: 0n, count: steps.length });
}
