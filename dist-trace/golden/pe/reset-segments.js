/** Resets in mid-flight: at an edge with reset every register becomes 0, whatever it was about to take. */
import { mixed } from "./operands.js";
import { latencyOf } from "./parameters.js";
import { reset, run } from "./segment.js";
export function resetSegments(p, times) {
    const T = p.treeWidth;
    const latency = latencyOf(p);
    // Outputs of one chunk of one pair: once the first is out, every stage holds something. A few cycles later the running sums of all contexts do.
    const contexts = Math.min(p.contexts, 64);
    const flood = (outputs) => run({ outputs, groups: T, pairs: 1, interleave: contexts, operands: mixed });
    // Accumulators and running sums in the middle of their work.
    const work = run({ outputs: 2 * p.contexts, groups: 3 * T, pairs: 3, interleave: p.contexts, operands: mixed });
    const whole = run({ outputs: 1, groups: 2 * T, pairs: 2, operands: mixed });
    // Lanes that are idle from the reset on: their registers stay 0.
    const partial = run({ outputs: 1, groups: Math.max(1, T / 2), pairs: 2, operands: mixed });
    // Early ones find each stage with the first pair in it; late ones find running sums.
    const cuts = [1, 2, 3, 4, 5, 7, 10, latency, latency + 9];
    return [
        {
            name: 'reset-full',
            about: 'a reset with every stage full and the next pair at the inputs; new work at once',
            parts: Array.from({ length: times(2) }, () => [{ ...flood(latency + contexts + 8), cut: latency + contexts + 3 }, reset(1, 1), flood(3)]).flat(),
        },
        {
            name: 'reset-midway',
            about: 'resets after a few cycles of work, with part of the pipeline full; new work at once',
            parts: [...cuts.slice(0, Math.max(2, times(cuts.length))).flatMap((cut) => [{ ...work, cut }, reset(1, 0.5)]), whole],
        },
        {
            name: 'reset-held',
            about: 'a reset over several cycles in which valid pairs are offered: none of them is taken',
            parts: [{ ...work, cut: 6 }, reset(5, 1), partial, whole, { ...work, cut: 4 }, reset(3, 0.5), partial, whole],
        },
    ];
}
//# sourceMappingURL=reset-segments.js.map