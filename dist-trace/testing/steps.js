/** Single steps of an accumulator: what `mlsim eval accumulator` answers a line with, and what an RTL block does in a cycle. */
import fc from 'fast-check';
import { maxSigned, minSigned } from "../bits/width.js";
import { accumulate, accumulatorFormat } from "../units/local-accumulator.js";
import { multiply } from "../units/multiplier.js";
import { elementCodes } from "./formats.js";
/** Steps from any state, half of them from close to a limit. @param width A, 4..64 @throws InputError */
export function accumulatorSteps(formats, width) {
    accumulatorFormat(width, 'wrap');
    const max = maxSigned(width);
    const min = minSigned(width);
    const near = fc.bigInt({ min: 0n, max: max < 8n ? max : 8n });
    const sum = fc.oneof(fc.bigInt({ min, max }), near.map((off) => max - off), near.map((off) => min + off));
    const product = fc.tuple(elementCodes(formats.x), elementCodes(formats.y)).map(([x, y]) => multiply(formats.x, x, formats.y, y));
    return fc.record({ first: fc.boolean(), sum, overflow: fc.boolean(), product });
}
/** A step gives the sum and the flag of the arithmetic. @throws InputError for a width outside of 4..64 */
export function matchesStep(formats, { width, overflow }, implementation) {
    const format = accumulatorFormat(width, overflow);
    return fc.asyncProperty(accumulatorSteps(formats, width), async (step) => {
        const expected = accumulate(format, step, step.product, step.first);
        const found = await implementation(step);
        if (expected.sum === found.sum && expected.overflow === found.overflow)
            return;
        throw new Error(`step: expected sum ${expected.sum} and flag ${String(expected.overflow)}, found sum ${found.sum} and flag ${String(found.overflow)}`);
    });
}
/** An implementation of groups from one of steps: product after product into an empty register. */
export function groupFromSteps({ x, y }, step) {
    return async (group) => {
        let state = { sum: 0n, overflow: false };
        for (let k = 0; k < group.x.length; k++) {
            const product = multiply(x, group.x[k], y, group.y[k]);
            state = await step({ first: k === 0, ...state, product });
        }
        return state;
    };
}
//# sourceMappingURL=steps.js.map