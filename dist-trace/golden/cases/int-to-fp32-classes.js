/** Integers for a converter to binary32: every place of the leading one, every tail, every range of exponents. */
import { MAX_EXPONENT, MIN_EXPONENT } from "../../bits/binary32.js";
import { maxSigned, minSigned } from "../../bits/width.js";
import { LSB_EXPONENT_BITS } from "../../units/group-scaler.js";
import { gridClass, pairs, randomClass, range } from "../case-class.js";
import { fieldPatterns } from "./integer-values.js";
import { SIGNIFICAND_BITS } from "./patterns.js";
import { tailBits, tails } from "./tails.js";
const LOWEST_LSB = -(2 ** (LSB_EXPONENT_BITS - 1));
const HIGHEST_LSB = -LOWEST_LSB - 1;
/** Exponent of the smallest subnormal number. */
const SMALLEST = MIN_EXPONENT - SIGNIFICAND_BITS + 1;
/** At level 1, no more tails than this of any kind of result. */
const MOST_TAILS = 1500;
/** All directed classes. @param width Q, bits of the signed integer */
export function converterClasses(width, level) {
    const times = level === 1 ? 1 : 10;
    return [...integerClasses(width, times), ...roundingClasses(width, times), ...smallClasses(width, times), ...largeClasses(width, times)];
}
function integerClasses(width, times) {
    const lsbs = fieldPatterns(LSB_EXPONENT_BITS).map((word) => Number(BigInt.asIntN(LSB_EXPONENT_BITS, BigInt(word))));
    return [
        gridClass('leading one', 'a leading one at every place, alone, before ones, before anything, of both signs: a leading-zero count that is one off', [width - 1, 3, 2], 8 * times, ([place, kind, negative], random) => {
            const one = 1n << BigInt(place);
            const magnitude = [one, 2n * one - 1n, one | random.wide(place)][kind];
            return [negative === 1 ? -magnitude : magnitude, normalLsb(place + 1, random)];
        }),
        gridClass('most negative', 'the one integer whose magnitude has as many bits as the word, and its neighbours', [4], 40 * times, ([nth], random) => [[minSigned(width), minSigned(width) + 1n, maxSigned(width), -1n][nth], normalLsb(width, random)]),
        gridClass('zero', 'q = 0 with any exponent is +0', [lsbs.length], times, ([nth]) => [0n, lsbs[nth]]),
        gridClass('every exponent', 'every exponent there is, with an integer of any length', [2 ** LSB_EXPONENT_BITS], times, ([nth], random) => [signedInteger(anyMagnitude(width, random), random), LOWEST_LSB + nth]),
        randomClass('any bits', 'any two words', 500 * times, (random) => [random.signed(width), LOWEST_LSB + random.bits(LSB_EXPONENT_BITS)]),
    ];
}
function roundingClasses(width, times) {
    // A word of Q bits has magnitudes of Q - 1 bits, so as many below 24 at most.
    const all = tails(1, Math.max(0, width - 1 - SIGNIFICAND_BITS));
    const ties = all.filter(({ kind }) => kind === 'tie');
    const sticky = all.filter(({ kind }) => kind !== 'tie');
    const carries = pairs(range(0, SIGNIFICAND_BITS), () => ties.map(({ length }) => length));
    return [
        gridClass('ties', 'half way between two numbers, of even and odd, of every length: a tie that goes up, down, away or to odd', [ties.length, 2, 2], 20 * times, ([nth, odd, negative], random) => rounded(ties[nth], odd, negative, random)),
        gridClass('sticky bits', 'half and one bit below it, at every place of it, only that bit, and just below half: a sticky bit that is dropped or too short', [sticky.length, 2], repeats(sticky.length, times), ([nth, odd], random) => rounded(sticky[nth], odd, random.bit(), random)),
        gridClass('round up through ones', 'a rounding carry through every number of ones, up to the next binade: a carry that is lost on its way', [carries.length, 2], repeats(carries.length, times), ([nth, tie], random) => {
            const [ones, length] = carries[nth];
            const half = 1n << BigInt(length - 1);
            const tail = tie === 1 ? half : half | random.wide(length - 1);
            return [signedInteger((endingInOnes(ones, random) << BigInt(length)) | tail, random), normalLsb(SIGNIFICAND_BITS + length, random)];
        }),
    ];
}
function smallClasses(width, times) {
    // How many bits a subnormal result keeps, and its tail.
    const all = tails(1, width - 1);
    const kept = (tail) => Math.min(SIGNIFICAND_BITS - 1, width - 1 - tail.length);
    const ties = pairs(range(0, SIGNIFICAND_BITS - 1), (bits) => range(1, width - 1 - bits));
    return [
        gridClass('subnormal results', 'half way between two subnormal numbers, for every number of kept bits and every length: gradual underflow that truncates or shifts one too far', [ties.length, 2], repeats(ties.length, times), ([nth, above], random) => {
            const [bits, length] = ties[nth];
            const half = 1n << BigInt(length - 1);
            return [signedInteger((leadingOne(bits, random) << BigInt(length)) | half | (above === 1 ? random.wide(length - 1) : 0n), random), SMALLEST - length];
        }),
        gridClass('subnormal sticky bits', 'one bit below the half of a subnormal result, at every place', [all.length], repeats(all.length, times), ([nth], random) => {
            const tail = all[nth];
            return [signedInteger((random.wide(kept(tail)) << BigInt(tail.length)) | tailBits(tail), random), SMALLEST - tail.length];
        }),
        gridClass('subnormal, round up through ones', 'a rounding carry through every number of ones of a subnormal result, up to the next power of two', [Math.min(SIGNIFICAND_BITS - 1, width - 2), 2, 2], 8 * times, ([less, tie, whole], random) => {
            const ones = less + 1;
            const length = 1 + random.below(width - 1 - ones);
            const room = Math.min(SIGNIFICAND_BITS - 1, width - 1 - length) - ones - 1;
            // The ones alone, or a zero before them and anything before that.
            const upper = whole === 1 || room < 1 ? 0n : random.wide(room) << BigInt(ones + 1);
            const half = 1n << BigInt(length - 1);
            const tail = tie === 1 ? half : half | random.wide(length - 1);
            return [signedInteger(((upper | ((1n << BigInt(ones)) - 1n)) << BigInt(length)) | tail, random), SMALLEST - length];
        }),
        gridClass('smallest normal', 'ones just below 2^-126, of every length: rounded up to it, which flushing keeps, or not', [Math.max(0, width - SIGNIFICAND_BITS), 2, 4], 4 * times, ([extra, negative, less], random) => {
            const length = SIGNIFICAND_BITS + extra;
            const magnitude = 2n ** BigInt(length) - 1n - (less === 0 ? 0n : random.wide(Math.min(extra + less - 1, length - 1)));
            const q = magnitude > maxSigned(width) ? maxSigned(width) : magnitude;
            return [negative === 1 ? -q : q, MIN_EXPONENT - length];
        }),
        gridClass('underflow to zero', 'at, above and below half of the smallest number, and far below it: -0 and +0, one step too many or too few', [width - 1, 5, 2], times, ([place, kind, negative], random) => {
            const one = 1n << BigInt(place);
            const magnitude = kind === 0 ? one : kind === 1 ? 2n * one - 1n : one | random.wide(place);
            // The leading one weighs half of the smallest number, less, or far less.
            const exponent = kind < 3 ? SMALLEST - 1 : kind === 3 ? SMALLEST - 2 - random.below(4) : SMALLEST - 2 - random.below(400);
            return [negative === 1 ? -magnitude : magnitude, Math.max(LOWEST_LSB, exponent - place)];
        }),
        gridClass('subnormal, exact', 'subnormal results that need no rounding, a leading one at every place', [SIGNIFICAND_BITS - 1, 2], 4 * times, ([place, low], random) => {
            const length = Math.min(place + 1, width - 1);
            return [signedInteger(leadingOne(length, random), random), SMALLEST + (low === 1 ? place + 1 - length : 0)];
        }),
    ];
}
function largeClasses(width, times) {
    return [
        gridClass('overflow', 'ones just below 2^128, of every length, rounded up to infinity or not; and just beyond', [width - 1, 4, 2], 2 * times, ([place, kind, negative], random) => {
            const ones = 2n ** BigInt(place + 1) - 1n;
            // All ones; ones with a short tail less; any; twice as large.
            const less = kind === 1 ? random.wide(Math.min(place, Math.max(0, place + 1 - SIGNIFICAND_BITS))) : kind === 2 ? random.wide(place) : 0n;
            const exponent = kind === 3 ? MAX_EXPONENT + 1 : MAX_EXPONENT;
            return [negative === 1 ? less - ones : ones - less, exponent - place];
        }),
        gridClass('far overflow', 'exponents beyond binary32, up to the largest', [32, 2], 4 * times, ([step, negative], random) => {
            const magnitude = anyMagnitude(width, random);
            return [negative === 1 ? -magnitude : magnitude, HIGHEST_LSB - step * random.below(28)];
        }),
    ];
}
/** A long list of tails is used once at level 1, a short one more often. */
function repeats(length, times) {
    return times * Math.max(1, Math.floor(MOST_TAILS / Math.max(1, length)));
}
/** Kept bits of 24, even or odd, before a tail. */
function rounded(tail, odd, negative, random) {
    const kept = (leadingOne(SIGNIFICAND_BITS, random) & ~1n) | BigInt(odd);
    const magnitude = (kept << BigInt(tail.length)) | tailBits(tail);
    return [negative === 1 ? -magnitude : magnitude, normalLsb(SIGNIFICAND_BITS + tail.length, random)];
}
/** Kept bits of 24 that end in ones after a zero. @param ones 0..24 */
function endingInOnes(ones, random) {
    const kept = leadingOne(SIGNIFICAND_BITS, random) | ((1n << BigInt(ones)) - 1n);
    return ones < SIGNIFICAND_BITS - 1 ? kept & ~(1n << BigInt(ones)) : kept;
}
/** An integer of some bits, its leading one set; 0 of no bits. */
function leadingOne(bits, random) {
    return bits === 0 ? 0n : (1n << BigInt(bits - 1)) | random.wide(bits - 1);
}
function anyMagnitude(width, random) {
    return leadingOne(1 + random.below(width - 1), random);
}
function signedInteger(magnitude, random) {
    return random.bit() === 1 ? -magnitude : magnitude;
}
/** An exponent for which an integer of some length is a normal number, and stays one when rounded up. */
function normalLsb(length, random) {
    return MIN_EXPONENT - length + 1 + random.below(MAX_EXPONENT - MIN_EXPONENT);
}
//# sourceMappingURL=int-to-fp32-classes.js.map