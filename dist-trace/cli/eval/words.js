/** Hexadecimal words of a test bench: from text to integers of a stated width, and back. */
import { busWordFromHex, busWordToHex } from "../../bits/bus-word.js";
import { InputError, show } from "../../bits/check.js";
import { hexDigits, toTwosComplement } from "../../bits/width.js";
function notAWord(text, { name, width }) {
    return new InputError(`${name}: expected a hexadecimal word of ${width} bits, found ${show(text)}`);
}
/** The digits of a word: 0-9 a-f A-F, an optional 0x before them, no more of them than the field has. */
function hexDigitsOf(text, field) {
    const digits = text.startsWith('0x') || text.startsWith('0X') ? text.slice(2) : text;
    if (!/^[0-9a-f]+$/i.test(digits) || digits.length > hexDigits(field.width))
        throw notAWord(text, field);
    return digits;
}
/** An unsigned word of at most 32 bits. @throws InputError */
export function parseWord(text, field) {
    const value = plainHex(text) ?? Number.parseInt(hexDigitsOf(text, field), 16);
    if (value >= 2 ** field.width)
        throw notAWord(text, field);
    return value;
}
/** The value of 1 to 8 hexadecimal digits and nothing else: the common case, several times as fast as a pattern. */
function plainHex(text) {
    if (text.length === 0 || text.length > 8)
        return undefined;
    let value = 0;
    for (let i = 0; i < text.length; i++) {
        const digit = DIGIT_VALUE[text.charCodeAt(i)];
        if (digit === NOT_A_DIGIT)
            return undefined;
        value = value * 16 + digit;
    }
    return value;
}
const NOT_A_DIGIT = 255;
const DIGIT_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
    const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
    return digit < 0 ? NOT_A_DIGIT : digit;
});
/** An unsigned word of any width. @throws InputError */
export function parseWideWord(text, field) {
    const value = busWordFromHex(hexDigitsOf(text, field));
    if (value >> BigInt(field.width) !== 0n)
        throw notAWord(text, field);
    return value;
}
/** A two's complement word of any width. @throws InputError */
export function parseSigned(text, field) {
    return BigInt.asIntN(field.width, parseWideWord(text, field));
}
/** A word of at most 32 bits in all its digits. */
export function wordText(value, width) {
    return width === 32 ? HALF_WORD[value >>> 16] + HALF_WORD[value & 0xffff] : value.toString(16).padStart(hexDigits(width), '0');
}
const HALF_WORD = Array.from({ length: 2 ** 16 }, (_, half) => half.toString(16).padStart(4, '0'));
/** A signed value as the two's complement word that `%h` prints. */
export function signedText(value, width) {
    return busWordToHex(toTwosComplement(value, width), width);
}
//# sourceMappingURL=words.js.map