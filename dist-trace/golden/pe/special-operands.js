/** Operands that are made to find one kind of mistake. */
import { productBits } from "../../units/multiplier.js";
import { emptyOperands, maxShift, mixed, mixedCode, nonzeroCode, setCodes, setScales, subnormalShift, windowed } from "./operands.js";
/** The largest magnitudes: all products positive, all negative, alternating, or of any sign. */
export const extremeCodes = (shape, p, random, output) => {
    const operands = emptyOperands(shape);
    for (let g = 0; g < shape.groups; g++) {
        const kind = (g + output) % 4;
        for (let k = 0; k < shape.pairs; k++) {
            const xSign = random.bits(1);
            const productSign = [0, 1, k % 2, random.bits(1)][kind];
            operands.x[g * shape.pairs + k] = signed(p.element, xSign);
            operands.y[g * shape.pairs + k] = signed(p.elementY, xSign ^ productSign);
        }
    }
    setScales(operands, p, random, () => random.below(12));
    return operands;
};
function signed({ maxMagnitudeCode }, sign) {
    return sign * (maxMagnitudeCode + 1) + maxMagnitudeCode;
}
/** All pairs of scale mantissas, in every lane, on sums that use all their bits. */
export const mantissaPairs = (shape, p, random, output) => {
    const operands = emptyOperands(shape);
    setCodes(operands, p, random, nonzeroCode);
    setScales(operands, p, random, () => random.below(6), (g) => (g + output) % 4);
    return operands;
};
/** The smallest, middle and largest exponents side by side in a chunk. */
export const scaleExponents = (shape, p, random) => {
    const operands = emptyOperands(shape);
    setCodes(operands, p, random, nonzeroCode);
    const largest = maxShift(p);
    setScales(operands, p, random, () => random.pick([0, 0, 1, p.scale.maxExp, p.scaleY.maxExp, largest, largest - 1, random.below(largest + 1), random.below(40)]));
    return operands;
};
/** Terms a little above and below the smallest normal number, and down to where they vanish. */
export const subnormalTerms = windowed((random) => random.pick([2, 6, 12]), (p, random) => random.between(subnormalShift(p) - 14, subnormalShift(p) + productBits(p.element, p.elementY)), nonzeroCode);
/** Whether scales reach down to subnormal terms. */
export function reachesSubnormals(p) {
    return maxShift(p) > subnormalShift(p) + 1;
}
/** Nonzero sums of either sign that round or flush to zero, more negative ones than positive, and a real term here and there. */
export const vanishingTerms = (shape, p, random, output) => {
    const operands = emptyOperands(shape);
    // Of all-negative outputs even the root of the tree is -0.
    const negative = output % 2 === 0 ? 1 : 0.7;
    for (let g = 0; g < shape.groups; g++) {
        const productSign = random.chance(negative) ? 1 : 0;
        // One small product and zeros: the same sum whatever the number of pairs.
        const k = random.below(shape.pairs);
        const xSign = random.bits(1);
        operands.x[g * shape.pairs + k] = xSign * (p.element.maxMagnitudeCode + 1) + 1;
        operands.y[g * shape.pairs + k] = (xSign ^ productSign) * (p.elementY.maxMagnitudeCode + 1) + 1;
    }
    const vanishes = vanishingShift(p);
    setScales(operands, p, random, () => (output % 4 === 3 && random.chance(0.2) ? random.below(4) : vanishes + random.below(maxShift(p) - vanishes + 1)), 
    // 1.5 x 2^-150 would round up to the smallest subnormal.
    () => 0);
    return operands;
};
/** Whether a group's sum can be too small for binary32. */
export function reachesZero(p) {
    return maxShift(p) >= vanishingShift(p);
}
/** The shift from which a sum of 1 is at most half of the smallest subnormal, or flushed. */
function vanishingShift(p) {
    return p.flushToZero ? Math.max(0, subnormalShift(p) - 22) : Math.max(0, subnormalShift(p) + 1);
}
/** Products that are zero, by zeros of either sign in x, in y or in both; now and then a group that is not. */
export const zeroProducts = (shape, p, random, output) => {
    const operands = emptyOperands(shape);
    setCodes(operands, p, random, mixedCode);
    for (let g = 0; g < shape.groups; g++) {
        if (output % 2 === 1 && random.chance(0.3))
            continue;
        for (let k = 0; k < shape.pairs; k++) {
            const which = random.between(1, 3);
            if ((which & 1) !== 0)
                operands.x[g * shape.pairs + k] = random.bits(1) * (p.element.maxMagnitudeCode + 1);
            if ((which & 2) !== 0)
                operands.y[g * shape.pairs + k] = random.bits(1) * (p.elementY.maxMagnitudeCode + 1);
        }
    }
    setScales(operands, p, random, () => random.below(maxShift(p) + 1));
    return operands;
};
/**
 * Groups that cancel: group g with the bit set is the negative of the one without it, so that level log2(bit) + 1 of the tree gives zero, or, with
 * bit = T, the running sum does. In every other output one pair in four differs in a code, and what is left is small.
 */
export function cancelling(bit) {
    return (shape, p, random, output) => {
        const operands = mixed(shape, p, random, output);
        const { pairs } = shape;
        for (let g = 0; g < shape.groups; g++) {
            if ((g & bit) === 0)
                continue;
            const twin = g - bit;
            for (let k = 0; k < pairs; k++) {
                operands.x[g * pairs + k] = operands.x[twin * pairs + k] ^ (p.element.maxMagnitudeCode + 1);
                operands.y[g * pairs + k] = operands.y[twin * pairs + k];
            }
            operands.xScale[g] = operands.xScale[twin];
            operands.yScale[g] = operands.yScale[twin];
            if (output % 2 === 1 && random.chance(0.25))
                operands.x[g * pairs] ^= 1;
        }
        return operands;
    };
}
//# sourceMappingURL=special-operands.js.map