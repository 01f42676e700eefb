/** A printed cell of the paper beside what the counting gives. */
import { decimalText, significantDigits } from "../decimal.js";
const SHOWN_DIGITS = 6;
/** @throws TypeError for a printed text that is no number */
export function compareCell(cell, exact) {
    const rounded = significantDigits(exact.numerator, exact.denominator, cell.digits);
    const printed = parseDecimal(cell.printed);
    const equal = sameNumber(rounded, significantDigits(...fraction(printed), cell.digits));
    const shown = significantDigits(exact.numerator, exact.denominator, Math.max(SHOWN_DIGITS, cell.digits));
    return {
        ...cell,
        exact,
        computed: decimalText(shown),
        computedAtPrintedDigits: decimalText(rounded),
        verdict: equal === (cell.inconsistent === undefined) ? (equal ? 'equal' : 'inconsistent') : 'different',
    };
}
/** `25900`, `101.2` and `1.88E+9` as decimals. */
export function parseDecimal(text) {
    const match = /^(\d+)(?:\.(\d+))?(?:E\+?(-?\d+))?$/.exec(text);
    if (match === null)
        throw new TypeError(`printed cell: expected a decimal number, found ${text}`);
    const fraction = match.at(2) ?? '';
    return { digits: BigInt(match[1] + fraction), exponent: Number(match.at(3) ?? 0) - fraction.length };
}
/** Numerator and denominator. */
function fraction({ digits, exponent }) {
    return exponent >= 0 ? [digits * 10n ** BigInt(exponent), 1n] : [digits, 10n ** BigInt(-exponent)];
}
function sameNumber(a, b) {
    const shared = Math.min(a.exponent, b.exponent);
    const aligned = ({ digits, exponent }) => digits * 10n ** BigInt(exponent - shared);
    return aligned(a) === aligned(b);
}
//# sourceMappingURL=cell.js.map