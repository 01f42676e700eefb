/** A convolution on the clocked array: bits, counts, overflows, and where every cycle went. */
import { binary32Bits, binary32Value } from "../../bits/host-float.js";
import { elementCount } from "../../bits/shape.js";
import { paddedPlaneElements } from "../functional-planes.js";
import { operandsOfOutput } from "../reference-engine.js";
import { chunkArray, stepArray } from "./array.js";
import { ChunkElement } from "./chunk-element.js";
import { ClockedElement } from "./clocked-element.js";
import { FastElement, fitsFastElement } from "./fast-element.js";
import { FastOperands, shareOperands } from "./fast-operands.js";
import { Gatherer } from "./gatherer.js";
import { outputGrid } from "./grid.js";
import { issueRun } from "./locate.js";
import { requireArrayParameters } from "./parameters.js";
import { REGISTER_CLASSES } from "./registers.js";
import { utilization } from "./timing.js";
/** The widths of a datapath's integer registers, as the fast element needs them. */
function fastWidths({ words }) {
    const scaled = (name) => words.scaled.find((field) => field.name === name)?.width ?? 0;
    return {
        product: words.product.width,
        sum: words.sum.width,
        q: scaled('q'),
        lsb: scaled('lsb'),
        xScale: words.xScaleBits,
        yScale: words.yScaleBits,
    };
}
/** Padded operands of the fast element are kept below this: 256 Mi integers of 4 bytes, as one typed array. */
const MAX_FAST_ELEMENTS = 2 ** 28;
function fastParts(conv, datapath, x, y) {
    const form = datapath.integerForm;
    const widths = fastWidths(datapath);
    const sourceElements = paddedPlaneElements(conv.rows, conv.columns) * y.shape[0] * y.shape[1];
    if (form === undefined || !fitsFastElement(widths) || sourceElements > MAX_FAST_ELEMENTS)
        return undefined;
    return { form, widths, shared: shareOperands(conv, form, x, y, widths.xScale, widths.yScale) };
}
/**
 * Runs a pass on the clocked array. Bits, counts and overflows equal the functional engine's, cycles the closed form of `layerCycles`. Without
 * an observer of edges, elements take a chunk at a time where that is exact; with one they are stepped.
 * @param channelGroups those of the convolution
 */
export function* runCycle(conv, datapath, x, y, parameters, channelGroups, options = {}) {
    const tensorScale = datapath.tensorScaleMultiplications === 1;
    const array = requireArrayParameters({ ...parameters, treeWidth: datapath.treeWidth, tensorScale });
    const grid = outputGrid(conv, channelGroups);
    const gatherer = new Gatherer(elementCount(conv.outputShape));
    const run = issueRun(conv, array, channelGroups);
    const job = { conv, grid, array, gatherer, run };
    const outputScale = datapath.outputScale(binary32Bits(x.tensorScale), binary32Bits(y.tensorScale));
    const { onEdge, clean = false, stepped = onEdge !== undefined, toggles = true } = options;
    const fast = clean ? undefined : fastParts(conv, datapath, x, y);
    const scaleValue = binary32Value(outputScale);
    let outcome;
    if (fast === undefined || stepped) {
        const elements = Array.from({ length: array.rows * array.cols }, () => fast === undefined
            ? new ClockedElement(datapath, array, outputScale, (output) => operandsOfOutput(conv, x, y, output), gatherer)
            : new FastElement(fast.form, fast.widths, array, scaleValue, new FastOperands(fast.shared, array.treeWidth), gatherer, toggles));
        outcome = yield* stepArray(job, elements, onEdge);
    }
    else {
        const elements = Array.from({ length: array.rows * array.cols }, () => new ChunkElement(fast.form, fast.widths, array, scaleValue, new FastOperands(fast.shared, array.treeWidth), gatherer, run, toggles));
        outcome = yield* chunkArray(job, elements);
    }
    const { cycles } = outcome;
    return {
        shape: conv.outputShape,
        bits: gatherer.bits,
        counts: sumOperations(outcome.operations),
        overflow: gatherer.report(conv),
        cycles: { ...cycles, utilization: utilization(grid, cycles, array), toggles: sumToggles(outcome.toggles) },
    };
}
function sumOperations(all) {
    const sum = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
    for (const operations of all) {
        sum.mul += operations.mul;
        sum.localAcc += operations.localAcc;
        sum.groupScale += operations.groupScale;
        sum.treeAdd += operations.treeAdd;
        sum.tensorScale += operations.tensorScale;
    }
    return sum;
}
function sumToggles(all) {
    const sum = Object.fromEntries(REGISTER_CLASSES.map((name) => [name, 0]));
    for (const toggles of all)
        for (const [name, count] of toggles)
            sum[name] += count;
    return sum;
}
//# sourceMappingURL=run-cycle.js.map