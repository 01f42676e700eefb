/** The inner loops of the analysis on data: the local accumulation of one group for a tile of outputs. Exact integers in doubles. */
/**
 * The sum of each output's group, and the lowest and the highest partial sum on the way, in the order k; 0 is always among them.
 * @param sums, lows, highs one for each output
 */
export function accumulateTracked(sums, lows, highs, { weights, source, bases, offsets }) {
    for (let i = 0; i < bases.length; i++) {
        const base = bases[i];
        let sum = 0;
        let low = 0;
        let high = 0;
        for (let k = 0; k < weights.length; k++) {
            sum += weights[k] * source[base + offsets[k]];
            if (sum > high)
                high = sum;
            else if (sum < low)
                low = sum;
        }
        sums[i] = sum;
        lows[i] = low;
        highs[i] = high;
    }
}
/**
 * Sums of groups that overflow, in an accumulator that saturates at each step, in the place of their exact sums.
 * @param needs the width that each group needs @param width A
 */
export function saturateSums(sums, needs, { weights, source, bases, offsets }, width) {
    const max = 2 ** (width - 1) - 1;
    const min = -max - 1;
    for (let i = 0; i < bases.length; i++) {
        if (needs[i] <= width)
            continue;
        const base = bases[i];
        let sum = 0;
        for (let k = 0; k < weights.length; k++)
            sum = Math.max(min, Math.min(max, sum + weights[k] * source[base + offsets[k]]));
        sums[i] = sum;
    }
}
/** Exact sums modulo 2^A, as signed words. @param sums integers of at most 52 bits; those that fit stay as they are */
export function wrapSums(sums, count, width) {
    const range = 2 ** width;
    const half = range / 2;
    const perRange = 1 / range;
    // Multiplication by a power of two is exact.
    for (let i = 0; i < count; i++)
        sums[i] -= Math.floor((sums[i] + half) * perRange) * range;
}
//# sourceMappingURL=double-kernels.js.map