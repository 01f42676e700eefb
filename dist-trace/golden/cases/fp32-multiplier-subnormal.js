/** Products with a subnormal operand, with a subnormal result, and around the smallest numbers. */
import { HIDDEN_BIT } from "../../bits/binary32.js";
import { gridClass, pairs, range } from "../case-class.js";
import { pattern, signed, subnormal, SIGNIFICAND_BITS } from "./patterns.js";
import { nearMultiple, operandsOfProduct } from "./product-operands.js";
import { tails, tailBits } from "./tails.js";
/** Every tail that a significand can have when a product becomes subnormal; at 24 bits its half is the hidden bit. */
const TAILS = tails(1, SIGNIFICAND_BITS).filter(({ length, kind }) => length < SIGNIFICAND_BITS || kind === 'tie' || kind === 'above half');
/** How far a subnormal result is shifted: to 0, and beyond it. */
const SHIFTS = range(1, 25);
/** A shift, and how many ones the bits that it leaves end in. */
const ONES = pairs(range(1, SIGNIFICAND_BITS - 1), (shift) => range(1, SIGNIFICAND_BITS - shift));
export function subnormalProductClasses(times) {
    return [
        gridClass('subnormal operands', 'a leading one at every place of the subnormal, times numbers that make the product normal, small or large: a normalizing shift that is one off', [23, 4, 2], 10 * times, ([place, kind, swap], random) => {
            const a = subnormal(random.bit(), place, random);
            // The product's exponent field: large, around the smallest normal, subnormal, any.
            const field = [100 + random.below(20), random.below(3), -random.below(24), -30 + random.below(140)][kind];
            const b = pattern(random.bit(), Math.min(254, Math.max(1, field + 127 + 22 - place)), random.word());
            return swap === 1 ? [b, a] : [a, b];
        }),
        gridClass('subnormal single bits', 'one bit of the subnormal, at every place, and an exact product', [23, 23, 2], times, ([place, bits, swap], random) => {
            const a = pattern(random.bit(), 0, 1 << place);
            const b = pattern(random.bit(), 127 + random.below(120), (random.bits(23) >>> bits) << bits);
            return swap === 1 ? [b, a] : [a, b];
        }),
        gridClass('both subnormal', 'two subnormals: zero, with the sign of the product', [23, 23], times, ([a, b], random) => [subnormal(random.bit(), a, random), subnormal(random.bit(), b, random)]),
        gridClass('subnormal results', 'every shift, with ties, half and one bit below it, only that bit: gradual underflow that truncates, or loses what it shifts out', [TAILS.length, 2], 2 * times, ([nth, odd], random) => {
            const tail = TAILS[nth];
            // One factor is a power of two, so the other's lowest bits are the tail.
            const above = tail.length >= SIGNIFICAND_BITS - 1 ? 0 : (random.bits(23) >>> (tail.length + 1)) << (tail.length + 1);
            const last = tail.length >= SIGNIFICAND_BITS - 1 ? 0 : odd << tail.length;
            return operandsOfProduct([HIDDEN_BIT | above | last | Number(tailBits(tail)), HIDDEN_BIT], 1 - tail.length, random);
        }),
        gridClass('subnormal, round up through ones', 'a rounding carry through every number of ones of a subnormal result, at every shift', [ONES.length, 2], 2 * times, ([nth, tie], random) => {
            const [shift, ones] = ONES[nth];
            const half = 1 << (shift - 1);
            const tail = tie === 1 ? half : half | random.bits(shift - 1);
            // A zero ends the ones, unless they reach the leading one.
            const above = ones >= SIGNIFICAND_BITS - shift - 1 ? 0 : (random.bits(23) >>> (shift + ones + 1)) << (shift + ones + 1);
            return operandsOfProduct([HIDDEN_BIT | above | ((2 ** ones - 1) << shift) | tail, HIDDEN_BIT], 1 - shift, random);
        }),
        gridClass('subnormal results near half', 'the same with a long product a little off the tie: a result that is rounded to 24 bits first', [24, 2, 2], 20 * times, ([nth, over, above2], random) => nearTie(nth + 1, over === 1, above2 === 1, random)),
        gridClass('underflow to zero', 'products around half of the smallest number, and of every size below: -0 and +0, one step of gradual underflow too many or too few', [64, 2, 2, 2], times, ([below, sign, other, fraction], random) => {
            const a = fraction === 1 ? random.bits(23) : 0;
            const [x, y] = operandsOfProduct([HIDDEN_BIT | a, HIDDEN_BIT | (random.bit() === 1 ? random.bits(20) : 0)], -22 - below, random);
            return [signed(sign, x & 0x7fff_ffff), signed(other, y & 0x7fff_ffff)];
        }),
        gridClass('smallest normal', 'products around 2^-126: rounded up to it, which flushing keeps, and just below', [6, 2], 60 * times, ([kind, sign], random) => smallestNormal(kind, sign, random)),
        gridClass('shifted out', 'results that are shifted by every number of places, nothing chosen below', [SHIFTS.length, 2], 12 * times, ([nth, above2], random) => {
            const top = above2 === 1 ? 0x60_0000 : 0;
            return operandsOfProduct([HIDDEN_BIT | top | random.bits(21), HIDDEN_BIT | top | random.bits(21)], 1 - SHIFTS[nth], random);
        }),
    ];
}
/**
 * A product that is shifted by `shift`, and lies a little above or below half a unit: by less than what rounding to 24 bits takes away, or by
 * as little as can be found, which a register that is not wide enough for the shift loses.
 */
function nearTie(shift, over, above2, random) {
    const dropped = (above2 ? 24 : 23) + shift;
    const limit = 2 ** (dropped - shift - 1 - random.below(9));
    // Odd multiples of half a unit are multiples of it and a half: ask for the half, then see that it is odd.
    let found = [HIDDEN_BIT, HIDDEN_BIT];
    for (let tries = 0; tries < 16; tries++) {
        found = nearMultiple(dropped - 1, over, limit, above2, random);
        const half = Math.round((found[0] * found[1]) / 2 ** (dropped - 1));
        if (half % 2 === 1)
            break;
    }
    return operandsOfProduct(found, 1 - shift, random);
}
function smallestNormal(kind, sign, random) {
    const flip = ([a, b]) => [signed(sign, a & 0x7fff_ffff), b & 0x7fff_ffff];
    switch (kind) {
        case 0:
            // Rounds up to 2^-126 at 24 bits already.
            return flip(operandsOfProduct(nearMultiple(47, false, 2 ** 22, false, random), 0, random));
        case 1:
            // Less than half a subnormal unit below 2^-126: rounds up to it as a subnormal.
            return flip(operandsOfProduct(nearMultiple(47, false, 2 ** 23, false, random), 0, random));
        case 2:
            // Up to a few units below: the largest subnormals.
            return flip(operandsOfProduct(nearMultiple(47, false, 2 ** 25, false, random), 0, random));
        case 3:
            return flip(operandsOfProduct(nearMultiple(47, true, 2 ** 25, true, random), 1, random));
        case 4:
            // (1 - 2^-24) x 2^-126, the tie below the smallest normal number, and neighbours.
            return flip([pattern(0, 126, 0x7f_ffff - random.below(3)), pattern(0, 1, random.below(2))]);
        default:
            return flip(operandsOfProduct([HIDDEN_BIT | random.bits(23), HIDDEN_BIT | random.bits(23)], random.below(3), random));
    }
}
//# sourceMappingURL=fp32-multiplier-subnormal.js.map