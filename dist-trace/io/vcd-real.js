/** The decimal digits of binary32 numbers, several times as fast as the host's conversion of a number to a string. */
export const EIGHT_DIGITS = 1e8;
const MIN_EXPONENT = -149;
const MAX_EXPONENT = 127;
const MANTISSA_BITS = 24;
/** Bits of a part of a factor: its product with a mantissa is exact in the 53 bits of the host's numbers. */
const PART_BITS = 29;
const FACTOR_BITS = 3 * PART_BITS;
/**
 * For each binary exponent two rows, as its numbers lie on both sides of a power of ten at most: below it, and from it on.
 * A row is the factor that brings a mantissa to 17 digits, truncated to 87 bits: three parts, highest first, whose sum it is.
 */
export const FACTORS = new Float64Array(6 * (MAX_EXPONENT - MIN_EXPONENT + 1));
/** The decimal exponents of the rows. */
export const DECIMAL_EXPONENTS = new Int8Array(2 * (MAX_EXPONENT - MIN_EXPONENT + 1));
/** For each binary exponent the least mantissa that takes the second row. */
export const THRESHOLDS = new Int32Array(MAX_EXPONENT - MIN_EXPONENT + 1);
for (let exponent = MIN_EXPONENT; exponent <= MAX_EXPONENT; exponent++) {
    const binade = exponent - MIN_EXPONENT;
    const decimal = Math.floor(exponent * Math.log10(2));
    THRESHOLDS[binade] = leastMantissa(decimal + 1, exponent);
    for (const side of [0, 1]) {
        DECIMAL_EXPONENTS[2 * binade + side] = decimal + side;
        FACTORS.set(factorParts(exponent - (MANTISSA_BITS - 1), 16 - decimal - side), 3 * (2 * binade + side));
    }
}
/** The least mantissa whose number in a binade is at least 10^decimal. */
function leastMantissa(decimal, exponent) {
    const scale = MANTISSA_BITS - 1 - exponent;
    const [over, under] = ratio(scale, decimal);
    return Math.min(Number((over + under - 1n) / under), 2 ** MANTISSA_BITS);
}
function factorParts(two, ten) {
    const leading = Math.floor(two + ten * Math.log2(10));
    const scale = FACTOR_BITS - 1 - leading;
    const [over, under] = ratio(two + scale, ten);
    const factor = over / under;
    return [2, 1, 0].map((part) => {
        const shift = part * PART_BITS;
        return Number((factor >> BigInt(shift)) & ((1n << BigInt(PART_BITS)) - 1n)) * 2 ** (shift - scale);
    });
}
/** 2^two x 10^ten as a quotient. */
function ratio(two, ten) {
    const power = (base, exponent) => base ** BigInt(Math.max(exponent, 0));
    return [power(2n, two) * power(10n, ten), power(2n, -two) * power(10n, -ten)];
}
const result = { head: 0, tail: 0, exponent: 0 };
/**
 * A binary32 number to 17 significant digits: as many as tell any two binary64 numbers apart, and the exact value where it has no more.
 * The digits are within 0.5 + 2^-20 units of the last one; a reader gets the same number from any within 0.55.
 * @param magnitude the pattern of a finite number above 0 @returns an object that the next call overwrites
 */
export function decimal17(magnitude) {
    let binade = (magnitude >>> 23) - 127 - MIN_EXPONENT;
    let mantissa = (magnitude & 0x7f_ffff) | 0x80_0000;
    if (magnitude < 0x80_0000) {
        const shift = Math.clz32(magnitude) - (32 - MANTISSA_BITS);
        mantissa = magnitude << shift;
        binade = -126 - shift - MIN_EXPONENT;
    }
    const row = 2 * binade + (mantissa >= THRESHOLDS[binade] ? 1 : 0);
    const high = mantissa * FACTORS[3 * row];
    // `high` is above 2^53 and so an integer, and what is left of it is exact. The quotient may be one or two too small, and the rest then carries;
    // it is never too large, as all binary32 numbers have shown.
    const quotient = (high * (1 / EIGHT_DIGITS)) | 0;
    const rest = (high - quotient * EIGHT_DIGITS + (mantissa * FACTORS[3 * row + 1] + mantissa * FACTORS[3 * row + 2]) + 0.5) | 0;
    const carry = (rest / EIGHT_DIGITS) | 0;
    result.head = quotient + carry;
    result.tail = rest - carry * EIGHT_DIGITS;
    result.exponent = DECIMAL_EXPONENTS[row];
    return result;
}
//# sourceMappingURL=vcd-real.js.map