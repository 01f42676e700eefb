import { outputScaleOf, planFastRun, scalesOfX, scalesOfY } from "./fast-run.js";
import { factorRange } from "./plan.js";
import { prepackedOf } from "./prepack.js";
import { coverOf, occurring } from "./ranges.js";
/** The last run of a layer, or on what is kept of an operand. */
const lastRuns = new WeakMap();
/**
 * A run of a pass. Its plan may be that of the last one, if that holds for these operands as well: then `planFastRun` may choose otherwise which groups are folded, as that
 * depends on what is faster for some of their scales; with either the bits are the same.
 * @param threads at most so many; there are no more than slices @returns the run, or why there is none
 */
export function fastRunOf(conv, datapath, x, y, tensorScale, threads = 1) {
    const pass = { conv, datapath, tensorScale, threads, xShape: x.shape, yShape: y.shape };
    const owner = prepackedOf(x) ?? conv;
    const last = lastRuns.get(owner);
    const kept = last && isSame(last.pass, pass) ? sameRun(last, datapath, x, y, tensorScale) : undefined;
    if (kept)
        return kept;
    const run = planFastRun(conv, datapath, x, y, tensorScale, threads);
    if (!('refused' in run) && run.ofFormats)
        lastRuns.set(owner, { pass, run, ranges: rangesOf(run.scales) });
    return run;
}
/** The last run with other operands, where its plan holds for them. */
function sameRun({ run, ranges }, datapath, x, y, tensorScale) {
    const ofY = scalesOfY(datapath, y);
    // Codes that may occur are known sooner than those that do.
    for (const ofX of [() => run.prepacked?.scales ?? coveringScales(datapath, x), () => scalesOfX(datapath, x)]) {
        const first = ofX();
        if (first === undefined || !holdsFor(ranges, rangesOf({ x: first, y: ofY })))
            continue;
        return { ...run, scales: { x: first, y: ofY }, description: withOutputScale(run.description, outputScaleOf(datapath, x, y, tensorScale)) };
    }
    return undefined;
}
/** The same object where nothing changes: threads needn't be told again. */
function withOutputScale(description, outputScale) {
    return description.outputScale === outputScale ? description : { ...description, outputScale };
}
/** Scales with more codes are looked at one by one. */
const MOST_COVERING = 127;
/** Few codes among which are all of X's, none of them for zeros alone. */
function coveringScales(datapath, x) {
    const last = coverOf(x.scales, MOST_COVERING);
    if (last === undefined)
        return undefined;
    const codes = Array.from({ length: last + 1 }, (_, code) => code);
    return { codes, factors: new Map(codes.map((code) => [code, datapath.xFactor(code)])) };
}
function isSame(a, b) {
    const sameShapes = sameShape(a.xShape, b.xShape) && sameShape(a.yShape, b.yShape);
    return sameShapes && a.conv === b.conv && a.datapath === b.datapath && a.tensorScale === b.tensorScale && a.threads === b.threads;
}
function sameShape(a, b) {
    return a.every((size, i) => size === b[i]);
}
function rangesOf({ x, y }) {
    return { x: factorRange(occurring(x)), y: factorRange(occurring(y)) };
}
/** With such factors on both sides no product comes near the ends of binary32's range, nor does any sum of terms. */
const USUAL = { lowest: -61, significand: 3, top: 1 };
/** Whether a plan for some ranges is one for others: where both are usual, and these have no more bits, or else where they are the same, as another plan may be faster. */
function holdsFor(planned, found) {
    if (areUsual(planned) && areUsual(found))
        return found.x.significand <= planned.x.significand && found.y.significand <= planned.y.significand;
    return isWithin(found.x, planned.x) && isWithin(planned.x, found.x) && isWithin(found.y, planned.y) && isWithin(planned.y, found.y);
}
function areUsual({ x, y }) {
    return isWithin(x, USUAL) && isWithin(y, USUAL);
}
/** No smaller factors, no more bits, no larger ones. */
function isWithin(range, limits) {
    return range.lowest >= limits.lowest && range.significand <= limits.significand && range.top <= limits.top;
}
//# sourceMappingURL=kept-runs.js.map