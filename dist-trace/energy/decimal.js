/** Exact quotients of integers in decimal, rounded once, half away from zero. */
/** `numerator / denominator` with a fixed number of decimals. @param denominator above 0; neither is negative */
export function fixedDecimal(numerator, denominator, decimals) {
    const scaled = roundedQuotient(numerator * 10n ** BigInt(decimals), denominator);
    const digits = String(scaled).padStart(decimals + 1, '0');
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
/** The first `count` significant digits, rounded; 0 has none. @param denominator above 0; neither is negative */
export function significantDigits(numerator, denominator, count) {
    if (numerator === 0n)
        return { digits: 0n, exponent: 0 };
    // The quotient has this many digits before its point, or one more.
    let exponent = String(numerator).length - String(denominator).length - count;
    for (;;) {
        const digits = exponent >= 0 ? roundedQuotient(numerator, denominator * 10n ** BigInt(exponent)) : roundedQuotient(numerator * 10n ** BigInt(-exponent), denominator);
        if (String(digits).length <= count)
            return { digits, exponent };
        exponent++;
    }
}
/** A decimal as people write it: 101.2, 25900, and 5.12E+5 from a hundred thousand. */
export function decimalText({ digits, exponent }) {
    const text = String(digits);
    const magnitude = text.length + exponent;
    if (digits !== 0n && magnitude > 5) {
        return `${text[0]}${text.length > 1 ? `.${text.slice(1)}` : ''}E+${magnitude - 1}`;
    }
    if (exponent >= 0)
        return text + '0'.repeat(exponent);
    const padded = text.padStart(1 - exponent, '0');
    return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
function roundedQuotient(numerator, denominator) {
    return (2n * numerator + denominator) / (2n * denominator);
}
//# sourceMappingURL=decimal.js.map