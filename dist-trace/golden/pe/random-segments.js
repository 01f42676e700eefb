/** Random segments: everything that directed ones do, mixed. */
import { mixed, overlapping } from "./operands.js";
import { latencyOf } from "./parameters.js";
import { idle, NO_GAPS, reset, run } from "./segment.js";
import { cancelling, extremeCodes, mantissaPairs, reachesSubnormals, reachesZero, scaleExponents, subnormalTerms, vanishingTerms, zeroProducts } from "./special-operands.js";
/** About how many cycles of pairs a random segment has. */
const CYCLES = 60;
const MAX_PAIRS = 10;
export function randomSegment(p, random) {
    const pairs = random.pick([1, 1, 2, 3, random.between(1, MAX_PAIRS)]);
    const groups = random.chance(0.4) ? random.between(1, 3) * p.treeWidth : random.between(1, 3 * p.treeWidth);
    const interleave = random.between(1, p.contexts);
    const cyclesOfOutput = pairs * Math.ceil(groups / p.treeWidth);
    const outputs = random.between(1, Math.max(1, Math.min(2 * interleave + 1, Math.floor(CYCLES / cyclesOfOutput))));
    const whole = run({ outputs, groups, pairs, interleave, operands: randomOperands(p, random), gaps: randomGaps(random) });
    return { name: 'random', about: 'everything at once: shapes, gaps, operands and resets by chance', parts: ending(whole, p, random) };
}
function ending(whole, p, random) {
    switch (random.below(6)) {
        case 0:
            return [{ ...whole, cut: random.between(1, latencyOf(p) + 20) }, reset(random.pick([1, 1, 2, 4]), random.pick([0, 0.5, 1]))];
        case 1:
            return [whole, idle(random.between(1, latencyOf(p)))];
        default:
            return [whole];
    }
}
function randomOperands(p, random) {
    return random.pick([
        mixed,
        mixed,
        overlapping,
        overlapping,
        overlapping,
        extremeCodes,
        mantissaPairs,
        scaleExponents,
        zeroProducts,
        cancelling(2 ** random.below(Math.log2(p.treeWidth) + 1)),
        ...(reachesSubnormals(p) ? [subnormalTerms] : []),
        ...(reachesZero(p) ? [vanishingTerms] : []),
    ]);
}
function randomGaps(random) {
    if (random.chance(0.4))
        return NO_GAPS;
    const rate = () => random.pick([0, 0, 0.1, 0.4]);
    return { inGroup: rate(), betweenChunks: rate(), betweenOutputs: rate(), longest: random.pick([1, 2, 5, 20]) };
}
//# sourceMappingURL=random-segments.js.map