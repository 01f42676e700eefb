import { accumulatorLimits, atLimits, beyondLimits } from "./accumulator-limits.js";
import { mixed, overlapping } from "./operands.js";
import { resetSegments } from "./reset-segments.js";
import { idle, reset, run } from "./segment.js";
import { cancelling, extremeCodes, mantissaPairs, reachesSubnormals, reachesZero, scaleExponents, subnormalTerms, vanishingTerms, zeroProducts, } from "./special-operands.js";
export function directedSegments(p, effort) {
    const times = (outputs) => Math.max(1, Math.round(outputs * effort.outputs));
    return [...flowSegments(p, times, effort), ...valueSegments(p, times, effort), ...resetSegments(p, times)];
}
/** When pairs come: chunks, batches, stalls and gaps. */
function flowSegments(p, times, effort) {
    const T = p.treeWidth;
    const segment = (name, about, ...parts) => ({ name, about, parts });
    const gaps = { inGroup: 0, betweenChunks: 0, betweenOutputs: 0, longest: 3 };
    return [
        segment('plain', '3x3 groups in every lane: each stage at its usual work', run({ outputs: times(2), groups: T, pairs: 9, operands: mixed }), run({ outputs: times(1), groups: 2 * T, pairs: 9, operands: mixed })),
        ...(T === 1 ? [] : [segment('idle-lanes', 'last chunks with every number of groups: a lane without one gives +0 and keeps its registers', ...idleLanes(T, times))]),
        segment('back-to-back', 'groups, chunks and outputs without a cycle between them', run({ outputs: times(6), groups: T, pairs: 2, operands: mixed }), run({ outputs: times(10), groups: T, pairs: 1, operands: mixed }), run({ outputs: times(2), groups: 2 * T, pairs: 3, operands: mixed })),
        segment('stalls', 'groups of one or two pairs, one output at a time: chunks reach the running sum just as it is ready', run({ outputs: times(3), groups: 4 * T, pairs: 1, operands: mixed }), run({ outputs: times(2), groups: 3 * T, pairs: 2, operands: mixed })),
        ...(p.contexts === 1 ? [] : [segment('interleave', 'outputs that take turns, in batches of every size: each has a running sum of its own', ...interleaved(p, times))]),
        segment('long-groups', 'the accumulator over many pairs', run({ outputs: 1, groups: T, pairs: effort.outputs < 1 ? 32 : Math.round(60 * effort.outputs), operands: mixed })),
        segment('bubbles', 'cycles without a pair inside groups, between chunks and between outputs: nothing may move that has nothing to take', run({ outputs: times(2), groups: 2 * T, pairs: 4, operands: mixed, gaps: { ...gaps, inGroup: 0.5 } }), run({ outputs: times(2), groups: 2 * T, pairs: 2, operands: mixed, gaps: { ...gaps, betweenChunks: 0.9 } }), run({ outputs: times(3), groups: T, pairs: 2, operands: mixed, gaps: { ...gaps, betweenOutputs: 0.9 } }), run({ outputs: times(2), groups: 2 * T, pairs: 2, operands: mixed, gaps: { inGroup: 0.3, betweenChunks: 0.3, betweenOutputs: 0.3, longest: 12 } })),
        segment('running-sum', 'many chunks of one output: the running sum rounds again and again', run({ outputs: 1, groups: 12 * T, pairs: 2, operands: mixed }), run({ outputs: Math.min(times(2), p.contexts), groups: 8 * T, pairs: 2, interleave: Math.min(2, p.contexts), operands: mixed })),
    ];
}
/** What the pairs are: limits, scales, rounding, zeros. */
function valueSegments(p, times, effort) {
    const T = p.treeWidth;
    const limits = accumulatorLimits(p, effort.longestGroup);
    const segment = (name, about, ...parts) => ({ name, about, parts });
    const levels = Math.log2(T);
    return [
        segment('extreme-codes', 'the largest magnitudes of both signs: every bit of product, sum and scaled sum', run({ outputs: times(2), groups: 2 * T, pairs: 9, operands: extremeCodes }), run({ outputs: times(3), groups: T, pairs: 1, operands: extremeCodes }), run({ outputs: times(1), groups: T, pairs: 24, operands: extremeCodes })),
        ...(limits === undefined
            ? []
            : [
                segment('accumulator-limits', 'sums at the limits of the accumulator, one beyond and back: wrap or saturation, the sticky flag, and the load or the reset that clears it', run({ outputs: Math.max(1, Math.min(times(1 + Math.ceil(limits.kinds.length / T)), Math.floor((1.2 * effort.longestGroup) / limits.pairs))), groups: T, pairs: limits.pairs, operands: atLimits(limits) }), run({ outputs: 1, groups: T, pairs: 2, operands: mixed }), run({ outputs: 1, groups: T, pairs: limits.pairs, operands: beyondLimits(limits) }), 
                // Until the last pair is in the accumulators: then a reset with all flags set.
                idle(1), reset(1, 1), run({ outputs: times(2), groups: T, pairs: 2, operands: mixed })),
            ]),
        segment('scale-mantissas', 'every pair of scale mantissas in every lane', run({ outputs: times(4), groups: T, pairs: 2, operands: mantissaPairs })),
        segment('scale-exponents', 'the smallest, middle and largest scale exponents side by side', run({ outputs: times(5), groups: 2 * T, pairs: 2, operands: scaleExponents })),
        ...(reachesSubnormals(p)
            ? [segment('subnormals', 'terms and sums below the smallest normal number, rounded or flushed', run({ outputs: times(5), groups: 2 * T, pairs: 3, operands: subnormalTerms }))]
            : []),
        ...(reachesZero(p)
            ? [segment('negative-zeros', 'negative sums that vanish are -0, and -0 meets +0 in the tree', run({ outputs: times(8), groups: T, pairs: 2, operands: vanishingTerms }))]
            : []),
        segment('rounding', 'terms of many magnitudes: the order of the tree, and every rounding, shows', run({ outputs: times(8), groups: 2 * T, pairs: 3, operands: overlapping })),
        segment('cancellation', 'groups that cancel at each level of the tree and in the running sum, wholly or nearly', ...Array.from({ length: levels + 1 }, (_, level) => run({ outputs: times(2), groups: 2 * T, pairs: 3, operands: cancelling(2 ** level) }))),
        segment('zeros', 'products of zeros of either sign, whatever the scales', run({ outputs: times(4), groups: 2 * T, pairs: 2, operands: zeroProducts })),
    ];
}
/** Outputs of all numbers of groups below T where those are few, a full chunk before each: its values have to stay in the lanes that go idle. */
function idleLanes(T, times) {
    const few = Array.from({ length: T - 1 }, (_, i) => i + 1);
    const counts = T <= 16 ? few : [1, 2, T / 4 + 1, T / 2 - 1, T / 2, T / 2 + 1, T - 1];
    return [...counts.flatMap((groups, i) => (i % 4 === 0 ? [T, groups] : [groups])), T + 1, 2 * T - 1].map((groups) => run({ outputs: groups < T ? times(1) : 1, groups, pairs: 2, operands: mixed }));
}
/** Batches of every size, or of a few where there are many contexts; then full batches and a rest. */
function interleaved({ contexts, treeWidth }, times) {
    const sizes = contexts <= 6 ? Array.from({ length: contexts }, (_, i) => i + 1) : [2, 3, contexts - 1, contexts];
    return [
        ...sizes.map((size) => run({ outputs: size, groups: 3 * treeWidth, pairs: 1, interleave: size, operands: mixed })),
        run({ outputs: times(1) * contexts + 1, groups: Math.max(2, 2 * treeWidth - 1), pairs: 2, interleave: contexts, operands: mixed }),
    ];
}
//# sourceMappingURL=directed.js.map