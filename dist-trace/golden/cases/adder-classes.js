/** Pairs of binary32 operands for an adder. */
import { gridClass, listClass, randomClass } from "../case-class.js";
import { cancellationClasses } from "./adder-cancellation.js";
import { roundingClasses } from "./adder-rounding.js";
import { finite, nan, NAN_KINDS, numberOfKind, OTHER_KINDS, pattern, shortFraction, SPECIALS, subnormal } from "./patterns.js";
/** All directed classes of a binary32 adder. */
export function adderClasses(level) {
    const times = level === 1 ? 1 : 10;
    return [...specialClasses(times), ...roundingClasses(times), ...cancellationClasses(times), ...subnormalClasses(times), ...distanceClasses(times)];
}
function swapped(swap, a, b) {
    return swap === 1 ? [b, a] : [a, b];
}
function specialClasses(times) {
    return [
        listClass('signed zeros', 'the sign of a sum of zeros: only (-0) + (-0) is -0', [
            [0, 0],
            [0, 0x8000_0000],
            [0x8000_0000, 0],
            [0x8000_0000, 0x8000_0000],
        ]),
        gridClass('one zero', 'x + 0 is x, of every exponent: a hidden bit that zero gets, an aligned x that loses bits', [255, 2, 2], times, ([exponent, zeroSign, swap], random) => swapped(swap, finite(exponent, random), pattern(zeroSign, 0, 0))),
        gridClass('NaN', 'every payload bit, quiet and signaling, beside every kind of number: NaN taken for infinity, payload or sign passed on', [NAN_KINDS, OTHER_KINDS.length, 2], times, ([kind, other, swap], random) => swapped(swap, nan(random.bit(), kind), numberOfKind(other, random))),
        gridClass('infinity', 'infinity and every exponent: a finite number that disturbs it', [255, 2, 2], times, ([exponent, sign, swap], random) => swapped(swap, pattern(sign, 255, 0), finite(exponent, random))),
        listClass('infinities', 'infinities of equal signs stay, of opposite signs are invalid', [0, 1, 2, 3].map((signs) => [pattern(signs & 1, 255, 0), pattern(signs >> 1, 255, 0)])),
        gridClass('special values', 'every pair of numbers at a boundary of its kind', [SPECIALS.length, SPECIALS.length], 1, ([a, b]) => [SPECIALS[a], SPECIALS[b]]),
    ];
}
function subnormalClasses(times) {
    return [
        gridClass('subnormal operands', 'two subnormal numbers with leading ones at every two places, their sums and differences: a hidden bit where there is none, the carry into the smallest normal number', [23, 23, 2], times, ([a, b, subtract], random) => {
            const sign = random.bit();
            return [subnormal(sign, a, random), subnormal(sign ^ subtract, b, random)];
        }),
        gridClass('subnormal and normal', 'a leading one at every place of the subnormal, a small normal number of every exponent: exponent field 0 aligned as 0 where it means 1', [23, 26, 2, 2], times, ([place, exponent, subtract, swap], random) => {
            const sign = random.bit();
            return swapped(swap, subnormal(sign, place, random), pattern(sign ^ subtract, 1 + exponent, random.word()));
        }),
        gridClass('smallest normal', 'sums a few units around 2^-126, reached from operands of every size: the step between subnormal and normal results', [9, 24, 2], 2 * times, ([ulps, bits, swap], random) => {
            // Below exponent field 2 a pattern is its magnitude in units of 2^-149, so operands subtract as integers.
            const target = 0x0080_0000 + ulps - 4;
            const part = 1 + random.bits(bits);
            const sign = random.bit();
            const other = part < target ? pattern(sign, 0, 0) + target - part : pattern(sign ^ 1, 0, 0) + part - target;
            return swapped(swap, pattern(sign, 0, 0) + part, other);
        }),
    ];
}
function distanceClasses(times) {
    return [
        gridClass('alignment', 'every distance of exponents, sums and differences: a shifter that wraps around, a distance cut to few bits, a far operand that is more than sticky', [255, 2, 2, 3], times, ([distance, lowest, subtract, kind], random) => {
            // The smaller operand is subnormal, or any.
            const exponent = lowest === 1 ? distance : distance + random.below(255 - distance);
            const sign = random.bit();
            const fraction = [random.word(), 0, 0x7f_ffff][kind];
            return swapped(random.bit(), pattern(sign, exponent, fraction), pattern(sign ^ subtract, exponent - distance, random.word()));
        }),
        gridClass('trailing zeros', 'short significands at every distance up to 30: sums that are exact, and ties among them', [31, 2, 2], 10 * times, ([distance, subtract, swap], random) => {
            const exponent = 40 + random.below(200);
            const sign = random.bit();
            return swapped(swap, pattern(sign, exponent, shortFraction(random)), pattern(sign ^ subtract, exponent - distance, shortFraction(random)));
        }),
        randomClass('any bits', 'any two patterns', 400 * times, (random) => [random.word(), random.word()]),
    ];
}
//# sourceMappingURL=adder-classes.js.map