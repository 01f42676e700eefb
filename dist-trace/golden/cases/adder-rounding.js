/** Sums whose rounding hangs on one bit, for each place where the normalizer can put the last place of the result. */
import { HIDDEN_BIT } from "../../bits/binary32.js";
import { gridClass, pairs, range } from "../case-class.js";
import { exponentAbove, operandsOf, significandWith } from "./adder-operands.js";
import { ALL_ONES, pattern, SIGNIFICAND_BITS, TOP_EXPONENT } from "./patterns.js";
import { tails, tailBits } from "./tails.js";
const TIES = (tail) => tail.kind === 'tie';
/** A tail of 24 bits is a whole significand: its half is the hidden bit, which is always there. */
const IN_SIGNIFICAND = (tail) => tail.length < SIGNIFICAND_BITS || tail.kind === 'tie' || tail.kind === 'above half';
/** Tails of a smaller operand at every distance. */
const ALL_TAILS = tails(1, SIGNIFICAND_BITS).filter(IN_SIGNIFICAND);
export function roundingClasses(times) {
    const ties = ALL_TAILS.filter(TIES);
    const sticky = ALL_TAILS.filter((tail) => !TIES(tail));
    return [
        gridClass('ties', 'sums half way between two numbers, of even and odd, at every distance: a tie that goes up, down, away or to odd', [ties.length, 2, 2], 6 * times, ([tail, odd, subtract], random) => inPlace(ties[tail], odd, subtract === 1, random)),
        gridClass('sticky bits', 'half and one bit below it, at every place of it, and only that bit: a sticky bit that is dropped or too short, guard and round taken for each other', [sticky.length, 2], 2 * times, ([tail, subtract], random) => inPlace(sticky[tail], random.bit(), subtract === 1, random)),
        gridClass('carry out', 'the same tails, in a sum that carries out: the bit that is shifted out becomes part of the tail', [CARRY_TAILS.length], 2 * times, ([tail], random) => carryOut(CARRY_TAILS[tail], random)),
        gridClass('below a power of two', 'the same tails, in a difference that is normalized by one place: the guard bit becomes the last one', [ALL_TAILS.length], 2 * times, ([tail], random) => belowPower(ALL_TAILS[tail], random)),
        gridClass('round up through ones', 'a rounding carry through every number of ones, up to the next binade: a carry that is lost on its way', [SIGNIFICAND_BITS + 1, 2, 2], 4 * times, ([ones, tie, subtract], random) => throughOnes(ones, tie === 1, subtract === 1, random)),
        gridClass('double rounding', 'tails one rounding to more bits turns into a tie, for every number of more bits', [DOUBLE_ROUNDING.length, 2, 2, 2], times, ([nth, above, odd, subtract], random) => roundedTwice(DOUBLE_ROUNDING[nth][0], DOUBLE_ROUNDING[nth][1], above === 1, odd, subtract === 1, random)),
        gridClass('overflow', 'sums at, just below and above half a unit over the largest number: infinity too early, too late or as a NaN', [27, OVERFLOW_TAILS, 2], 2 * times, ([distance, tail, swap], random) => overflow(distance, tail, swap, random)),
    ];
}
/** A sum or difference that needs no normalization, so that the tail of the smaller operand is that of the result. */
function inPlace(tail, odd, subtract, random) {
    const distance = tail.length;
    const room = subtract ? 0x60_0000 : 0;
    // At distance 1 the smaller operand is kept below 1.5, so that neither a carry nor a borrow moves the leading one.
    const small = significandWith(tail, random) & ~(distance === 1 ? 0x40_0000 : 0);
    const lastBit = odd ^ ((small >>> distance) & 1);
    const large = HIDDEN_BIT | room | (random.bits(21) & ~1) | lastBit;
    return operandsOf({ exponent: exponentAbove(distance, random), distance, large, small, subtract }, random);
}
/** With a carry out, the tail is one bit longer than the distance: its half is the last bit of the sum. */
const CARRY_TAILS = tails(1, SIGNIFICAND_BITS - 1);
function carryOut(tail, random) {
    const distance = tail.length - 1;
    const bits = Number(tailBits(tail));
    const half = bits >>> distance;
    const below = bits & ((1 << distance) - 1);
    const small = HIDDEN_BIT | ((random.bits(23) >>> distance) << distance) | below;
    // As many leading ones as make even the smallest aligned operand carry.
    const leading = ((1 << distance) - 1) << (23 - distance);
    const lastBit = half ^ ((small >>> distance) & 1);
    const large = HIDDEN_BIT | leading | (random.bits(23) & ~1) | lastBit;
    return operandsOf({ exponent: exponentAbove(distance, random), distance, large, small, subtract: false }, random);
}
/** 1.0 minus less than a half: one leading zero, so that the tail is one bit shorter than the distance. */
function belowPower(tail, random) {
    const distance = tail.length + 1;
    return operandsOf({ exponent: exponentAbove(distance, random), distance, large: HIDDEN_BIT, small: significandWith(tail, random), subtract: true }, random);
}
/** A result that ends in `ones` ones and is rounded up. @param ones 0..24 */
function throughOnes(ones, tie, subtract, random) {
    const distance = 3 + random.below(21);
    const low = ones === 0 ? 0 : 2 ** Math.min(ones, 23) - 1;
    const upper = ones >= 22 ? 0 : (random.bits(23) >>> (ones + 1)) << (ones + 1);
    const kept = ones >= 23 ? ALL_ONES : HIDDEN_BIT | (ones < 22 ? 0x40_0000 : 0) | upper | low;
    const half = 2 ** (distance - 1);
    const rest = random.below(half);
    // A difference is the kept bits and one unit minus the tail: the same value above half from a tail below it.
    const borrow = subtract && kept !== ALL_ONES;
    const tail = tie ? half : borrow ? Math.max(1, half - rest) : half + rest;
    const small = HIDDEN_BIT | ((random.bits(23) >>> distance) << distance) | tail;
    const shifted = Math.floor(small / 2 ** distance);
    const large = borrow ? kept + shifted + 1 : kept - shifted;
    if (large > ALL_ONES)
        return throughOnes(ones, tie, false, random);
    return operandsOf({ exponent: exponentAbove(distance, random), distance, large, small, subtract: borrow }, random);
}
/** How many bits below the half are equal, and at what distance. */
const DOUBLE_ROUNDING = pairs(range(1, 20), (equal) => range(equal + 3, Math.min(equal + 5, 23)));
/** A tail 0111..1x or 1000..0x: near a tie, and rounded to it by who rounds before the x. */
function roundedTwice(equal, distance, above, odd, subtract, random) {
    const below = distance - 1 - equal;
    const rest = above ? 1 + random.below(2 ** (below - 1) - 1) : 2 ** below - 1 - random.below(2 ** (below - 1) - 1);
    const middle = above ? 2 ** (distance - 1) : (2 ** equal - 1) * 2 ** below;
    const small = HIDDEN_BIT | ((random.bits(23) >>> distance) << distance) | middle | rest;
    const lastBit = odd ^ ((small >>> distance) & 1);
    const large = HIDDEN_BIT | (subtract ? 0x60_0000 : 0) | (random.bits(21) & ~1) | lastBit;
    return operandsOf({ exponent: exponentAbove(distance, random), distance, large, small, subtract }, random);
}
/** None, below half, half, above half, and any second operand. */
const OVERFLOW_TAILS = 5;
function overflow(distance, tail, swap, random) {
    const sign = random.bit();
    const half = distance === 0 ? 0 : 2 ** (distance - 1);
    const below = Math.max(0, half - 1);
    const bits = [0, below === 0 ? 0 : 1 + random.below(below), half, half + (below === 0 ? 0 : 1 + random.below(below)), random.bits(Math.min(distance, 23))][tail];
    const upper = (random.bits(23) >>> Math.min(distance, 23)) << distance;
    // At distance 24 the smaller operand is a half or more, and beyond always less.
    const small = distance >= SIGNIFICAND_BITS ? HIDDEN_BIT | (bits & 0x7f_ffff) : HIDDEN_BIT | (upper & 0x7f_ffff) | bits;
    const large = distance === 0 ? random.bits(23) : tail === 4 ? random.bits(23) : ALL_ONES - Math.floor(small / 2 ** distance);
    const a = pattern(sign, TOP_EXPONENT, large);
    const b = pattern(sign, TOP_EXPONENT - distance, small);
    return swap === 1 ? [b, a] : [a, b];
}
//# sourceMappingURL=adder-rounding.js.map