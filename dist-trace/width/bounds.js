/**
 * How large a group's partial sum can become, and the accumulator width that holds it: exact integers, in closed form (docs/width.md).
 *
 * With p the largest product, K products sum to anything from -K p to K p at most, and both ends are reached. No partial sum before the last is
 * larger, so that the last one decides for every order.
 */
import { InputError } from "../bits/check.js";
import { bitLength, maxSigned } from "../bits/width.js";
/** The largest magnitude integer of a product; its bits are the paper's Appendix B. */
export function largestProduct({ x, y }) {
    return BigInt(x.maxMagnitude) * BigInt(y.maxMagnitude);
}
/** The largest magnitude that a partial sum of `products` products can have. @param products at least 0 @throws InputError */
export function largestSum(formats, products) {
    return BigInt(requireProducts(products, 0)) * largestProduct(formats);
}
/**
 * The smallest two's complement width that holds every integer from -magnitude to magnitude.
 *
 * The positive end decides: 2^(A-1) - 1 must be at least the magnitude, and where -2^(A-1) just fits, +2^(A-1) does not.
 */
export function symmetricWidth(magnitude) {
    return bitLength(magnitude) + 1;
}
/** The smallest width that holds both ends of a range. @param low at most 0 @param high at least 0 */
export function rangeWidth(low, high) {
    const below = -low - 1n;
    return bitLength(high > below ? high : below) + 1;
}
/** The smallest accumulator width that no operands overflow, in any order. It may lie outside of 4..64. @throws InputError */
export function neededWidth(formats, products) {
    return symmetricWidth(largestSum(formats, products));
}
/** The usual rule: the product's magnitude bits (Appendix B: 2M + 2^(E+1) - 2), log2 K rounded up, and a sign. Never too small. @param products at least 1 @throws InputError */
export function naiveWidth({ x, y }, products) {
    return x.magnitudeBits + y.magnitudeBits + bitLength(BigInt(requireProducts(products, 1) - 1)) + 1;
}
/** The most products whose sum never leaves A bits. @param width A, at least 1 */
export function capacity(formats, width) {
    return maxSigned(width) / largestProduct(formats);
}
function requireProducts(products, low) {
    if (!Number.isSafeInteger(products) || products < low)
        throw new InputError(`products: expected an integer of at least ${low}, found ${products}`);
    return products;
}
//# sourceMappingURL=bounds.js.map