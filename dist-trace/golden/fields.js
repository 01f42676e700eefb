/**
 * The fields of a packed word: what a line of a vector file consists of. The first field is the most significant, as in the concatenation
 * `{a, b, result}`; of a field with lanes, lane 0 is the least significant, as in `bus[lane*WIDTH +: WIDTH]`.
 */
/** Bits of a word of these fields. */
export function wordBits(fields) {
    return fields.reduce((sum, { width, lanes }) => sum + width * lanes, 0);
}
/** Gives each field its place, the first one at the top. */
export function placeFields(specs) {
    let above = wordBits(specs);
    return specs.map((spec) => {
        const msb = above - 1;
        above -= spec.width * spec.lanes;
        return { ...spec, msb, lsb: above };
    });
}
/** A plain field. */
export function field(direction, name, width, kind) {
    return { ...kind, name, direction, width, lanes: 1 };
}
//# sourceMappingURL=fields.js.map