/** One value that is not what it should be: both sides read, and how they differ. */
import { CANONICAL_NAN, isNaNBits, isZero, MIN_EXPONENT } from "../../bits/binary32.js";
import { ulpDistance } from "./binary32-reading.js";
import { readWord } from "./reading.js";
import { bitRanges, knownWord } from "./word.js";
export const NAN_POLICIES = ['canonical', 'any', 'bits'];
/** Whether two known binary32 patterns are both NaNs. */
export function bothNaN(expected, found) {
    return isNaNBits(Number(expected)) && isNaNBits(Number(found));
}
/** The bits of a known value that are wrong in a word, unknown ones included. */
export function wrongBits(expected, found) {
    return (expected ^ found.value) | found.unknown;
}
/** Explains a difference. */
export function explainDifference(name, kind, width, expected, found, policy) {
    const isNumber = kind.kind === 'binary32' && policy !== 'bits' && found.unknown === 0n;
    return {
        name,
        width,
        expected: side(kind, width, knownWord(expected), policy),
        found: side(kind, width, found, policy),
        bits: bitRanges((expected ^ found.value) & ~found.unknown),
        unknownBits: bitRanges(found.unknown),
        ulp: isNumber ? (ulpDistance(Number(expected), Number(found.value)) ?? null) : null,
        remark: isNumber ? (binary32Remark(Number(expected), Number(found.value)) ?? '') : '',
    };
}
/** A value without another one to compare it with. */
export function oneSided(name, kind, width, word, where, policy) {
    const there = side(kind, width, word, policy);
    const nothing = { bits: '', unknownBits: bitRanges(word.unknown), ulp: null, remark: '' };
    return { name, width, expected: where === 'expected' ? there : null, found: where === 'found' ? there : null, ...nothing };
}
function side(kind, width, word, policy) {
    const { hex, text } = readWord('', kind, word, width);
    return { hex, text: kind.kind === 'binary32' && policy === 'bits' ? '' : text };
}
/** The name of a difference between two binary32 patterns, where it has one. */
export function binary32Remark(expected, found) {
    if (expected === found)
        return undefined;
    if (isNaNBits(expected) && isNaNBits(found))
        return expected === CANONICAL_NAN ? 'NaN with another encoding' : 'another NaN';
    if (isZero(expected) && isZero(found))
        return 'sign of zero';
    if (expected === (found ^ 0x8000_0000) >>> 0)
        return 'sign';
    if (isZero(found) && isSubnormal(expected))
        return `a zero where a subnormal (below 2^${MIN_EXPONENT}) is due`;
    if (isZero(expected) && isSubnormal(found))
        return 'a subnormal where a zero is due';
    return undefined;
}
/** Whether a nonzero pattern is below the normal numbers. */
function isSubnormal(bits) {
    return (bits & 0x7f80_0000) === 0 && !isZero(bits);
}
//# sourceMappingURL=difference.js.map