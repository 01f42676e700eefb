/** Input spaces of at most so many bits are enumerated. */
const ENUMERATED_BITS = { 1: 16, 2: 20 };
/** Random cases beyond the directed ones, as a share of these and at least. */
const RANDOM_SHARE = 8;
const FEWEST_RANDOM = { 1: 2000, 2: 20_000 };
/** Whether a set has all inputs there are. A count that is too small for that samples them instead. */
export function isEnumerated({ level, count, inputBits }) {
    return inputBits !== undefined && inputBits <= ENUMERATED_BITS[level] && (count ?? Infinity) >= 2 ** inputBits;
}
/**
 * The ranges of a set, none of them empty. With a count below the number of directed cases every class is thinned in proportion, and keeps at least
 * one case while the count allows; with a larger one random cases fill it up.
 */
export function planCases(classes, demand) {
    const { level, count, inputBits, atMost = Infinity } = demand;
    if (inputBits !== undefined && isEnumerated(demand)) {
        const all = 2 ** inputBits;
        return nonEmpty([{ from: 'enumerated', count: all }, { from: 'random', count: (count ?? all) - all }]);
    }
    const sizes = classes.map(({ size }) => size);
    const directed = sum(sizes);
    const wanted = count ?? Math.min(atMost, directed + Math.max(FEWEST_RANDOM[level], Math.floor(directed / RANDOM_SHARE)));
    const kept = wanted < directed ? thin(sizes, wanted) : sizes;
    return nonEmpty([...kept.map((size, from) => ({ from, count: size })), { from: 'random', count: wanted - sum(kept) }]);
}
/** Sizes in proportion that add up to `total`; as long as there is one for each, each gets one. @param total below the sum of sizes */
function thin(sizes, total) {
    const occupied = sizes.filter((size) => size > 0).length;
    const sure = total >= occupied ? 1 : 0;
    // With fewer cases than classes, every so many-th class has one.
    const weights = sizes.map((size) => (size === 0 ? 0 : sure === 1 ? size - 1 : 1));
    const shared = shareOut(total - sure * occupied, weights);
    return sizes.map((size, i) => (size === 0 ? 0 : sure + shared[i]));
}
/** Integers in proportion to weights, none above its weight, with sum `total`. @param total at most the sum of weights */
function shareOut(total, weights) {
    const all = sum(weights);
    let above = 0;
    return weights.map((weight) => {
        const before = all === 0 ? 0 : Math.floor((above * total) / all);
        above += weight;
        return all === 0 ? 0 : Math.floor((above * total) / all) - before;
    });
}
/** One index of each of `count` equal parts of a class, so that a thinned class still reaches from its first case to its last. */
export function thinnedIndex(size, count, nth, below) {
    if (count === size)
        return nth;
    const first = Math.floor((nth * size) / count);
    const next = Math.floor(((nth + 1) * size) / count);
    // Not always the same place of a part: a grid's inner dimensions would be cut to one value.
    return first + below(next - first);
}
function nonEmpty(ranges) {
    return ranges.filter(({ count }) => count > 0);
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
//# sourceMappingURL=case-plan.js.map