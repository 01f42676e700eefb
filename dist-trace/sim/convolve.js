/** Runs a convolution pass on a datapath with the fastest engine that is exact for it. */
import { finish } from "../bits/steps.js";
import { runFast } from "./fast/engine.js";
import { planFastRun } from "./fast/fast-run.js";
import { fastRunOf } from "./fast/kept-runs.js";
import { keptCopyOf, unchanged } from "./fast/recurring.js";
import { planFunctional, runFunctional } from "./functional-engine.js";
import { runReference } from "./reference-engine.js";
import { requireRoom, resultIn } from "./result.js";
/** The choice of an engine. @param threads at most so many; only `simd` has more than one */
export function planConvolution(conv, datapath, x, y, threads = 1) {
    const form = datapath.integerForm;
    if (!form)
        return { engine: 'units', reasons: ['products and sums of the datapath are not integers'] };
    const run = planFastRun(conv, form, x, y, datapath.tensorScaleMultiplications, threads);
    if (!('refused' in run))
        return { engine: 'simd', run, reasons: run.plan.reasons };
    const reasons = [`no SIMD kernels: ${run.refused}`];
    const kernel = planFunctional(conv, form, x, y);
    if (kernel)
        return { engine: 'doubles', kernel, reasons: [...reasons, `sums are exact in doubles, ${kernel === 'exact' ? 'and none can overflow' : 'with a check at each step'}`] };
    return { engine: 'units', reasons: [...reasons, 'no doubles: sums would not be exact in them, or the padded source would be too large'] };
}
/** The pass in steps. @param into as of `convolve` */
export function convolving(conv, datapath, x, y, into) {
    return passSteps(conv, datapath, unchanged(x, keptCopyOf(conv, datapath, x, y)), y, into);
}
/** The same with X as it is, prepacked or not. */
export function* passSteps(conv, datapath, x, y, into) {
    requireRoom(conv, into);
    const form = datapath.integerForm;
    if (!form)
        return resultIn(yield* runReference(conv, datapath, x, y), into);
    const tensorScale = datapath.tensorScaleMultiplications;
    const run = fastRunOf(conv, form, x, y, tensorScale);
    const fast = 'refused' in run ? undefined : yield* runFast(conv, form, run, x, y, tensorScale, into);
    if (fast)
        return fast;
    const kernel = planFunctional(conv, form, x, y);
    return resultIn(kernel ? yield* runFunctional(conv, form, kernel, x, y, tensorScale) : yield* runReference(conv, datapath, x, y), into);
}
/**
 * The pass in one go. Where the same X comes again with one Y after the other, what the SIMD kernels make of it is kept from the second time on, as `prepack` would, until it
 * has changed.
 * @param into where the outputs go, a word for each: by default new memory. Passes that follow one another leave nothing to be collected where they have it in common
 * @throws RangeError where `into` has another size
 */
export function convolve(conv, datapath, x, y, into) {
    return finish(convolving(conv, datapath, x, y, into));
}
//# sourceMappingURL=convolve.js.map