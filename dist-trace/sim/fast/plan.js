import { chooseFolding, NO_FOLDING } from "./plan-folding.js";
const INT16 = 2 ** 15 - 1;
const WORD = 32;
/** Integers up to this are exact in binary32. */
const BINARY32_INTEGERS = 2 ** 24;
const LEAST_NORMAL_EXPONENT = -126;
/** Sums stay below the largest binary32 number, and so do those that are 2^100 times theirs. */
const LARGEST_EXPONENT = 126;
const LARGEST_SCALED_EXPONENT = 26;
/** Lanes of a tree whose chunks are one kernel. */
export const FUSED_WIDTH = 16;
/** Groups of zeros that fill the last chunk up may be a third of all. */
const MOST_FILLED = 4 / 3;
/** The plan, or why there is none. */
export function planFast(form, datapath, ranges) {
    const { xMax, yMax } = ranges;
    if (Math.max(xMax, yMax) > INT16)
        return { refused: `element integers up to ${Math.max(xMax, yMax)} don't fit 16 bits` };
    const { width } = datapath.accumulator;
    const bound = Math.min(form.taps * xMax, ranges.xPlaneSum) * yMax;
    const exact = bound < 2 ** (Math.min(width, WORD) - 1);
    if (!exact && width > WORD)
        return { refused: `sums up to ${bound} may leave the 32 bits of a lane, and the accumulator has ${width}` };
    const reasons = [
        exact
            ? `sums of ${form.taps} products reach at most ${bound}, within the accumulator's ${width} bits: no check`
            : `sums of ${form.taps} products may reach ${bound}, beyond ${width} bits: ${datapath.accumulator.overflow} checked at each step`,
    ];
    const largest = exact ? bound : 2 ** (width - 1);
    const lanes = form.rows === 1 ? 1 : 4;
    const x = factorRange(ranges.xFactors);
    const y = factorRange(ranges.yFactors);
    const lowest = x.lowest + y.lowest;
    const significand = largest * x.significand * y.significand;
    const subnormal = lowest < LEAST_NORMAL_EXPONENT;
    const flush = datapath.subnormals.flushToZero && subnormal;
    const terms = significand > BINARY32_INTEGERS || flush ? 'binary64' : subnormal ? 'scaled' : 'exact';
    const top = Math.ceil(Math.log2(largest + 1) + x.top + y.top + Math.log2(form.groups));
    if (top > (terms === 'scaled' ? LARGEST_SCALED_EXPONENT : LARGEST_EXPONENT))
        return { refused: `sums of terms up to 2^${top} come near the end of binary32's range` };
    reasons.push({
        exact: `scaled sums have at most ${bits(significand)} bits and multiples of 2^${lowest} only: exact in binary32, never subnormal`,
        scaled: `scaled sums have at most ${bits(significand)} bits, but may be multiples of 2^${lowest}, below 2^${LEAST_NORMAL_EXPONENT}: all 2^100 times as large, rounded as subnormal numbers`,
        binary64: flush ? 'subnormal numbers may occur and are flushed: terms by way of binary64' : `scaled sums may have ${bits(significand)} bits, more than binary32's 24: terms by way of binary64`,
    }[terms]);
    const ownFactors = form.y.ofPlane > 0;
    const fused = exact && terms !== 'binary64' && !ownFactors && lanes === 4 && datapath.treeWidth === FUSED_WIDTH;
    reasons.push(fused ? 'chunks of 16 groups in one kernel' : `groups one kernel after the other: ${whyNotFused(form, datapath, exact, terms, lanes)}`);
    // Both factors of a term are normal numbers.
    const normal = Math.min(x.lowest, y.lowest) >= LEAST_NORMAL_EXPONENT;
    // Groups of zeros would fill the last chunk up.
    const filled = fused && fillsChunks(form.groups);
    const single = filled && terms === 'exact' && form.taps === 1 && normal;
    if (single)
        reasons.push('groups of one tap: a term is one binary32 product of scaled numbers');
    const lines = fused && terms === 'exact' && normal ? linesThatFit(form, xMax, yMax) : 0;
    if (lines > 0)
        reasons.push("two outputs at once from lines of seven taps, by Winograd's F(2, 3)");
    const foldable = filled && terms === 'exact' && !single && lines === 0 && ranges.decodes && normal;
    const { folding, limits, reason } = foldable ? chooseFolding(form, ranges) : NO_FOLDING;
    if (reason !== undefined)
        reasons.push(reason);
    const oneByOne = exact && terms === 'exact' && !ownFactors;
    return { sums: exact ? 'exact' : 'checked', terms: fused || oneByOne ? terms : 'binary64', single, fused, folding, lines, limits, flush, lanes, reasons };
}
function whyNotFused(form, datapath, exact, terms, lanes) {
    if (form.y.ofPlane > 0)
        return "columns of a row have scales of their own in the weight gradient";
    if (lanes === 1)
        return 'one output channel in a channel group';
    if (datapath.treeWidth !== FUSED_WIDTH)
        return `a tree of ${datapath.treeWidth} lanes`;
    return exact ? `terms by way of ${terms}` : 'checked sums';
}
/** Transformed elements are sums of up to three of X and two of Y. */
function linesThatFit({ lines, groups }, xMax, yMax) {
    return groups < FUSED_WIDTH && 3 * xMax <= INT16 && 2 * yMax <= INT16 ? (lines ?? 0) : 0;
}
function fillsChunks(groups) {
    return Math.ceil(groups / FUSED_WIDTH) * FUSED_WIDTH <= MOST_FILLED * groups;
}
function bits(value) {
    return Math.floor(Math.log2(Math.max(value, 1))) + 1;
}
/** The range of factors that are more than 0. */
export function factorRange(factors) {
    // Without any, all terms are 0.
    if (factors.length === 0)
        return { lowest: 0, significand: 1, top: 0 };
    let lowest = Infinity;
    let significand = 1;
    let top = -Infinity;
    for (const factor of factors) {
        const exponent = Math.floor(Math.log2(factor));
        const odd = factor / 2 ** exponent === 1.5;
        lowest = Math.min(lowest, odd ? exponent - 1 : exponent);
        if (odd)
            significand = 3;
        top = Math.max(top, exponent + 1);
    }
    return { lowest, significand, top };
}
//# sourceMappingURL=plan.js.map