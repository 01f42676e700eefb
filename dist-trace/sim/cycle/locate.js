/** When an output is made, from the issue rule alone: no cycle is stepped. */
import { InputError } from "../../bits/check.js";
import { ChunkSchedule } from "./chunk-schedule.js";
import { outputAt, outputGrid } from "./grid.js";
import { chunkCount, latency, runCycles } from "./timing.js";
/** The issue rule's run of a convolution on an array. */
export function issueRun(conv, array, channelGroups) {
    return {
        outputs: Math.ceil(outputGrid(conv, channelGroups).matrixColumns / array.cols),
        chunks: chunkCount(conv.groupCount, array.treeWidth),
        groupSize: conv.groupSize,
        interleave: array.interleave,
        fpAddLatency: array.fpAddLatency,
    };
}
/** All chunks that are issued to the element at a place of the array, in order. */
export function* chunksOf(conv, array, channelGroups, place) {
    const grid = outputGrid(conv, channelGroups);
    const run = issueRun(conv, array, channelGroups);
    const length = runCycles(run);
    let start = 0;
    for (let channelGroup = 0; channelGroup < channelGroups; channelGroup++) {
        for (let rowStart = 0; rowStart < grid.matrixRows; rowStart += array.rows, start += length) {
            const row = rowStart + place.row;
            if (row >= grid.matrixRows)
                continue;
            const schedule = new ChunkSchedule(run);
            while (schedule.advance()) {
                const column = schedule.output * array.cols + place.column;
                if (column >= grid.matrixColumns)
                    continue;
                const { chunk, context, stalls } = schedule;
                const lastIssue = start + schedule.lastIssue;
                const firstIssue = lastIssue - (run.groupSize === 1 ? 0 : stalls) - (run.groupSize - 1);
                yield { output: outputAt(conv, grid, channelGroup, row, column), chunk, context, firstIssue, lastIssue, stalls, completes: chunk === run.chunks - 1 };
            }
        }
    }
}
/** Where and when an output is made. @param output [4 indices] of the output tensor @throws InputError for an index outside of it */
export function locateOutput(conv, array, channelGroups, output) {
    const { outputShape, pass } = conv;
    if (output.length !== 4 || output.some((index, d) => index >= outputShape[d])) {
        throw new InputError(`output: expected 4 indices within [${outputShape.join(',')}], found [${output.join(',')}]`);
    }
    const [o0, o1, r, c] = output;
    const grid = outputGrid(conv, channelGroups);
    const [channel, other] = pass === 'weight-grad' ? [o0, o1] : [o1, o0];
    const column = (other * outputShape[2] + r) * outputShape[3] + c;
    const channelGroup = Math.floor(channel / grid.matrixRows);
    const row = channel % grid.matrixRows;
    const run = issueRun(conv, array, channelGroups);
    const rowTiles = Math.ceil(grid.matrixRows / array.rows);
    const start = (channelGroup * rowTiles + Math.floor(row / array.rows)) * runCycles(run);
    const schedule = new ChunkSchedule(run);
    const wanted = Math.floor(column / array.cols);
    let first = 0;
    while (schedule.advance()) {
        if (schedule.output !== wanted)
            continue;
        if (schedule.chunk === 0)
            first = start + schedule.lastIssue - schedule.stalls - (run.groupSize - 1);
        if (schedule.chunk === run.chunks - 1)
            break;
    }
    return { place: { row: row % array.rows, column: column % array.cols }, first, last: start + schedule.lastIssue + latency(array) };
}
//# sourceMappingURL=locate.js.map