export const NO_GAPS = { inGroup: 0, betweenChunks: 0, betweenOutputs: 0, longest: 0 };
/** A run, one output after the other and without a gap where nothing else is said. */
export function run(shape) {
    return { kind: 'run', interleave: 1, gaps: NO_GAPS, ...shape };
}
export function idle(cycles) {
    return { kind: 'idle', cycles };
}
/** @param valid how likely `in_valid` is high */
export function reset(cycles, valid) {
    return { kind: 'reset', cycles, valid };
}
//# sourceMappingURL=segment.js.map