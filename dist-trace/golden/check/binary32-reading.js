/** How a binary32 pattern reads, and how far one is from another. */
import { CANONICAL_NAN, EXPONENT_BIAS, FRACTION_MASK, isInfinity, isNaNBits, isSignalingNaN, isZero, MIN_EXPONENT, SIGN_BIT, signOf } from "../../bits/binary32.js";
import { binary32Value } from "../../bits/host-float.js";
/** The shortest decimal that reads back as this number. @param value exact in binary32, finite */
export function shortestDecimal(value) {
    if (Object.is(value, -0))
        return '-0';
    for (let digits = 1; digits < 9; digits++) {
        const decimal = Number(value.toPrecision(digits));
        if (Math.fround(decimal) === value)
            return String(decimal);
    }
    // Nine digits tell any two binary32 numbers apart.
    return String(Number(value.toPrecision(9)));
}
/** A pattern's value or special name, and its fields. */
export function binary32Text(bits) {
    const fraction = bits & FRACTION_MASK;
    const mantissa = `mantissa ${fraction.toString(16).padStart(6, '0')}`;
    const sign = signOf(bits) === 1 ? '-' : '+';
    if (bits === CANONICAL_NAN)
        return 'NaN (canonical)';
    if (isNaNBits(bits))
        return `${isSignalingNaN(bits) ? 'signaling NaN' : 'quiet NaN'} (sign ${sign}, ${mantissa})`;
    if (isInfinity(bits))
        return `${sign}infinity`;
    if (isZero(bits))
        return `${sign}0`;
    const biased = (bits >>> 23) & 0xff;
    const decimal = shortestDecimal(binary32Value(bits));
    if (biased === 0)
        return `${decimal} (subnormal, sign ${sign}, exponent ${MIN_EXPONENT}, ${mantissa})`;
    return `${decimal} (sign ${sign}, exponent ${biased - EXPONENT_BIAS}, ${mantissa})`;
}
/** The patterns as integers in the order of the numbers; both zeros are 0. */
function ordered(bits) {
    const magnitude = bits & ~SIGN_BIT;
    return signOf(bits) === 1 ? 0 - magnitude : magnitude;
}
/** The distance of two numbers in units in the last place: how many numbers on, infinities after the largest. Undefined for a NaN. */
export function ulpDistance(a, b) {
    if (isNaNBits(a) || isNaNBits(b))
        return undefined;
    return Math.abs(ordered(a) - ordered(b));
}
//# sourceMappingURL=binary32-reading.js.map