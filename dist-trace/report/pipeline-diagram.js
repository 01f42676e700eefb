import { stagesOf } from "../sim/cycle/stages.js";
export const DIAGRAM_LEGEND = "i issue of a pair, . held by the issue rule; the chunk's last pair in register M (product), A (accumulator), S (scaled sum), C (binary32), 1 2 .. (tree level), R (running sum), Z (tensor scale), * output visible";
/** What a chunk shows in a cycle, or a blank. */
function markOf(chunk, cycle, groupSize, pipeline) {
    const age = cycle - chunk.lastIssue;
    if (age > 0)
        return pipeline[age - 1] ?? ' ';
    if (age === 0)
        return 'i';
    // The hold comes before the last pair.
    const heldFrom = chunk.lastIssue - chunk.stalls;
    if (cycle >= heldFrom)
        return '.';
    return cycle > heldFrom - groupSize ? 'i' : ' ';
}
/** The stages after the last pair's issue, a letter each. */
function pipelineLetters(array, completes) {
    const { levels } = stagesOf(array);
    const tree = Array.from({ length: levels }, (_, i) => ((i + 1) % 10).toString().repeat(array.fpAddLatency)).join('');
    const body = `MASC${tree}${'R'.repeat(array.fpAddLatency)}`;
    if (!completes)
        return body;
    const whole = array.tensorScale ? body + 'Z'.repeat(array.fpMulLatency) : body;
    return `${whole.slice(0, -1)}*`;
}
/**
 * The diagram of the chunks that are in the pipeline within a window.
 * @param chunks in issue order @param nameOf a chunk's label
 */
export function pipelineDiagram(chunks, window, array, groupSize, nameOf) {
    const letters = { ending: pipelineLetters(array, true), passing: pipelineLetters(array, false) };
    const rows = [];
    for (const chunk of chunks) {
        if (chunk.firstIssue > window.last)
            break;
        const pipeline = chunk.completes ? letters.ending : letters.passing;
        if (chunk.lastIssue + pipeline.length < window.first)
            continue;
        const cycles = Array.from({ length: window.last - window.first + 1 }, (_, i) => window.first + i);
        rows.push({ name: nameOf(chunk), marks: cycles.map((cycle) => markOf(chunk, cycle, groupSize, pipeline)).join('') });
    }
    const margin = rows.reduce((width, { name }) => Math.max(width, name.length), 'cycle'.length);
    const lines = rows.map(({ name, marks }) => `${name.padEnd(margin)}  ${marks}`.trimEnd());
    return [`${'cycle'.padEnd(margin)}  ${ruler(window)}`, ...lines].join('\n');
}
/** Every tenth cycle's number, where there is room for it. */
function ruler({ first, last }) {
    let line = '';
    for (let cycle = Math.ceil(first / 10) * 10; cycle <= last; cycle += 10) {
        const column = cycle - first;
        if (line.length <= column)
            line = `${line.padEnd(column)}${cycle}`;
        else if (line.length < column + 1)
            line += ' ';
    }
    return line;
}
//# sourceMappingURL=pipeline-diagram.js.map