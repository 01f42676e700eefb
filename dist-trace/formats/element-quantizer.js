/**
 * The quantizer of an element (paper Alg. 1 lines 9-14, Eq. 4): an exact quotient, rounded once.
 *
 * Significands have 24 bits, a group scale 2 and a random integer at most 24, so that each numerator and denominator below is an integer
 * under 2^53 and the host's doubles compute with them exactly.
 */
import { normalize } from "../bits/normalized.js";
import { scaleExp, scaleMan } from "./group-scale.js";
export const ROUNDINGS = ['nearest', 'stochastic', 'truncate'];
export const MANTISSA_OVERFLOWS = ['clip', 'carry'];
export const MAX_RANDOM_BITS = 24;
/** Below this shift the quotient is under 2^-28: too small for any rounding mode, and any 24-bit random integer, to make it 1. */
const LOWEST_SHIFT = -27;
/** No quotient is shifted up by more: M + 3 for a normal element, M + 3 for a subnormal one. */
const HIGHEST_SHIFT = 13;
/** powerOfTwo[shift - LOWEST_SHIFT] = 2^|shift|. */
const powerOfTwo = Float64Array.from({ length: HIGHEST_SHIFT - LOWEST_SHIFT + 1 }, (_, i) => 2 ** Math.abs(i + LOWEST_SHIFT));
/**
 * The quantizer of one group: x = |X| / (S_g x S_t) to a code (Alg. 1 lines 9-14).
 * The result of the returned function is -1 when |X| is above S_g x S_t: outside of the format.
 * @param tensorScale bit pattern of a positive finite binary32 number
 */
export function elementQuantizer(format, scaleFormat, scaleCode, tensorScale, { rounding, mantissaOverflow, randomBits }) {
    const { E, M, emin, lsb, maxMagnitudeCode } = format;
    const signBit = maxMagnitudeCode + 1;
    const tensor = normalize(tensorScale);
    // S_g x S_t = divisor x 2^divisorExponent, divisor < 3 x 2^24.
    const divisor = tensor.significand * (2 + scaleMan(scaleFormat, scaleCode));
    const divisorExponent = tensor.exponent - 1 - scaleExp(scaleFormat, scaleCode);
    const randomRange = 2 ** randomBits;
    const hiddenBit = 2 ** M;
    const carry = mantissaOverflow === 'carry' && E > 0;
    /** Rounds numerator x 2^shift / divisor to an integer. */
    function roundQuotient(numerator, shift, random) {
        if (shift < LOWEST_SHIFT)
            return 0;
        const power = powerOfTwo[shift - LOWEST_SHIFT];
        const dividend = shift >= 0 ? numerator * power : numerator;
        const by = shift >= 0 ? divisor : divisor * power;
        const floor = Math.floor(dividend / by);
        const remainder = dividend - floor * by;
        switch (rounding) {
            case 'truncate':
                return floor;
            case 'nearest':
                return 2 * remainder > by || (2 * remainder === by && floor % 2 === 1) ? floor + 1 : floor;
            case 'stochastic':
                return Math.floor((remainder * randomRange) / by) + random >= randomRange ? floor + 1 : floor;
        }
    }
    return (bits, random) => {
        const sign = bits >>> 31 === 1 ? signBit : 0;
        const magnitude = bits & 0x7fff_ffff;
        if (magnitude === 0)
            return sign;
        // The same as normalize(magnitude), without an object for each element.
        const biased = magnitude >>> 23;
        const subnormalShift = biased === 0 ? Math.clz32(magnitude) - 8 : 0;
        const significand = biased === 0 ? magnitude << subnormalShift : (magnitude & 0x7f_ffff) | 0x80_0000;
        const exponent = biased === 0 ? -149 - subnormalShift : biased - 150;
        // x = significand / divisor x 2^scale, and the fraction lies in (1/6, 1): e = floor(log2 x) = scale - normalizing.
        const scale = exponent - divisorExponent;
        const normalizing = 2 * significand >= divisor ? 1 : 4 * significand >= divisor ? 2 : 3;
        const e = scale - normalizing;
        if (e >= 0) {
            const isOne = e === 0 && significand * 2 ** scale === divisor;
            return isOne ? sign | maxMagnitudeCode : -1;
        }
        if (E > 0 && e >= emin) {
            const n = roundQuotient(significand, scale + M - e, random);
            const exp = e - emin + 1;
            const overflows = n === 2 * hiddenBit;
            if (!overflows)
                return sign | (exp << M) | (n - hiddenBit);
            const largest = (exp << M) | (hiddenBit - 1);
            return sign | (carry ? Math.min(largest + 1, maxMagnitudeCode) : largest);
        }
        const n = roundQuotient(significand, scale - lsb, random);
        if (n < hiddenBit || carry)
            return sign | n;
        return sign | (hiddenBit - 1);
    };
}
//# sourceMappingURL=element-quantizer.js.map