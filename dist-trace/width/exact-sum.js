/** Exact sums of doubles as expansions: Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", 1997. */
/** Adds a number to a sum that is held as parts without overlap, smallest first. Nothing is lost as long as nothing overflows. */
export function addExactly(parts, value) {
    let kept = 0;
    let x = value;
    for (let part of parts) {
        if (Math.abs(x) < Math.abs(part))
            [x, part] = [part, x];
        const high = x + part;
        const low = part - (high - x);
        if (low !== 0)
            parts[kept++] = low;
        x = high;
    }
    parts.length = kept;
    parts.push(x);
}
/** The value of the parts, within an ulp. */
export function partsValue(parts) {
    return parts.reduce((sum, part) => sum + part, 0);
}
//# sourceMappingURL=exact-sum.js.map