/**
 * Tighter bounds where the first operand is known, as weights are in the forward pass: a group sums to at most sum |w| x max |a|, and a second operand
 * with the signs of the weights reaches it.
 */
import { elementInteger } from "../formats/element.js";
import { symmetricWidth } from "./bounds.js";
import { metTaps } from "./taps.js";
/**
 * The bounds of every plane of X. Exact for the pass: only taps that meet elements at the same output count together.
 * @param largestY the largest magnitude integer of the second operand
 */
export function knownOperandBounds(conv, { codes, element }, largestY) {
    const magnitudes = Array.from({ length: 2 ** element.codeBits }, (_, code) => BigInt(Math.abs(elementInteger(element, code))));
    const columns = conv.columns.taps;
    const sets = largestSets(metTaps(conv).map(({ rows, columns: met }) => rows.flatMap((row) => met.map((column) => row * columns + column))));
    const groups = Array.from({ length: codes.length / conv.groupSize }, (_, plane) => {
        const sums = sets.map((taps) => taps.reduce((sum, tap) => sum + magnitudes[codes[plane * conv.groupSize + tap]], 0n));
        return largest(sums) * BigInt(largestY);
    });
    const all = largest(groups);
    return { groups, largestSum: all, width: symmetricWidth(all), widths: histogram(groups.map(symmetricWidth)) };
}
/** Sets that lie in no other: a smaller one has no larger sum. */
function largestSets(sets) {
    const kept = [];
    for (const taps of sets.toSorted((a, b) => b.length - a.length)) {
        if (!kept.some((larger) => taps.every((tap) => larger.has(tap))))
            kept.push(new Set(taps));
    }
    return kept.map((set) => [...set]);
}
function largest(values) {
    return values.reduce((most, value) => (value > most ? value : most), 0n);
}
function histogram(widths) {
    const counts = new Map();
    for (const width of widths)
        counts.set(width, (counts.get(width) ?? 0) + 1);
    return [...counts].toSorted(([a], [b]) => a - b);
}
//# sourceMappingURL=known-operand.js.map