/** Inputs for a quantizer: every place where a quotient turns from one code to the next. */
import { elementInteger } from "../../formats/element.js";
import { gridClass, randomClass } from "../case-class.js";
import { fieldPatterns } from "./integer-values.js";
import { finite, pattern, signed, subnormal } from "./patterns.js";
import { anyScales, inputBelow, roomyScales } from "./quantizer-operands.js";
/** More mantissas than this are not all listed. */
const MOST_MANTISSAS = 16;
/** The smallest and the largest magnitude, subnormal and normal, and the largest power of two. */
const ENDS = [0x0000_0001, 0x007f_ffff, 0x0080_0000, 0x7f00_0000, 0x7f7f_ffff];
/** All directed classes. */
export function quantizerClasses(unit, level) {
    const times = level === 1 ? 1 : 10;
    return [...codeClasses(unit, times), ...rangeClasses(unit, times), ...(unit.randomBits > 0 ? stochasticClasses(unit, times) : [])];
}
/** x with a quotient, or its neighbour. @param next 1 for the number above the largest one that is not above the quotient, -1 for the one below */
function input(unit, quotient, next, scales, random) {
    const magnitude = inputBelow(quotient.numerator, quotient.exponent, scales, unit.scale) + next;
    return legal(unit, { x: signed(random.bit(), Math.max(0, magnitude)), ...scales, random: anyRandom(unit, random) });
}
/** An input, or where its magnitude is above the product of the scales, the largest one that is not. */
function legal(unit, wanted) {
    if (unit.codeOf(wanted) >= 0)
        return wanted;
    return { ...wanted, x: signed(wanted.x >>> 31, inputBelow(1n, 0, wanted, unit.scale)) };
}
/** The value of a magnitude code, or half way from it to the next one: beyond the largest, to 1. */
function quotientOf(element, exp, man, halfWay) {
    const { M, lsb } = element;
    const code = exp * 2 ** M + man;
    const step = 2n ** BigInt(Math.max(exp, 1) - 1);
    const magnitude = BigInt(elementInteger(element, code));
    return { numerator: 2n * magnitude + (halfWay ? step : 0n), exponent: lsb - 1 };
}
/** All mantissas, or those at both ends and patterns between them. */
function mantissas(M) {
    return 2 ** M <= MOST_MANTISSAS ? Array.from({ length: 2 ** M }, (_, man) => man) : fieldPatterns(M);
}
function codeClasses(unit, times) {
    const { element, scale } = unit;
    const exps = 2 ** element.E;
    const men = mantissas(element.M);
    const top = 2 ** element.M - 1;
    const scaleMen = 2 ** scale.Mg;
    const perCode = times * Math.max(1, Math.ceil(1500 / (exps * men.length * scaleMen)));
    const perExp = times * Math.max(1, Math.ceil(300 / (exps * scaleMen)));
    return [
        gridClass('ties', 'quotients exactly half way between two codes: a tie that goes up, down, away or to odd', [exps, men.length, scaleMen], perCode, ([exp, man, scaleMan], random) => input(unit, quotientOf(element, exp, men[man], true), 0, roomyScales(scale, scaleMan, true, random), random)),
        gridClass('near ties', 'the numbers just below and above half way, with a tensor scale of all 24 bits: a quotient that is rounded before it is compared', [exps, men.length, 2], perCode, ([exp, man, above], random) => input(unit, quotientOf(element, exp, men[man], true), above, roomyScales(scale, random.bit(), false, random), random)),
        gridClass('exact codes', 'quotients that are codes, and the numbers just below and above', [exps, men.length, 3], perCode, ([exp, man, next], random) => input(unit, quotientOf(element, exp, men[man], false), next - 1, roomyScales(scale, random.bit(), true, random), random)),
        gridClass('near codes', 'the numbers around a code, with a tensor scale of all 24 bits: what truncation and a random integer of all ones see first', [exps, men.length, 2], perCode, ([exp, man, above], random) => input(unit, quotientOf(element, exp, men[man], false), above, roomyScales(scale, random.bit(), false, random), random)),
        gridClass('mantissa overflow', 'quotients that round up from the largest mantissa of each exponent: at the tie, around it, and up to the next power of two', [exps, scaleMen, 5], perExp, ([exp, scaleMan, kind], random) => {
            const scales = roomyScales(scale, scaleMan, kind < 4, random);
            const tie = quotientOf(element, exp, top, true);
            if (kind < 3)
                return input(unit, tie, kind - 1, scales, random);
            // Above the largest mantissa comes what the next step would be: 2^(M+1) of this one's units.
            const next = { numerator: tie.numerator + 2n ** BigInt(Math.max(exp, 1) - 1), exponent: tie.exponent };
            return input(unit, next, -random.below(4), scales, random);
        }),
        gridClass('smallest normal code', 'the codes around it: the step between subnormal and normal codes, a hidden bit too many or too few', [4, 2, 5], 8 * times, ([code, halfWay, next], random) => {
            const at = Math.max(0, Math.min(element.maxMagnitudeCode, 2 ** element.M - 2 + code));
            const quotient = quotientOf(element, Math.floor(at / 2 ** element.M), at % 2 ** element.M, halfWay === 1);
            return input(unit, quotient, next - 2, roomyScales(scale, random.bit(), true, random), random);
        }),
        gridClass('half of the smallest code', 'quotients at, around and below half of code 1: zero with its sign, or one step', [12, 3, scaleMen], 4 * times, ([halvings, next, scaleMan], random) => input(unit, { numerator: 1n, exponent: element.lsb - halvings }, next - 1, roomyScales(scale, scaleMan, true, random), random)),
    ];
}
function rangeClasses(unit, times) {
    const { element, scale } = unit;
    const scaleCodes = 2 ** scale.codeBits;
    return [
        gridClass('one', 'x = scale x tensor scale, which takes the largest code, and the numbers just below', [2 ** scale.Mg, 3, 2], 40 * times, ([scaleMan, below, short], random) => input(unit, { numerator: 1n, exponent: 0 }, -below, roomyScales(scale, scaleMan, short === 1, random), random)),
        gridClass('zeros', 'both zeros with any scales: the sign stays', [2], 64 * times, ([sign], random) => ({ x: pattern(sign, 0, 0), ...anyScales(scale, random), random: anyRandom(unit, random) })),
        gridClass('every scale', 'every group scale code', [scaleCodes, 2], 2 * times, ([scaleCode, high], random) => {
            const { tensorScale } = anyScales(scale, random);
            return anyQuotient(unit, { scaleCode, tensorScale: high === 1 ? pattern(0, 200 + random.below(55), random.word()) : tensorScale }, random);
        }),
        gridClass('every tensor scale', 'every exponent of the tensor scale, from subnormal to the largest', [255], 4 * times, ([exponent], random) => {
            const scaleCode = random.below(Math.min(scaleCodes, 24));
            return anyQuotient(unit, { scaleCode, tensorScale: Math.max(1, finite(exponent, random) & 0x7fff_ffff) }, random);
        }),
        gridClass('subnormal numbers', 'a subnormal tensor scale, or x, with its leading one at every place: a significand that is not normalized', [23, 2], 16 * times, ([place, which], random) => {
            const scaleCode = random.below(Math.min(scaleCodes, 6));
            const small = subnormal(0, place, random);
            if (which === 0)
                return anyQuotient(unit, { scaleCode, tensorScale: small }, random);
            const tensorScale = pattern(0, 1 + random.below(40), random.word());
            return legal(unit, { x: signed(random.bit(), small), tensorScale, scaleCode, random: anyRandom(unit, random) });
        }),
        gridClass('ends of the exponents', 'the smallest and the largest x with the smallest and the largest scales: an exponent of the quotient that has a bit too few', [ENDS.length, ENDS.length, 4], 2 * times, ([x, tensor, end], random) => {
            const scaleCode = [0, 1, scaleCodes - 2, scaleCodes - 1][end];
            return legal(unit, { x: signed(random.bit(), ENDS[x]), tensorScale: ENDS[tensor], scaleCode, random: anyRandom(unit, random) });
        }),
        gridClass('far below', 'x that is smaller than the scales by every power of two: a shift that is too long', [64], 8 * times, ([halvings], random) => {
            const scales = roomyScales(scale, random.bit(), false, random);
            const magnitude = inputBelow(2n ** 30n + random.wide(30), -31 - halvings, scales, scale);
            return legal(unit, { x: signed(random.bit(), magnitude), ...scales, random: anyRandom(unit, random) });
        }),
        gridClass('every code', 'quotients anywhere in the range of each exponent', [2 ** element.E, 2], Math.max(8, Math.ceil(400 / 2 ** element.E)) * times, ([exp, short], random) => {
            const quotient = quotientOf(element, exp, random.bits(element.M), false);
            const within = (random.wide(24) * 2n ** BigInt(Math.max(exp, 1))) >> 24n;
            return input(unit, { numerator: quotient.numerator + within, exponent: quotient.exponent }, 0, roomyScales(scale, random.bit(), short === 1, random), random);
        }),
        randomClass('any numbers', 'any scales, any number that they allow', 1500 * times, (random) => anyQuotient(unit, anyScales(scale, random), random)),
    ];
}
function stochasticClasses(unit, times) {
    const { element, scale, randomBits } = unit;
    const largest = 2 ** randomBits - 1;
    const any = (random) => {
        const quotient = quotientOf(element, random.bits(element.E), random.bits(element.M), random.bit() === 1);
        return input(unit, quotient, random.below(3) - 1, roomyScales(scale, random.bit(), random.bit() === 1, random), random);
    };
    return [
        gridClass('random extremes', 'random integers 0, 1, half and all ones: truncation, and all but the next integer', [6], 100 * times, ([kind], random) => {
            const half = 2 ** (randomBits - 1);
            return { ...any(random), random: [0, Math.min(1, largest), half - 1, half, largest - 1, largest][kind] };
        }),
        gridClass('random threshold', 'the first random integer that rounds up, and the last that does not', [2, 2 ** element.E], Math.max(8, Math.ceil(300 / 2 ** element.E)) * times, ([below, exp], random) => {
            const quotient = quotientOf(element, exp, random.bits(element.M), false);
            const within = (random.wide(24) * 2n ** BigInt(Math.max(exp, 1))) >> 24n;
            const found = input(unit, { numerator: quotient.numerator + within, exponent: quotient.exponent }, 0, roomyScales(scale, random.bit(), random.bit() === 1, random), random);
            return { ...found, random: Math.max(0, threshold(unit, found, largest) - below) };
        }),
        gridClass('random bits', 'each bit of the random integer alone, and all but it', [randomBits, 2], 20 * times, ([bit, others], random) => ({ ...any(random), random: others === 1 ? largest - 2 ** bit : 2 ** bit })),
    ];
}
/** The smallest random integer that changes the code, or the largest one if none does: asked of the golden unit. */
function threshold(unit, given, largest) {
    const first = unit.codeOf({ ...given, random: 0 });
    let [low, high] = [0, largest];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (unit.codeOf({ ...given, random: middle }) === first)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** Any number that the scales allow, near them more often than far below. */
function anyQuotient(unit, scales, random) {
    const halvings = random.below(unit.element.M + 2 ** unit.element.E + 2);
    const magnitude = inputBelow(random.wide(30), -30 - halvings, scales, unit.scale);
    return legal(unit, { x: signed(random.bit(), magnitude), ...scales, random: anyRandom(unit, random) });
}
/** 0 and all ones are as frequent as all the others together. */
function anyRandom({ randomBits }, random) {
    if (randomBits === 0)
        return 0;
    return [random.bits(randomBits), random.bits(randomBits), 0, 2 ** randomBits - 1][random.below(4)];
}
//# sourceMappingURL=quantizer-classes.js.map