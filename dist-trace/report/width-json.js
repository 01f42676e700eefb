/** What `mlsim width --json` prints: plain data with bigints where a number may pass 2^53. */
import { indexOf } from "../bits/shape.js";
export function worstCaseJson({ widths, passes, paper, planeUnknown, ...rest }) {
    const fits = (one) => one.layerWidth <= rest.accumulatorWidth;
    return {
        ...rest,
        withoutWeightGradient: planeUnknown,
        widths: widths.map((one) => ({ ...one, fits: fits(one) })),
        passes: passes.map(verdictJson),
        paper: paper.map(({ element, width, capacity, passes: of }) => ({ element: [element.E, element.M], width, capacity, passes: of.map(verdictJson) })),
    };
}
function verdictJson({ pass, layers, overflowing, widest }) {
    return { pass, layers, overflowing, neverOverflows: overflowing === 0, neededWidth: widest.layerWidth, widestLayer: widest.layer };
}
export function measurementJson({ shape, worst, known, needs, peakOutput, effects, scaler, trees }, pass) {
    return {
        pass,
        shape,
        worstCase: worst,
        knownX: known,
        groups: needs.groups,
        neededWidth: needs.width,
        largest: { magnitude: needs.peak.magnitude, output: peakOutput, group: needs.peak.group },
        needs: needs.widths.map(([width, groups]) => ({ width, groups })),
        overflow: needs.overflow.map(({ first, ...one }) => ({ ...one, first: first === null ? null : { output: indexOf(shape, first.output), group: first.group } })),
        effects,
        scaler: { ...scaler, significantBits: scaler.significantBits.map(([bits, groups]) => ({ bits, groups })) },
        ...(trees === null ? {} : { trees }),
    };
}
export function knownJson({ groups, largestSum, width, widths }, anyWeights) {
    return { groups: groups.length, largestSum, width, anyWeights, widths: widths.map(([of, count]) => ({ width: of, groups: count })) };
}
//# sourceMappingURL=width-json.js.map