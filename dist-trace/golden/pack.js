/** Values to packed words in hexadecimal digits. */
import { hexDigits } from "../bits/width.js";
import { wordBits } from "./fields.js";
const HALF_WORD = Array.from({ length: 2 ** 16 }, (_, half) => half.toString(16).padStart(4, '0'));
/** 32 bits in 8 digits. @param bits in [0, 2^32) */
export function word32(bits) {
    return HALF_WORD[bits >>> 16] + HALF_WORD[bits & 0xffff];
}
/** A packer of plain fields: one value for each, signed ones as integers of their sign. */
export function packer(fields) {
    const widths = fields.map(({ width }) => width);
    const shifts = widths.map(BigInt);
    const digits = hexDigits(wordBits(fields));
    return (values) => {
        let word = 0n;
        for (let i = 0; i < widths.length; i++)
            word = (word << shifts[i]) | BigInt.asUintN(widths[i], values[i]);
        return word.toString(16).padStart(digits, '0');
    };
}
//# sourceMappingURL=pack.js.map