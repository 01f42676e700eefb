/** Inputs of a quantizer that are found from the quotient they are to have. */
import { FRACTION_BITS, HIDDEN_BIT, MIN_EXPONENT } from "../../bits/binary32.js";
import { normalize } from "../../bits/normalized.js";
import { bitLength } from "../../bits/width.js";
import { scaleExp, scaleMan } from "../../formats/group-scale.js";
import { pattern } from "./patterns.js";
const LARGEST_FINITE = 0x7f7f_ffff;
/** Scale exponents beyond this leave no room for quotients above the smallest subnormal number. */
const MOST_SCALE_EXPONENT = 100;
/** 2^42 below the product of the scales, the smallest quotient of any format, a number shall still be normal. */
const LOWEST_PRODUCT = -60;
/** The largest binary32 magnitude that is at most significand x 2^exponent. */
export function floorBinary32(significand, exponent) {
    if (significand === 0n)
        return 0;
    const unit = Math.max(exponent + bitLength(significand) - 1, MIN_EXPONENT) - FRACTION_BITS;
    const shift = unit - exponent;
    const kept = Number(shift >= 0 ? significand >> BigInt(shift) : significand << BigInt(-shift));
    // The hidden bit adds one to the exponent field.
    return Math.min(LARGEST_FINITE, (unit - MIN_EXPONENT + FRACTION_BITS) * HIDDEN_BIT + kept);
}
/** The largest |x| whose quotient is at most numerator x 2^exponent. */
export function inputBelow(numerator, exponent, { tensorScale, scaleCode }, format) {
    const tensor = normalize(tensorScale);
    const divisor = BigInt(tensor.significand) * BigInt(2 + scaleMan(format, scaleCode));
    return floorBinary32(numerator * divisor, exponent + tensor.exponent - 1 - scaleExp(format, scaleCode));
}
/**
 * Scales that leave every quotient a normal number.
 * @param short whether the tensor scale has so few bits that exact quotients have numbers that are exact too
 */
export function roomyScales(format, man, short, random) {
    const exp = random.below(Math.min(format.maxExp, MOST_SCALE_EXPONENT) + 1);
    const lowest = LOWEST_PRODUCT + exp;
    const exponent = lowest + random.below(126 - lowest);
    const fraction = short ? random.bits(7) << 16 : random.bits(FRACTION_BITS);
    return { tensorScale: pattern(0, exponent + 127, fraction), scaleCode: exp * 2 ** format.Mg + (format.Mg === 0 ? 0 : man) };
}
/** Any scales at all. */
export function anyScales(format, random) {
    return { tensorScale: Math.max(1, pattern(0, random.below(255), random.word())), scaleCode: random.bits(format.codeBits) };
}
//# sourceMappingURL=quantizer-operands.js.map