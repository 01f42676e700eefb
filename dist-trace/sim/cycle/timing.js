/** The registers between the issue of a chunk's last pair and the visible output: M, A, S, C, the tree's levels, R and Z. */
export function latency({ treeWidth, fpAddLatency, fpMulLatency, tensorScale }) {
    return 4 + fpAddLatency * Math.log2(treeWidth) + fpAddLatency + (tensorScale ? fpMulLatency : 0);
}
/** C, the chunks of an output. */
export function chunkCount(groupCount, treeWidth) {
    return Math.ceil(groupCount / treeWidth);
}
/** (C - 1) x max(0, Lf - b x K): a batch of b outputs is held in each round of chunks but the first. */
function batchStalls(outputs, { chunks, groupSize, fpAddLatency }) {
    return (chunks - 1) * Math.max(0, fpAddLatency - outputs * groupSize);
}
/** The stalls of one run of the issue rule: its batches of I outputs, and the last with the remainder. */
function runStalls(run) {
    const rest = run.outputs % run.interleave;
    return Math.floor(run.outputs / run.interleave) * batchStalls(run.interleave, run) + (rest > 0 ? batchStalls(rest, run) : 0);
}
/** The cycles of one run, from its first issue to its last, stalls included. */
export function runCycles(run) {
    return run.outputs * run.chunks * run.groupSize + runStalls(run);
}
/** The cycles of a layer. */
export function layerCycles(grid, parameters) {
    const { rows, cols, treeWidth, fpAddLatency, interleave } = parameters;
    const chunks = chunkCount(grid.groupCount, treeWidth);
    const columnTiles = Math.ceil(grid.matrixColumns / cols);
    const runs = BigInt(grid.channelGroups) * BigInt(Math.ceil(grid.matrixRows / rows));
    const stall = runs * BigInt(runStalls({ outputs: columnTiles, chunks, groupSize: grid.groupSize, interleave, fpAddLatency }));
    const pairsOfOutput = BigInt(chunks) * BigInt(grid.groupSize);
    const issue = runs * BigInt(columnTiles) * pairsOfOutput;
    const drain = BigInt(latency(parameters));
    const outputs = BigInt(grid.channelGroups) * BigInt(grid.matrixRows) * BigInt(grid.matrixColumns);
    const idleLanes = outputs * BigInt(chunks * treeWidth - grid.groupCount) * BigInt(grid.groupSize);
    const idleElements = issue * BigInt(rows * cols) - outputs * pairsOfOutput;
    return { total: issue + stall + drain, issue, stall, drain, idleLanes, idleElements };
}
/** mul / (cycles x T x rows x cols): the share of all multiplier slots that make a product. */
export function utilization(grid, cycles, { rows, cols, treeWidth }) {
    const products = BigInt(grid.channelGroups) * BigInt(grid.matrixRows) * BigInt(grid.matrixColumns) * BigInt(grid.groupCount) * BigInt(grid.groupSize);
    return Number(products) / (Number(cycles.total) * treeWidth * rows * cols);
}
//# sourceMappingURL=timing.js.map