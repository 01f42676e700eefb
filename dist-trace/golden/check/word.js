/** Words with unknown bits: what a simulator prints of a signal, in hexadecimal or binary digits with x and z. */
import { hexDigits } from "../../bits/width.js";
/** A word all of whose bits are known. */
export function knownWord(value) {
    return { value, unknown: 0n, highZ: 0n };
}
/** @param digits hexadecimal digits, x and z, one or more */
export function wordOfHex(digits) {
    if (!/[xz]/i.test(digits))
        return knownWord(BigInt(`0x${digits}`));
    const part = (pattern, one) => BigInt(`0x${digits.replaceAll(/./g, (digit) => (pattern.test(digit) ? one : '0'))}`);
    return { value: BigInt(`0x${digits.replaceAll(/[xz]/gi, '0')}`), unknown: part(/[xz]/i, 'f'), highZ: part(/z/i, 'f') };
}
/** @param digits binary digits, x and z, one or more */
export function wordOfBits(digits) {
    if (!/[xz]/i.test(digits))
        return knownWord(BigInt(`0b${digits}`));
    const part = (pattern) => BigInt(`0b${digits.replaceAll(/./g, (digit) => (pattern.test(digit) ? '1' : '0'))}`);
    return { value: part(/1/), unknown: part(/[xz]/i), highZ: part(/z/i) };
}
/** Bits [lsb + width - 1 : lsb] of a value. */
export function slice(value, lsb, width) {
    return BigInt.asUintN(width, value >> BigInt(lsb));
}
/** Bits [lsb + width - 1 : lsb] of a word. */
export function sliceWord({ value, unknown, highZ }, lsb, width) {
    if (unknown === 0n)
        return knownWord(slice(value, lsb, width));
    return { value: slice(value, lsb, width), unknown: slice(unknown, lsb, width), highZ: slice(highZ, lsb, width) };
}
/** Hexadecimal digits of a word, as `%h` prints them: a digit with unknown bits is x, or z where all of them are. */
export function wordText({ value, unknown, highZ }, width) {
    const count = hexDigits(width);
    const digits = value.toString(16).padStart(count, '0');
    if (unknown === 0n)
        return digits;
    return Array.from({ length: count }, (_, i) => {
        const lsb = 4 * (count - 1 - i);
        if (slice(unknown, lsb, 4) === 0n)
            return digits[i];
        const there = BigInt.asUintN(Math.min(4, width - lsb), 15n);
        return slice(highZ, lsb, 4) === there ? 'z' : 'x';
    }).join('');
}
/** The bits that are set, from the lowest on, as ranges: `0, 3..5`. */
export function bitRanges(bits) {
    const ranges = [];
    const digits = bits.toString(2);
    const isSet = (bit) => digits[digits.length - 1 - bit] === '1';
    for (let bit = 0; bit < digits.length; bit++) {
        if (!isSet(bit))
            continue;
        const first = bit;
        while (isSet(bit + 1))
            bit++;
        ranges.push(first === bit ? `${first}` : `${first}..${bit}`);
    }
    return ranges.join(', ');
}
//# sourceMappingURL=word.js.map