/** The sizes that shrink. Channels are those of a channel group; the number of groups shrinks too. */
const DIMENSIONS = ['batch', 'groups', 'ci', 'co', 'h', 'w'];
/**
 * The layer itself if it fits, else a smaller one; undefined where even the smallest doesn't fit. The largest size is halved again and again, first
 * down to sizes that still make two chunks, two row tiles and two batches of interleaved outputs, then down to 1.
 */
export function shrinkLayer(whole, pass, array, fits) {
    if (fits(whole))
        return whole;
    const { layer, batch } = whole;
    let sizes = { batch, groups: layer.groups, ci: layer.ci / layer.groups, co: layer.co / layer.groups, h: layer.input[0], w: layer.input[1] };
    for (const floor of [tellingSizes(layer, pass, array), smallestSizes(layer)]) {
        for (let next = halveLargest(sizes, floor); next !== undefined; next = halveLargest(sizes, floor)) {
            sizes = next;
            const candidate = withSizes(layer, sizes);
            if (fits(candidate))
                return candidate;
        }
    }
    return undefined;
}
/** The sizes with the one that is farthest above its floor halved, or undefined with none above. */
function halveLargest(sizes, floor) {
    const excess = (d) => sizes[d] / floor[d];
    const largest = DIMENSIONS.reduce((best, d) => (excess(d) > excess(best) ? d : best));
    if (excess(largest) <= 1)
        return undefined;
    return { ...sizes, [largest]: Math.max(floor[largest], Math.ceil(sizes[largest] / 2)) };
}
function withSizes(layer, { batch, groups, ci, co, h, w }) {
    return { layer: { ...layer, groups, ci: ci * groups, co: co * groups, input: [h, w] }, batch };
}
/** The smallest input that gives one output. */
function smallestInput({ kernel, padding, dilation }) {
    const along = (d) => Math.max(1, dilation[d] * (kernel[d] - 1) + 1 - 2 * padding[d]);
    return [along(0), along(1)];
}
function smallestSizes(layer) {
    const [h, w] = smallestInput(layer);
    return { batch: 1, groups: 1, ci: 1, co: 1, h, w };
}
/** Sizes at which every mechanism of the array is still at work. */
function tellingSizes(layer, pass, { rows, cols, treeWidth, interleave }) {
    const lanes = treeWidth + 1;
    const rowTiles = rows + 1;
    const columns = cols * interleave + 1;
    const [h, w] = smallestInput(layer);
    const side = Math.ceil(Math.sqrt(columns));
    const image = { h: h + layer.stride[0] * (side - 1), w: w + layer.stride[1] * (side - 1) };
    const few = { batch: 1, groups: 2, ci: 1, co: 1 };
    if (pass === 'forward')
        return { ...few, ci: lanes, co: rowTiles, ...image };
    if (pass === 'input-grad')
        return { ...few, co: lanes, ci: rowTiles, h: Math.max(h, side), w: Math.max(w, side) };
    const taps = layer.kernel[0] * layer.kernel[1];
    return { ...few, batch: lanes, co: rowTiles, ci: Math.ceil(columns / taps), h: h + layer.stride[0], w: w + layer.stride[1] };
}
//# sourceMappingURL=shrink.js.map