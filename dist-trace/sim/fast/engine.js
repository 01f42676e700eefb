/** The fast engine: the bits, counts and overflows of `runReference`, on SIMD kernels in WebAssembly. */
import { indexOf } from "../../bits/shape.js";
import { convolutionCounts } from "../counts.js";
import { copiedRows, copyRows, layScaleTable, sharedRows } from "./fold-rows.js";
import { kernelsOn } from "./kernels.js";
import { returnMemory, takeMemory } from "./memory.js";
import { Outputs } from "./outputs.js";
import { releasePrepacked, takePrepacked } from "./prepack.js";
import { prepareRows, preparingColumns } from "./prepare.js";
import { areFolded, closeRun, foldShare, openRows, openUnits, putImages, putPlanes, takeUnits } from "./share.js";
import { clearReport, overflowOf } from "./unit-report.js";
import { WATCH_MS } from "./wait.js";
/** Takes a memory in which no thread takes a unit yet; undefined where the system has too little. The caller gives it back. */
export function takeRunMemory({ bytes, description, threads, prepacked }) {
    const memory = prepacked ? takePrepacked(prepacked, bytes) : takeMemory(bytes);
    if (memory === undefined)
        return undefined;
    closeRun(memory, description);
    for (const own of threads)
        clearReport(memory, own);
    return memory;
}
/** Gives the memory of a run back, that nothing reads any more. */
export function returnRunMemory({ prepacked }, memory) {
    if (prepacked)
        releasePrepacked(prepacked);
    else
        returnMemory(memory);
}
/** Fills the memory of a run of this thread alone, and opens its units. */
export function prepareRun(conv, datapath, { module, description, scales, threads, prepacked }, memory, x, y) {
    const kernels = kernelsOn(memory, module);
    if (!prepacked)
        prepareRows(x, scales.x, datapath, description, kernels, threads[0].foldScratch);
    for (const images of preparingColumns(conv, datapath, y, scales.y, description, kernels))
        putImages(memory, description.shared, images);
    openUnits(memory, description.shared);
}
/** The same with other threads, which fold X while this one brings Y into memory, and take units of its first images before the last are there. @param check throws where one of them has failed */
export async function prepareTogether(conv, datapath, run, memory, x, y, check) {
    const { module, description, scales, threads, prepacked } = run;
    const { plan, blocking, shared } = description;
    const kernels = kernelsOn(memory, module);
    const images = preparingColumns(conv, datapath, y, scales.y, description, kernels);
    const prepareImage = () => {
        const { done, value } = images.next();
        if (done !== true)
            putImages(memory, shared, value);
        return done !== true;
    };
    const folds = plan.folding !== 'none' && !prepacked;
    if (folds)
        layScaleTable(scales.x, description, kernels);
    else if (!prepacked)
        prepareRows(x, scales.x, datapath, description, kernels, threads[0].foldScratch);
    // Read before other threads wait for what is copied of them.
    const { codes, scales: scaleCodes } = x;
    const copy = () => {
        copyRows({ codes, scales: scaleCodes }, description, kernels, (planes) => { putPlanes(memory, shared, planes); });
    };
    if (folds && !blocking.late) {
        openRows(memory, shared);
        copy();
    }
    prepareImage();
    if (folds && !blocking.late) {
        foldShare(kernels, { description, own: threads[0] }, WATCH_MS);
        await areFolded(memory, description, check);
    }
    openUnits(memory, shared);
    if (folds && blocking.late)
        copy();
    while (prepareImage())
        ;
}
/** Units of a run until none is left, on the part of the first thread, which copies the outputs of jobs as they end. */
export function* runUnits({ module, description, threads, slices }, memory, x, outputs) {
    const kernels = kernelsOn(memory, module);
    const source = description.threads === 1 ? copiedRows(x, description, kernels) : sharedRows(description, () => undefined);
    for (const done of takeUnits(kernels, { description, own: threads[0] }, source, WATCH_MS)) {
        outputs.copyEnded();
        yield { done, total: slices };
    }
}
/** The result of a run that has ended on all threads. */
export function fastResult(conv, { threads }, memory, tensorScale, outputs) {
    outputs.copyEnded();
    return { shape: conv.outputShape, bits: outputs.bits, counts: convolutionCounts(conv, tensorScale), overflow: overflowReport(conv, memory, threads) };
}
/** Runs a pass on this thread. Equal to `runReference` in every bit, count and overflow; each step is a unit. @returns undefined where the system has too little memory */
export function* runFast(conv, datapath, run, x, y, tensorScale, into) {
    const memory = takeRunMemory(run);
    if (memory === undefined)
        return undefined;
    try {
        prepareRun(conv, datapath, run, memory, x, y);
        const outputs = new Outputs(conv, run.description, memory, into);
        yield* runUnits(run, memory, x, outputs);
        return fastResult(conv, run, memory, tensorScale, outputs);
    }
    finally {
        returnRunMemory(run, memory);
    }
}
/** The overflows of all threads. */
function overflowReport({ outputShape }, memory, threads) {
    const reports = threads.map((own) => overflowOf(memory, own));
    const groups = reports.reduce((sum, report) => sum + report.groups, 0);
    if (groups === 0)
        return { groups, first: null };
    const first = reports.reduce((a, b) => (b.output < a.output || (b.output === a.output && b.group < a.group) ? b : a));
    return { groups, first: { output: indexOf(outputShape, first.output), group: first.group } };
}
//# sourceMappingURL=engine.js.map