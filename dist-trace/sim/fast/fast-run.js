/** The plan of a pass on the fast engine: its kernels, how it is cut, and where all of it lies in memory. */
import { elementCount } from "../../bits/shape.js";
import { FunctionalTree } from "../functional-tree.js";
import { elementOf } from "./element-table.js";
import { blocking, sharedLayout, threadLayout } from "./layout.js";
import { imageCount, matrixForm, squareForm } from "./matrix-form.js";
import { MAX_MEMORY_BYTES } from "./memory.js";
import { fastModule, fastUnsupported } from "./modules.js";
import { planFast } from "./plan.js";
import { fits, prepackedOf } from "./prepack.js";
import { sourceGeometry } from "./prepare.js";
import { formatRanges, measuredRanges, scalesOf } from "./ranges.js";
import { sliceCount } from "./run-description.js";
export function scalesOfX(datapath, x) {
    return scalesOf(x, datapath.xIntegers, (code) => datapath.xFactor(code));
}
export function scalesOfY(datapath, y) {
    return scalesOf(y, datapath.yIntegers, (code) => datapath.yFactor(code));
}
/** Plans a pass. @param threads at most so many; there are no more than slices @returns the run, or why there is none */
export function planFastRun(conv, datapath, x, y, tensorScale, threads = 1) {
    const unsupported = fastUnsupported();
    if (unsupported !== undefined)
        return { refused: unsupported };
    const planes = matrixForm(conv, x.shape[1], y.shape[1]);
    const kept = prepackedOf(x);
    const packed = kept && fits(kept, planes, datapath) ? kept : undefined;
    const scales = { x: packed?.scales ?? scalesOfX(datapath, x), y: scalesOfY(datapath, y) };
    const { plan, ofFormats } = planOperands(planes, datapath, x, y, scales);
    if ('refused' in plan)
        return plan;
    const squares = plan.folding === 'winograd' ? planes.window : undefined;
    const form = squares ? squareForm(planes, squares) : planes;
    const prepacked = squares && packed?.norms === plan.limits.norms ? packed : undefined;
    const blocks = blocking(form, plan, datapath.treeWidth, threads, prepacked !== undefined);
    const source = sourceGeometry(conv, squares !== undefined);
    const images = imageCount(form);
    const shared = sharedLayout(form, plan, blocks, {
        xElements: x.codes.length,
        xPlanes: x.scales.length,
        yElements: y.codes.length,
        yPlanes: y.scales.length,
        paddedElements: source.planeElements,
        paddedRow: source.rowElements,
        outputs: elementCount(conv.outputShape),
        yElementsAside: threads > 1 && images > 1 ? y.codes.length / images : 0,
    }, prepacked?.layout);
    const description = {
        form,
        plan,
        blocking: blocks,
        shared,
        treeWidth: datapath.treeWidth,
        accumulator: { width: datapath.accumulator.width, overflow: datapath.accumulator.overflow },
        flushToZero: datapath.subnormals.flushToZero,
        outputScale: outputScaleOf(datapath, x, y, tensorScale),
        source,
        element: elementOf(datapath.xIntegers),
        threads,
    };
    const slices = sliceCount(description);
    const own = [];
    let end = shared.end;
    for (let thread = 0; thread < Math.min(threads, slices); thread++) {
        own.push(threadLayout(form, plan, blocks, end));
        end += own[thread].bytes;
    }
    if (end > MAX_MEMORY_BYTES)
        return { refused: `${end} bytes are more than the ${MAX_MEMORY_BYTES} that its memory can have` };
    return { module: fastModule('convolution'), plan, description, scales, threads: own, bytes: end, slices, ofFormats, prepacked };
}
/** S_z, where outputs are scaled. */
export function outputScaleOf(datapath, x, y, tensorScale) {
    return tensorScale === 1 ? new FunctionalTree(1, 1, datapath.subnormals).roundOperandProduct(x.tensorScale, y.tensorScale) : undefined;
}
/** The plan for the formats, or where the largest integers that occur may give a faster one, for the operands at hand. */
function planOperands(form, datapath, x, y, scales) {
    const known = formatRanges(form, datapath, x, y, scales);
    const plan = planFast(form, datapath, known);
    const ofFormats = !('refused' in plan) && plan.sums === 'exact' && (plan.terms !== 'binary64' || form.y.ofPlane > 0);
    return { plan: ofFormats ? plan : planFast(form, datapath, measuredRanges(form.taps, datapath, x, y, known)), ofFormats };
}
//# sourceMappingURL=fast-run.js.map