/** The two loops that every simulated cycle runs through: the multipliers and the local accumulators of all lanes. */
/** The number of set bits of a 32-bit word. */
export function populationCount(word) {
    const pairs = word - ((word >>> 1) & 0x5555_5555);
    const nibbles = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
    return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
/** The low bits of a word of `width` bits, as a mask. */
export function lowBits(width) {
    return width >= 32 ? -1 : 2 ** width - 1;
}
/** product[lane] = x[xBases[lane] + k] times y[yBases[lane] + offset]. */
export function multiplyLanes(product, x, xBases, k, y, yBases, offset, lanes) {
    for (let lane = 0; lane < lanes; lane++)
        product[lane] = Math.imul(x[xBases[lane] + k], y[yBases[lane] + offset]);
}
/** `multiplyLanes`, counting the register bits under `mask` that change. */
export function multiplyLanesCounting(product, x, xBases, k, y, yBases, offset, lanes, mask) {
    let toggles = 0;
    for (let lane = 0; lane < lanes; lane++) {
        const next = Math.imul(x[xBases[lane] + k], y[yBases[lane] + offset]);
        toggles += populationCount((product[lane] ^ next) & mask);
        product[lane] = next;
    }
    return toggles;
}
/** sum[lane] += product[lane], where no sum can leave the accumulator. */
export function addLanes(sum, product, lanes) {
    for (let lane = 0; lane < lanes; lane++)
        sum[lane] = (sum[lane] + product[lane]) | 0;
}
/** sum[lane] = product[lane]. */
export function loadLanes(sum, product, lanes) {
    for (let lane = 0; lane < lanes; lane++)
        sum[lane] = product[lane];
}
/** The sum and bits that change, where no sum can leave the accumulator. @param keep -1 to add, 0 to load */
export function addLanesCounting(sum, product, lanes, mask, keep) {
    let toggles = 0;
    for (let lane = 0; lane < lanes; lane++) {
        const before = sum[lane];
        const next = ((before & keep) + product[lane]) | 0;
        toggles += populationCount((before ^ next) & mask);
        sum[lane] = next;
    }
    return toggles;
}
/** @param width 4..32 */
export function narrowAccumulator(width, wraps) {
    const max = 2 ** (width - 1) - 1;
    return { max, min: -max - 1, unused: 32 - width, wraps };
}
/** What a sum outside of an accumulator becomes; equal to the unit's `accumulate`. @param exact old sum + product, an exact double */
export function limitSum(exact, { max, unused, min, wraps }) {
    if (wraps)
        return (exact << unused) >> unused;
    return exact > max ? max : min;
}
/** The accumulators with their width checked at each step. @returns the register bits that change */
export function accumulateLanes(sum, overflow, product, lanes, first, accumulator, mask) {
    const { max, min } = accumulator;
    let toggles = 0;
    for (let lane = 0; lane < lanes; lane++) {
        const exact = first ? product[lane] : sum[lane] + product[lane];
        const isOutside = exact > max || exact < min;
        const next = isOutside ? limitSum(exact, accumulator) : exact;
        const flag = isOutside ? 1 : first ? 0 : overflow[lane];
        toggles += populationCount((sum[lane] ^ next) & mask) + (overflow[lane] ^ flag);
        sum[lane] = next;
        overflow[lane] = flag;
    }
    return toggles;
}
/** The bits of a word of `width` bits above the low 32, as a mask. */
export function highBits(width) {
    return width > 32 ? lowBits(width - 32) : 0;
}
/** Register bits that change in integers of at most 53 bits. @param low, high the masks of `lowBits` and `highBits` */
export function scaledSumToggles(before, next, low, high) {
    const toggles = populationCount((before ^ next) & low);
    return high === 0 ? toggles : toggles + populationCount((Math.floor(before / 2 ** 32) ^ Math.floor(next / 2 ** 32)) & high);
}
/**
 * sum[lane] = the sum over k of x[xBases[lane] + k] times y[yBases[lane] + base + offsets[k]], where no sum can leave 32 bits.
 */
export function sumLanes(sum, lanes, groupSize, x, xBases, y, yBases, base, offsets) {
    const threes = groupSize - (groupSize % 3);
    for (let lane = 0; lane < lanes; lane++) {
        const xBase = xBases[lane];
        const yBase = yBases[lane] + base;
        let total = 0;
        let k = 0;
        for (; k < threes; k += 3) {
            total =
                (total +
                    Math.imul(x[xBase + k], y[yBase + offsets[k]]) +
                    Math.imul(x[xBase + k + 1], y[yBase + offsets[k + 1]]) +
                    Math.imul(x[xBase + k + 2], y[yBase + offsets[k + 2]])) |
                    0;
        }
        for (; k < groupSize; k++)
            total = (total + Math.imul(x[xBase + k], y[yBase + offsets[k]])) | 0;
        sum[lane] = total;
    }
}
//# sourceMappingURL=fast-lanes.js.map