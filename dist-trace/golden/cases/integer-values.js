/** Integers to make operands from: what carries, borrows and signs go wrong on. */
import { maxSigned, minSigned } from "../../bits/width.js";
/** 0, 1, -1 and both ends of a signed word, with the neighbours of the ends. @param width at least 2 */
export function extremes(width) {
    const [low, high] = [minSigned(width), maxSigned(width)];
    return [...new Set([0n, 1n, -1n, high, high - 1n, low, low + 1n])];
}
/** Both signs of a single bit, and of all ones below it, at every place of a signed word. */
export function singleBits(width) {
    const values = Array.from({ length: width - 1 }, (_, place) => 1n << BigInt(place)).flatMap((bit) => [bit, -bit, bit - 1n, 1n - bit, -bit - 1n]);
    return [...new Set([...values, minSigned(width), maxSigned(width)])];
}
/** Numbers of 0, of ones alone, and of one bit alone or missing, in a field. @param bits 0 or more */
export function fieldPatterns(bits) {
    const all = 2 ** bits - 1;
    const single = Array.from({ length: bits }, (_, place) => 2 ** place);
    return [...new Set([0, all, ...single, ...single.map((bit) => bit - 1), ...single.map((bit) => all - bit)])];
}
/** A value, or the nearest that a signed word holds. */
export function clampSigned(value, width) {
    const [low, high] = [minSigned(width), maxSigned(width)];
    return value < low ? low : value > high ? high : value;
}
//# sourceMappingURL=integer-values.js.map