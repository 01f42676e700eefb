/** Pairs of binary32 operands for a multiplier. */
import { gridClass, listClass, randomClass } from "../case-class.js";
import { productRoundingClasses } from "./fp32-multiplier-rounding.js";
import { subnormalProductClasses } from "./fp32-multiplier-subnormal.js";
import { finite, nan, NAN_KINDS, numberOfKind, OTHER_KINDS, pattern, shortFraction, SPECIALS } from "./patterns.js";
/** All directed classes of a binary32 multiplier. */
export function multiplierClasses(level) {
    const times = level === 1 ? 1 : 10;
    return [...specialClasses(times), ...productRoundingClasses(times), ...subnormalProductClasses(times), ...plainClasses(times)];
}
function swapped(swap, a, b) {
    return swap === 1 ? [b, a] : [a, b];
}
function specialClasses(times) {
    return [
        gridClass('signed zeros', 'zero times a number of every exponent: the sign of the product, a hidden bit that zero gets', [255, 2, 2, 2], times, ([exponent, zeroSign, sign, swap], random) => swapped(swap, pattern(zeroSign, 0, 0), pattern(sign, exponent, random.word()))),
        gridClass('NaN', 'every payload bit, quiet and signaling, beside every kind of number: NaN taken for infinity, payload or sign passed on', [NAN_KINDS, OTHER_KINDS.length, 2], times, ([kind, other, swap], random) => swapped(swap, nan(random.bit(), kind), numberOfKind(other, random))),
        gridClass('infinity', 'infinity times every exponent', [255, 2, 2], times, ([exponent, sign, swap], random) => swapped(swap, pattern(sign, 255, 0), finite(exponent, random))),
        listClass('zero times infinity', 'invalid, whatever the signs and the order; and infinity times infinity', [0, 1, 2, 3].flatMap((signs) => {
            const [zero, infinity, other] = [pattern(signs & 1, 0, 0), pattern(signs >> 1, 255, 0), pattern(signs & 1, 255, 0)];
            return [[zero, infinity], [infinity, zero], [infinity, other]];
        })),
        gridClass('special values', 'every pair of numbers at a boundary of its kind', [SPECIALS.length, SPECIALS.length], 1, ([a, b]) => [SPECIALS[a], SPECIALS[b]]),
    ];
}
function plainClasses(times) {
    return [
        gridClass('times a power of two', 'significands that pass unchanged, at every exponent: exponents that are added wrongly', [255, 2, 2], times, ([exponent, one, swap], random) => {
            const power = one === 1 ? 127 : 1 + random.below(254);
            return swapped(swap, finite(exponent, random), pattern(random.bit(), power, 0));
        }),
        gridClass('single bits', 'one fraction bit in each operand, every pair of places: a partial product that is missing or out of place', [24, 24], times, ([a, b], random) => {
            // Place 23 is the hidden bit alone.
            const at = (place) => pattern(random.bit(), 64 + random.below(120), place === 23 ? 0 : 1 << place);
            return [at(a), at(b)];
        }),
        gridClass('all but one bit', 'fractions of ones with one zero, every pair of places: carries through the whole array', [24, 24], times, ([a, b], random) => {
            const at = (place) => pattern(random.bit(), 64 + random.below(120), place === 23 ? 0x7f_ffff : 0x7f_ffff ^ (1 << place));
            return [at(a), at(b)];
        }),
        gridClass('exponent sums', 'every sum of exponents, from far underflow to far overflow: one too many or too few, a sum that wraps around', [509, 4], times, ([sum, kind], random) => {
            // The sum of both exponent fields is sum + 1.
            const low = Math.max(1, sum + 1 - 254);
            const high = Math.min(254, sum);
            const a = low >= high ? low : low + random.below(high - low + 1);
            const b = Math.max(0, Math.min(254, sum + 1 - a));
            const fraction = () => (kind === 0 ? 0 : kind === 1 ? random.bits(21) : kind === 2 ? 0x7f_ffff : random.word());
            return [pattern(random.bit(), a, fraction()), pattern(random.bit(), b, fraction())];
        }),
        gridClass('trailing zeros', 'short significands: products that are exact, and ties among them', [24, 24], 2 * times, ([a, b], random) => {
            const at = (place) => pattern(random.bit(), 64 + random.below(120), place === 23 ? shortFraction(random) : (random.bits(23) >>> place) << place);
            return [at(a), at(b)];
        }),
        randomClass('any bits', 'any two patterns', 400 * times, (random) => [random.word(), random.word()]),
    ];
}
//# sourceMappingURL=fp32-multiplier-classes.js.map