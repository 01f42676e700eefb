/** What a thread has reported. */
export function overflowOf(memory, own) {
    const [low, high, output, group] = new Uint32Array(memory.buffer, own.report, 4);
    return { groups: high * 2 ** 32 + low, output, group };
}
/** Makes a thread's report an empty one. */
export function clearReport(memory, own) {
    new Int32Array(memory.buffer, own.report, 4).set([0, 0, -1, -1]);
}
//# sourceMappingURL=unit-report.js.map