/** Bits of integers that are exact doubles. */
const WORD = 2 ** 32;
/** The number of bits of a magnitude; 0 for 0. @param magnitude an integer in [0, 2^53] */
export function doubleBitLength(magnitude) {
    return magnitude < WORD ? 32 - Math.clz32(magnitude) : 64 - Math.clz32(Math.floor(magnitude / WORD));
}
/** `rangeWidth` for doubles: the smallest width that holds both ends. @param low at most 0 @param high at least 0 */
export function doubleRangeWidth(low, high) {
    return doubleBitLength(Math.max(high, -low - 1)) + 1;
}
/** The number of bits from the first 1 to the last; 0 for 0. @param magnitude an integer in [0, 2^53] */
export function doubleSignificantBits(magnitude) {
    if (magnitude === 0)
        return 0;
    const low = magnitude % WORD;
    const trailing = low === 0 ? 32 + trailingZeros(Math.floor(magnitude / WORD)) : trailingZeros(low);
    return doubleBitLength(magnitude) - trailing;
}
function trailingZeros(word) {
    return 31 - Math.clz32(word & -word);
}
//# sourceMappingURL=double-bits.js.map