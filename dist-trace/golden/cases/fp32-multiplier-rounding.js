/** Products whose rounding hangs on one bit, on both sides of 2. */
import { gridClass, range } from "../case-class.js";
import { finite, pattern, TOP_EXPONENT } from "./patterns.js";
import { anyExponent, droppedBits, nearMultiple, operandsOfProduct, withTail, withTie } from "./product-operands.js";
import { tailBits, tailsOf } from "./tails.js";
/** One list of tails for products below 2 and one for those above. */
const STICKY = [false, true].flatMap((above2) => tailsOf(droppedBits(above2)).filter(({ kind }) => kind !== 'tie').map((tail) => ({ above2, bits: Number(tailBits(tail)) })));
/** Zeros at the end of the first factor of a tie; those of the second follow. */
const TIES = [false, true].flatMap((above2) => range(0, droppedBits(above2) - 1).map((zeros) => ({ above2, zeros })));
export function productRoundingClasses(times) {
    return [
        gridClass('ties', 'products half way between two numbers, of even and odd, below and above 2: a tie that goes up, down, away or to odd', [TIES.length, 2], 10 * times, ([nth, odd], random) => {
            const { above2, zeros } = TIES[nth];
            return operandsOfProduct(withTie(zeros, { above2, odd }, random), anyExponent(random), random);
        }),
        gridClass('sticky bits', 'half and one bit below it, at every place of it, only that bit, and just below half: a sticky bit that is dropped or too short, guard and round taken for each other', [STICKY.length, 2], 6 * times, ([nth, odd], random) => {
            const { above2, bits } = STICKY[nth];
            return operandsOfProduct(withTail(bits, { above2, odd }, random), anyExponent(random), random);
        }),
        gridClass('round up through ones', 'a rounding carry through every number of ones: a carry that is lost on its way', [24, 2], 8 * times, ([ones, above2], random) => {
            const dropped = droppedBits(above2 === 1);
            return operandsOfProduct(nearMultiple(Math.min(dropped + ones, 46), false, 2 ** (dropped - 1), above2 === 1, random), anyExponent(random), random);
        }),
        gridClass('just below and above 2', 'products next to 2: a carry into the next binade by rounding, the normalizing shift at the wrong product', [2, 3], 60 * times, ([over, kind], random) => {
            const limit = [2 ** 22, 2 ** 23, 2 ** 24][kind];
            return operandsOfProduct(nearMultiple(47, over === 1, limit, over === 1, random), kind === 2 ? [1, 253, 254][random.below(3)] : anyExponent(random), random);
        }),
        gridClass('overflow', 'products at, just below and above half a unit over the largest number, and beyond: infinity too early, too late or as a NaN', [5, 2], 60 * times, ([kind, sign], random) => overflow(kind, sign, random)),
        gridClass('largest exponents', 'products of exponent fields 253 to 256: one too many or too few where infinity begins', [4, 2, 4], 20 * times, ([above, above2, fraction], random) => {
            const significand = above2 === 1 ? 0x60_0000 : 0;
            const [low, high] = [significand | (fraction === 0 ? 0 : random.bits(21)), significand | (fraction === 1 ? 0 : random.bits(21))];
            // Fields that add up to 126 + 254, give or take: the last field of a finite product is 254.
            const sum = 127 + 252 + above;
            const first = sum - TOP_EXPONENT + random.below(2 * TOP_EXPONENT - sum + 1);
            return [pattern(random.bit(), first, low), pattern(random.bit(), sum - first, high)];
        }),
        gridClass('far overflow', 'products far beyond the largest number, of every size', [128, 2], times, ([exponent, swap], random) => {
            const a = finite(127 + exponent, random);
            const b = finite(254 - random.below(Math.max(1, exponent)), random);
            return swap === 1 ? [b, a] : [a, b];
        }),
    ];
}
/** Products around 2^128 - 2^103, half a unit over the largest number. */
function overflow(kind, sign, random) {
    switch (kind) {
        case 0:
            // Less than half a unit from 2^128: rounded up to it.
            return operandsOfProduct(nearMultiple(47, false, 2 ** 22, false, random), TOP_EXPONENT, random);
        case 1:
            return operandsOfProduct(nearMultiple(47, false, 2 ** 25, false, random), TOP_EXPONENT, random);
        case 2:
            return operandsOfProduct(nearMultiple(47, true, 2 ** 25, true, random), TOP_EXPONENT + 1, random);
        default: {
            // The largest number, or one near it, times one and its neighbours.
            const largest = pattern(sign, TOP_EXPONENT, 0x7f_ffff - (kind === 3 ? 0 : random.below(4)));
            const one = pattern(random.bit(), 127, 0) + random.below(5) - 2;
            return random.bit() === 1 ? [one, largest] : [largest, one];
        }
    }
}
//# sourceMappingURL=fp32-multiplier-rounding.js.map