/** The inner loops of the functional engine: the local accumulation of one group for a tile of outputs. Exact integers in doubles. */
/**
 * sums[i] = sum over k of weights[k] x source[bases[i] + offsets[k]], where no partial sum can leave the accumulator or a double.
 * Equal to `accumulate` over the products in any order.
 */
export function accumulateExact(sums, weights, source, bases, offsets) {
    if (weights.length > bases.length) {
        accumulateByOutput(sums, weights, source, bases, offsets);
    }
    else {
        accumulateByTap(sums, weights, source, bases, offsets);
    }
}
/** Four outputs at once share each weight and offset: for many taps on few outputs, as in the weight gradient. */
function accumulateByOutput(sums, weights, source, bases, offsets) {
    let i = 0;
    for (; i + 3 < bases.length; i += 4) {
        const b0 = bases[i];
        const b1 = bases[i + 1];
        const b2 = bases[i + 2];
        const b3 = bases[i + 3];
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let k = 0; k < weights.length; k++) {
            const weight = weights[k];
            const offset = offsets[k];
            s0 += weight * source[b0 + offset];
            s1 += weight * source[b1 + offset];
            s2 += weight * source[b2 + offset];
            s3 += weight * source[b3 + offset];
        }
        sums[i] = s0;
        sums[i + 1] = s1;
        sums[i + 2] = s2;
        sums[i + 3] = s3;
    }
    for (; i < bases.length; i++) {
        let sum = 0;
        for (let k = 0; k < weights.length; k++)
            sum += weights[k] * source[bases[i] + offsets[k]];
        sums[i] = sum;
    }
}
/** Three taps at once share each output: for few taps on many outputs. */
function accumulateByTap(sums, weights, source, bases, offsets) {
    sums.fill(0);
    let k = 0;
    for (; k + 2 < weights.length; k += 3) {
        const w0 = weights[k];
        const w1 = weights[k + 1];
        const w2 = weights[k + 2];
        const o0 = offsets[k];
        const o1 = offsets[k + 1];
        const o2 = offsets[k + 2];
        for (let i = 0; i < bases.length; i++) {
            const base = bases[i];
            sums[i] += w0 * source[base + o0] + w1 * source[base + o1] + w2 * source[base + o2];
        }
    }
    for (; k < weights.length; k++) {
        const weight = weights[k];
        const offset = offsets[k];
        for (let i = 0; i < bases.length; i++)
            sums[i] += weight * source[bases[i] + offset];
    }
}
/**
 * The same with the accumulator's width at each step, in the order k. Equal to `accumulate`: overflowed[i] is the sticky flag.
 * Needs |old sum + product| <= 2^53.
 */
export function accumulateChecked(sums, overflowed, weights, source, bases, offsets, accumulator) {
    const range = 2 ** accumulator.width;
    const max = range / 2 - 1;
    const min = -range / 2;
    const wraps = accumulator.overflow === 'wrap';
    for (let i = 0; i < bases.length; i++) {
        const base = bases[i];
        let sum = 0;
        let flag = 0;
        for (let k = 0; k < weights.length; k++) {
            sum += weights[k] * source[base + offsets[k]];
            if (sum > max || sum < min) {
                flag = 1;
                // Division and multiplication by a power of two are exact.
                if (wraps)
                    sum -= Math.floor((sum - min) / range) * range;
                else
                    sum = sum > max ? max : min;
            }
        }
        sums[i] = sum;
        overflowed[i] = flag;
    }
}
//# sourceMappingURL=functional-kernels.js.map