import { ChunkSchedule } from "./chunk-schedule.js";
import { BUBBLE } from "./element.js";
import { outputAt } from "./grid.js";
import { Sequencer } from "./sequencer.js";
import { latency } from "./timing.js";
/** The row tiles of a job, in order: a channel group and its first matrix row. */
function* rowTiles({ grid, array }) {
    for (let channelGroup = 0; channelGroup < grid.channelGroups; channelGroup++) {
        for (let rowStart = 0; rowStart < grid.matrixRows; rowStart += array.rows)
            yield { channelGroup, rowStart };
    }
}
/** The output (row-major) that each element has at a column tile, -1 for none. */
function tileOutputs({ conv, grid, array }, channelGroup, rowStart, columnTile, out) {
    for (let i = 0; i < out.length; i++) {
        const row = rowStart + Math.floor(i / array.cols);
        const column = columnTile * array.cols + (i % array.cols);
        out[i] = row < grid.matrixRows && column < grid.matrixColumns ? outputAt(conv, grid, channelGroup, row, column) : -1;
    }
    return out;
}
/** Counts the slots of issue that make nothing. */
class IdleTally {
    lanes = 0;
    elements = 0;
    job;
    constructor(job) {
        this.job = job;
    }
    /** Adds cycles in which a chunk is issued to elements, some of them without an output. */
    add(cycles, used, chunk) {
        const { array, conv } = this.job;
        const lanes = Math.min(array.treeWidth, conv.groupCount - chunk * array.treeWidth);
        this.lanes += cycles * used * (array.treeWidth - lanes);
        this.elements += cycles * (array.rows * array.cols - used);
    }
}
const CYCLES_BETWEEN_PROGRESS = 4096;
/** Every clock edge, one after the other. */
export function* stepArray(job, elements, onEdge) {
    const { gatherer, run, array } = job;
    const total = gatherer.bits.length;
    const idle = new IdleTally(job);
    let cycle = 0;
    let stall = 0;
    const edge = (slot) => {
        for (const element of elements)
            element.clock(slot);
        cycle++;
        onEdge?.(cycle, slot, elements);
    };
    onEdge?.(0, BUBBLE, elements);
    for (const { channelGroup, rowStart } of rowTiles(job)) {
        const sequencer = new Sequencer(run);
        const used = new Int32Array(array.interleave);
        for (;;) {
            if (sequencer.atBatchStart) {
                for (let context = 0; context < sequencer.batchSize; context++) {
                    const outputs = tileOutputs(job, channelGroup, rowStart, sequencer.batchStart + context, new Float64Array(elements.length));
                    elements.forEach((element, i) => {
                        element.assign(context, outputs[i] < 0 ? undefined : outputs[i]);
                    });
                    used[context] = outputs.filter((output) => output >= 0).length;
                }
            }
            if (!sequencer.advance())
                break;
            if (sequencer.issue) {
                idle.add(1, used[sequencer.context], sequencer.chunk);
                edge(sequencer);
            }
            else {
                stall++;
                edge(BUBBLE);
            }
            if (cycle % CYCLES_BETWEEN_PROGRESS === 0)
                yield { done: gatherer.finished, total };
        }
    }
    // The last pair was issued in the cycle before; its output is visible `latency` edges after that cycle.
    const issued = cycle;
    while (gatherer.finished < total) {
        if (cycle - issued > latency(array))
            throw new Error(`the pipeline lost outputs: ${gatherer.finished} of ${total} came out`);
        edge(BUBBLE);
    }
    return {
        cycles: cycleCounts(issued - stall, stall, cycle + 1 - issued, idle),
        operations: elements.map(({ operations }) => operations),
        toggles: elements.map((element) => element.toggles()),
    };
}
/** A chunk at a time, in the same order. */
export function* chunkArray(job, elements) {
    const { gatherer, run, array } = job;
    const total = gatherer.bits.length;
    const idle = new IdleTally(job);
    const outputs = Array.from({ length: array.interleave }, () => new Float64Array(elements.length));
    let start = 0;
    let stall = 0;
    let steps = 0;
    for (const { channelGroup, rowStart } of rowTiles(job)) {
        const schedule = new ChunkSchedule(run);
        while (schedule.advance()) {
            const { context, chunk } = schedule;
            if (chunk === 0)
                tileOutputs(job, channelGroup, rowStart, schedule.output, outputs[context]);
            const tile = outputs[context];
            let used = 0;
            for (let i = 0; i < elements.length; i++) {
                if (tile[i] < 0)
                    continue;
                elements[i].takeChunk(schedule, tile[i], start);
                used++;
            }
            idle.add(run.groupSize, used, chunk);
            stall += schedule.stalls;
            if (++steps % CYCLES_BETWEEN_PROGRESS === 0)
                yield { done: gatherer.finished, total };
        }
        start += schedule.lastIssue + 1;
    }
    return {
        cycles: cycleCounts(start - stall, stall, latency(array), idle),
        operations: elements.map(({ operations }) => operations),
        toggles: elements.map((element) => element.toggles(start - 1)),
    };
}
function cycleCounts(issue, stall, drain, idle) {
    return {
        total: BigInt(issue + stall + drain),
        issue: BigInt(issue),
        stall: BigInt(stall),
        drain: BigInt(drain),
        idleLanes: BigInt(idle.lanes),
        idleElements: BigInt(idle.elements),
    };
}
//# sourceMappingURL=array.js.map