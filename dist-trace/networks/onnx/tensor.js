/** What is known of a value of the graph: shape, type, and for small constants the elements. */
import { elementCount } from "../../bits/shape.js";
import { requireDims } from "./dims.js";
import { MAX_FOLLOWED } from "./limits.js";
/** @param content gives the elements if they are known; called only where they are few @throws InputError for an impossible shape */
export function tensor(dims, type, content = () => undefined) {
    const count = requireDims('output', dims);
    // Without elements there is nothing to follow, however large the other dimensions are.
    if (count === 0)
        return { dims, type, content: [] };
    return { dims, type, content: count <= MAX_FOLLOWED ? content() : undefined };
}
/** A 1-d tensor of known elements. */
export function vector(type, content) {
    return tensor([content.length], type, () => content);
}
export function countOf({ dims }) {
    return elementCount(dims);
}
//# sourceMappingURL=tensor.js.map