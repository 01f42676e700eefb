/** Groups whose sums land on the accumulator's limits, one beyond, and back. */
import { elementInteger } from "../../formats/element.js";
import { maxSigned, minSigned } from "../../bits/width.js";
import { emptyOperands, setScales } from "./operands.js";
/** The largest magnitude code whose magnitude is at most a limit. */
function largestAtMost(format, limit) {
    let low = 0;
    let high = format.maxMagnitudeCode;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (BigInt(elementInteger(format, middle)) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
/** Pairs whose products add up to a target: the largest ones first. */
function pairsTo(p, target) {
    const negative = target < 0n;
    const pairs = [];
    const largestY = BigInt(p.elementY.maxMagnitude);
    let rest = negative ? -target : target;
    while (rest > 0n) {
        // Code 1 is magnitude 1 in every format.
        const y = rest >= largestY ? p.elementY.maxMagnitudeCode : 1;
        const yMagnitude = BigInt(elementInteger(p.elementY, y));
        const x = largestAtMost(p.element, rest / yMagnitude);
        rest -= BigInt(elementInteger(p.element, x)) * yMagnitude;
        pairs.push([negative ? x + p.element.maxMagnitudeCode + 1 : x, y]);
    }
    return pairs;
}
/** Groups at the limits. @param longest the most pairs that a group may have @returns undefined where a limit is out of reach */
export function accumulatorLimits(p, longest) {
    const max = maxSigned(p.accWidth);
    const largestProduct = BigInt(p.element.maxMagnitude) * BigInt(p.elementY.maxMagnitude);
    if (max / largestProduct > BigInt(longest))
        return undefined;
    const up = pairsTo(p, max);
    const down = pairsTo(p, minSigned(p.accWidth));
    const plus = [1, 1];
    const minus = [p.element.maxMagnitudeCode + 2, 1];
    // The most telling ones first: where groups are long there are few of them.
    const kinds = [[...up, plus, minus], [...down, minus, plus], up, down, [...up, plus], [plus], [...down, minus]];
    const pairs = Math.max(...kinds.map(({ length }) => length));
    return pairs > longest ? undefined : { kinds, pairs };
}
/** The same with an overflow in every group: on from the upper and the lower limit by turns. */
export function beyondLimits({ kinds, pairs }) {
    return atLimits({ kinds: kinds.slice(0, 2), pairs });
}
/** A kind for each group in turn; zero products before or after the kind's own fill the group. */
export function atLimits({ kinds }) {
    return (shape, p, random, output) => {
        const operands = emptyOperands(shape);
        for (let g = 0; g < shape.groups; g++) {
            const own = kinds[(g + output) % kinds.length];
            const start = random.chance(0.5) ? shape.pairs - own.length : 0;
            own.forEach(([x, y], i) => {
                operands.x[g * shape.pairs + start + i] = x;
                operands.y[g * shape.pairs + start + i] = y;
            });
        }
        setScales(operands, p, random, () => random.below(8));
        return operands;
    };
}
//# sourceMappingURL=accumulator-limits.js.map