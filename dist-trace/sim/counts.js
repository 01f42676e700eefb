/** Operation counts of a run, and the closed form that a run's counts always equal. */
import { elementCount } from "../bits/shape.js";
/** The counts of a whole pass: G x K, G x (K - 1), G, G and 0 or 1 for each output. */
export function convolutionCounts({ outputShape, groupCount, groupSize }, tensorScale) {
    const outputs = elementCount(outputShape);
    const groups = outputs * groupCount;
    return { mul: groups * groupSize, localAcc: groups * (groupSize - 1), groupScale: groups, treeAdd: groups, tensorScale: outputs * tensorScale };
}
//# sourceMappingURL=counts.js.map