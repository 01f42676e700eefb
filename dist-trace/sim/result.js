/** What a simulated convolution gives. */
import { elementCount } from "../bits/shape.js";
/** Has memory for the outputs of a pass. @throws RangeError where it has another size */
export function requireRoom({ outputShape }, into) {
    const outputs = elementCount(outputShape);
    if (into !== undefined && into.length !== outputs)
        throw new RangeError(`into: expected ${outputs} words, one for each output, found ${into.length}`);
}
/** A result with its outputs in memory that is there. */
export function resultIn(result, into) {
    if (into === undefined || result.bits === into)
        return result;
    into.set(result.bits);
    return { ...result, bits: into };
}
//# sourceMappingURL=result.js.map