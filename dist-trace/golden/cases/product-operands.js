/**
 * Significands with a product that ends as it is wanted to. Two significands of 24 bits have a product in [2^46, 2^48), so that 23 or 24 bits
 * lie below its 24 leading ones: those are its tail.
 */
import { HIDDEN_BIT } from "../../bits/binary32.js";
import { ALL_ONES, pattern } from "./patterns.js";
/** Tries before a wish is given up for whatever came last: a few dozen are enough for most, and a thousand for the nearest multiples. */
const TRIES = 4000;
/** Whether a product is in [2^47, 2^48), where the normalizer shifts. */
export function isAbove2([a, b]) {
    // Exact: both products are below 2^53.
    return a * b >= 2 ** 47;
}
/** The last bit that a product keeps. @param dropped bits below it */
function lastBit([a, b], dropped) {
    return Math.floor((a * b) / 2 ** dropped) % 2;
}
/** The inverse of an odd number modulo 2^32, by Newton's iteration. */
function inverse(odd) {
    let x = odd;
    for (let bits = 3; bits < 32; bits *= 2)
        x = Math.imul(x, 2 - Math.imul(odd, x));
    return x;
}
/** Draws until a draw is as wanted. */
function wanted(draw, isWanted) {
    let drawn = draw();
    for (let tries = 1; tries < TRIES && !isWanted(drawn); tries++)
        drawn = draw();
    return drawn;
}
/** Bits of a product below the ones it keeps. */
export function droppedBits(above2) {
    return above2 ? 24 : 23;
}
/** Significands whose product has a tail. @param tail in [1, 2^23), or [1, 2^24) above 2 */
export function withTail(tail, { above2, odd }, random) {
    const dropped = droppedBits(above2);
    return wanted(() => {
        // The lowest bits of a x b are the tail when those of b are tail / a.
        const a = HIDDEN_BIT | random.bits(23) | 1;
        const low = Math.imul(tail, inverse(a)) & (2 ** dropped - 1);
        return [a, HIDDEN_BIT | low];
    }, ([a, b]) => isAbove2([a, b]) === above2 && lastBit([a, b], dropped) === odd && (a * b) % 2 ** dropped === tail);
}
/** Significands whose product is half way between two: their trailing zeros add up to those of the tail. @param zeros of the first, 0..22 or 0..23 above 2 */
export function withTie(zeros, { above2, odd }, random) {
    const dropped = droppedBits(above2);
    const draw = (count) => HIDDEN_BIT | (((random.bits(23) >>> count) | 1) << count);
    return wanted(() => [draw(zeros), draw(dropped - 1 - zeros)], (drawn) => isAbove2(drawn) === above2 && lastBit(drawn, dropped) === odd && (drawn[0] * drawn[1]) % 2 ** dropped === 2 ** (dropped - 1));
}
/**
 * Significands whose product is `distance` below a multiple of 2^bits, or above it where `over`, with a distance in [0, limit], 0 only by chance.
 * @param bits 23..47
 */
export function nearMultiple(bits, over, limit, above2, random) {
    const step = 2 ** bits;
    const low = above2 ? 2 ** 47 : 2 ** 46;
    // Multiples from the lower end of the range on; the upper end is one for products below it.
    const first = Math.ceil(low / step);
    const multiples = Math.max(1, Math.floor(low / step));
    return wanted(() => {
        const multiple = (first + random.below(multiples) + (!over && first * step === low ? 1 : 0)) * step;
        const a = HIDDEN_BIT | random.bits(23);
        const b = over ? Math.ceil(multiple / a) : Math.floor(multiple / a);
        return [a, Math.min(ALL_ONES, Math.max(HIDDEN_BIT, b))];
    }, ([a, b]) => {
        const rest = (a * b) % step;
        const distance = over ? rest : step - rest;
        return distance <= limit && distance > 0 && distance < step && isAbove2([a, b]) === above2;
    });
}
/**
 * Operands with these significands in any order, and exponents that give the product an exponent.
 * @param exponent of the product, as a field; below 1 the product is subnormal
 */
export function operandsOfProduct(significands, exponent, random) {
    // Fields add up to exponent + 127, less one where the significands make a product of 2 or more.
    const sum = exponent + 127 - (isAbove2(significands) ? 1 : 0);
    const low = Math.max(1, sum - 254);
    const high = Math.min(254, sum - 1);
    const first = low + random.below(Math.max(1, high - low + 1));
    const swap = random.bit();
    const [a, b] = [pattern(random.bit(), first, significands[swap]), pattern(random.bit(), Math.max(1, sum - first), significands[1 - swap])];
    return [a, b];
}
/** An exponent field at which nothing overflows or is subnormal. */
export function anyExponent(random) {
    return 2 + random.below(250);
}
//# sourceMappingURL=product-operands.js.map