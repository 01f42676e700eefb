import { multiply, productBits } from "../../units/multiplier.js";
import { gridClass, randomClass } from "../case-class.js";
import { field } from "../fields.js";
import { packer } from "../pack.js";
import { fieldPatterns } from "./integer-values.js";
export function multiplierCases(x, y) {
    const fields = [
        field('in', 'x', x.codeBits, { kind: 'element', E: x.E, M: x.M }),
        field('in', 'y', y.codeBits, { kind: 'element', E: y.E, M: y.M }),
        field('out', 'product', productBits(x, y), { kind: 'signed' }),
    ];
    const pack = packer(fields);
    return {
        unit: 'multiplier',
        parameters: { E_X: x.E, M_X: x.M, E_Y: y.E, M_Y: y.M },
        fields,
        classes: (level) => classes(x, y, level),
        word: ([a, b]) => pack([BigInt(a), BigInt(b), multiply(x, a, y, b)]),
        fromInputs: ([a, b]) => [Number(a), Number(b)],
    };
}
/** More pairs than this are not all listed at level 1. */
const MOST_PAIRS = 4096;
function classes(x, y, level) {
    const times = level === 1 ? 1 : 10;
    const [xExtremes, yExtremes] = [extremeCodes(x), extremeCodes(y)];
    const [xMen, yMen] = [fieldPatterns(x.M), fieldPatterns(y.M)];
    const [xExps, yExps] = [2 ** x.E, 2 ** y.E];
    const exponent = (format, random) => random.bits(format.E);
    const significandPairs = 2 ** (x.M + y.M);
    return [
        gridClass('extreme codes', 'both zeros, the smallest and largest subnormal and normal codes, each sign, every pair', [xExtremes.length, yExtremes.length], 1, ([a, b]) => [xExtremes[a], yExtremes[b]]),
        gridClass('exponent pairs', 'every two exponents with every two signs: a shift that is one off, or too short', [xExps, yExps, 2, 2], times, ([a, b, signX, signY], random) => [
            codeOf(x, signX, a, random.bits(x.M)),
            codeOf(y, signY, b, random.bits(y.M)),
        ]),
        gridClass('exponent pairs of ones', 'every two exponents, all mantissa bits set: the largest product of each shift', [xExps, yExps, 2], 1, ([a, b, sign]) => [
            codeOf(x, sign, a, 2 ** x.M - 1),
            codeOf(y, 0, b, 2 ** y.M - 1),
        ]),
        gridClass('mantissa patterns', 'single ones, single zeros and runs of ones in both mantissas, subnormal and normal: a partial product that is missing, a hidden bit too many', [xMen.length, yMen.length, 2, 2], times, ([a, b, normalX, normalY], random) => [
            codeOf(x, random.bit(), normalX === 0 ? 0 : Math.max(1, exponent(x, random)), xMen[a]),
            codeOf(y, random.bit(), normalY === 0 ? 0 : Math.max(1, exponent(y, random)), yMen[b]),
        ]),
        gridClass('significand pairs', 'every two mantissas, where they are few', significandPairs <= MOST_PAIRS * times ? [2 ** x.M, 2 ** y.M] : [0], 1, ([a, b], random) => [
            codeOf(x, random.bit(), exponent(x, random), a),
            codeOf(y, random.bit(), exponent(y, random), b),
        ]),
        gridClass('subnormal and normal', 'exponent fields 0 and 1: the same magnitude shift, with and without the hidden bit', [2, 2, 2, 2], 16 * times, ([a, b, signX, signY], random) => [
            codeOf(x, signX, a, random.bits(x.M)),
            codeOf(y, signY, b, random.bits(y.M)),
        ]),
        gridClass('zeros', 'both zeros times every exponent: a product of 0, never -0', [2, 2, Math.max(xExps, yExps)], 2 * times, ([sign, swap, exp], random) => {
            const of = (format, zero) => (zero ? codeOf(format, sign, 0, 0) : codeOf(format, random.bit(), exp % 2 ** format.E, random.bits(format.M)));
            return [of(x, swap === 0), of(y, swap === 1)];
        }),
        randomClass('any codes', 'any two codes', 2000 * times, (random) => [random.bits(x.codeBits), random.bits(y.codeBits)]),
    ];
}
function extremeCodes(format) {
    const { M, maxMagnitudeCode } = format;
    const magnitudes = [0, 1, 2 ** M - 1, 2 ** M, 2 ** M + 1, 2 ** (M + 1) - 1, 2 ** (M + 1), maxMagnitudeCode - 1, maxMagnitudeCode, maxMagnitudeCode - 2 ** M + 1];
    const codes = magnitudes.filter((code) => code >= 0 && code <= maxMagnitudeCode).flatMap((code) => [code, code + maxMagnitudeCode + 1]);
    return [...new Set(codes)];
}
/** A code from its fields. @param exp is cut to its bits, so that without an exponent field it is 0 @param man below 2^M */
function codeOf({ M, maxMagnitudeCode }, sign, exp, man) {
    return sign * (maxMagnitudeCode + 1) + ((exp << M) & maxMagnitudeCode) + man;
}
//# sourceMappingURL=multiplier.js.map