/**
 * Two's complement words of a given width, and the derived widths of the datapath.
 * Each width has one name here and says why it suffices.
 */
import { InputError } from "./check.js";
/** The largest value of a signed word. @param width at least 1 */
export function maxSigned(width) {
    return (1n << BigInt(width - 1)) - 1n;
}
/** The smallest value of a signed word. @param width at least 1 */
export function minSigned(width) {
    return -(1n << BigInt(width - 1));
}
/** Whether a signed word of `width` bits holds a value. */
export function fitsSigned(value, width) {
    return BigInt.asIntN(width, value) === value;
}
/** The word's bits as an unsigned integer. @throws InputError where the value does not fit */
export function toTwosComplement(value, width) {
    if (!fitsSigned(value, width))
        throw new InputError(`two's complement word: expected a value of ${width} bits, found ${value}`);
    return BigInt.asUintN(width, value);
}
/** The number of bits of a magnitude; 0 for 0. @param magnitude at least 0 */
export function bitLength(magnitude) {
    return magnitude === 0n ? 0 : magnitude.toString(2).length;
}
/** Hexadecimal digits of a word of `width` bits. */
export function hexDigits(width) {
    return Math.ceil(width / 4);
}
//# sourceMappingURL=width.js.map