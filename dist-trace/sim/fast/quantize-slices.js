/** A tensor cut into slices that fit a workspace of constant size: several whole planes, or a part of one. */
/** Data and codes of a slice are 96 KiB together: they stay in a second-level cache, and a call for each costs little. */
export const SLICE_ELEMENTS = 16384;
/** Slices that begin at a multiple of four elements are copied several times faster, as their bytes are aligned alike in both places. */
function multipleOfFour(count) {
    return count < 4 ? count : count - (count % 4);
}
/** All slices in order. @param limit the largest number of elements of a slice, a multiple of four */
export function* slices(planes, planeSize, limit = SLICE_ELEMENTS) {
    if (planeSize <= limit) {
        const atOnce = multipleOfFour(Math.floor(limit / planeSize));
        for (let plane = 0; plane < planes; plane += atOnce) {
            yield { plane, planes: Math.min(atOnce, planes - plane), first: plane * planeSize, planeSize };
        }
        return;
    }
    const parts = Math.ceil(planeSize / limit);
    const part = multipleOfFour(Math.ceil(planeSize / parts) + 3);
    for (let plane = 0; plane < planes; plane++) {
        for (let done = 0; done < planeSize; done += part) {
            yield { plane, planes: 1, first: plane * planeSize + done, planeSize: Math.min(part, planeSize - done) };
        }
    }
}
//# sourceMappingURL=quantize-slices.js.map