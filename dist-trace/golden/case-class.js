/**
 * A class as a grid: every combination of the values of its dimensions, the first one outermost, and all of it `repeats` times with other random bits.
 * @param shape how many values each dimension has; a dimension of 0 makes an empty class
 * @param make the case at a place of the grid, one index for each dimension
 */
export function gridClass(name, about, shape, repeats, make) {
    const places = shape.reduce((product, size) => product * size, 1);
    return { name, about, size: places * repeats, at: (index, random) => make(placeOf(index % places, shape), random) };
}
/** The index in each dimension of a row-major position. */
function placeOf(position, shape) {
    const place = new Array(shape.length);
    let rest = position;
    for (let d = shape.length - 1; d >= 0; d--) {
        place[d] = rest % shape[d];
        rest = (rest - place[d]) / shape[d];
    }
    return place;
}
/** A class of operands that only the random words choose. */
export function randomClass(name, about, size, make) {
    return { name, about, size, at: (_index, random) => make(random) };
}
/** A class of listed cases. */
export function listClass(name, about, cases) {
    return { name, about, size: cases.length, at: (index) => cases[index] };
}
/** Integers from low to high, both included. */
export function range(low, high) {
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
}
/** All pairs of a first integer and a second one from a range that may depend on it. */
export function pairs(firsts, seconds) {
    return firsts.flatMap((first) => seconds(first).map((second) => [first, second]));
}
//# sourceMappingURL=case-class.js.map