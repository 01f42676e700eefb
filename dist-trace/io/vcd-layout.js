/** Where everything lies in the memory that the formatter of a waveform works on: what it writes, what it knows, what it reads. */
import { DECIMAL_EXPONENTS, FACTORS, THRESHOLDS } from "./vcd-real.js";
import { BLOCK_BYTES, BLOCKS, Shared } from "./vcd-shared.js";
/** The widest value that the formatter takes. */
export const MAX_FORMATTED_WIDTH = 53;
/** Text is written when there is so much of it. */
const TEXT_MARK = 2 ** 17;
/** Room beyond the mark for the lines of four signals. */
const TEXT_RESERVE = 2 ** 10;
/** Bytes behind an array of values that a vector may touch. */
const VECTOR_RESERVE = 16;
const SHARED_BYTES = 4 * (Shared.ends + BLOCKS);
/** Indices of words in the formatter's `Waveform`. */
const Waveform = {
    ...{ text: 0, at: 1, mark: 2, begun: 3, clk: 4, banks: 5, list: 6, selections: 7, factors: 8, thresholds: 9, exponents: 10 },
    ...{ wrongBank: 11, wrongIndex: 12, wrongAt: 13 },
};
const WAVEFORM_WORDS = 14;
/** Words of the formatter's `Bank`: width, signed, count, endings, realEndings, written. */
const BANK_WORDS = 6;
/** Bytes of a value in a record. */
export function valueBytes({ width }) {
    return width > 32 ? 8 : 4;
}
/** The most that a sample of these banks takes: the cycle, of each bank a word to pass over, its index and its values, and the end. */
export function recordBytes(banks, codes) {
    return banks.reduce((sum, bank, index) => sum + 8 + valueBytes(bank) * codes[index].bits.length, 8 + 4);
}
/** Takes places one after the other. */
class Places {
    end = SHARED_BYTES;
    take(bytes) {
        const at = Math.ceil(this.end / 16) * 16;
        this.end = at + bytes;
        return at;
    }
}
/** Lays out a waveform. */
export function layOut(banks, { codes }) {
    const places = new Places();
    return {
        waveform: places.take(4 * WAVEFORM_WORDS),
        table: places.take(4 * BANK_WORDS * banks.length),
        clock: places.take(8),
        banks: banks.map((bank, index) => ({
            endings: places.take(8 * codes[index].bits.length),
            realEndings: places.take(8 * codes[index].reals.length),
            written: places.take(valueBytes(bank) * codes[index].bits.length + VECTOR_RESERVE),
        })),
        list: places.take(Math.max(...codes.map(({ bits }) => 4 * bits.length), 0) + VECTOR_RESERVE),
        selections: places.take(16 * 16),
        factors: places.take(FACTORS.byteLength),
        thresholds: places.take(THRESHOLDS.byteLength),
        exponents: places.take(8 * DECIMAL_EXPONENTS.length),
        text: places.take(TEXT_MARK + TEXT_RESERVE),
        blocks: places.take(BLOCKS * BLOCK_BYTES + VECTOR_RESERVE),
        bytes: places.end,
    };
}
/** Writes what the formatter must know. @param buffer all 0 */
export function fillLayout(buffer, layout, banks, { codes, clk }) {
    const words = new Int32Array(buffer);
    const bytes = new Uint8Array(buffer);
    const { waveform, table, clock, list, selections, factors, exponents, thresholds, text } = layout;
    const known = {
        ...{ text, at: text, mark: text + TEXT_MARK, clk: clk === undefined ? 0 : clock, banks: table },
        ...{ list, selections, factors, thresholds, exponents },
    };
    for (const [name, value] of Object.entries(known))
        words[waveform / 4 + Waveform[name]] = value;
    banks.forEach(({ width, kind }, index) => {
        const { endings, realEndings, written } = layout.banks[index];
        const { bits, reals } = codes[index];
        words.set([width, Number(kind === 'signed'), bits.length, endings, reals.length === 0 ? 0 : realEndings, written], table / 4 + BANK_WORDS * index);
        writeEndings(bytes, endings, bits);
        writeEndings(bytes, realEndings, reals);
    });
    if (clk !== undefined)
        writeEndings(bytes, clock, [clk]);
    for (let lanes = 0; lanes < 16; lanes++)
        bytes.set(selection(lanes), selections + 16 * lanes);
    new Float64Array(buffer, factors).set(FACTORS);
    words.set(THRESHOLDS, thresholds / 4);
    DECIMAL_EXPONENTS.forEach((exponent, row) => { bytes.set(shortText(exponent === 0 ? '' : `e${exponent}`), exponents + 8 * row); });
}
/** The bytes of those of four lanes that are in a set, one after the other. */
function selection(lanes) {
    return [0, 1, 2, 3].filter((lane) => ((lanes >> lane) & 1) === 1).flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte));
}
/** Up to 7 characters as 8 bytes, the last of them their count. */
function shortText(text) {
    const bytes = new Uint8Array(8);
    bytes.set(Buffer.from(text, 'latin1'));
    bytes[7] = text.length;
    return bytes;
}
/** What follows a value: a space, the code and a line feed. @param codes packed (see `BankCodes`) */
function writeEndings(bytes, at, codes) {
    for (let index = 0; index < codes.length; index++) {
        const code = Buffer.alloc(4);
        code.writeUInt32LE(codes[index]);
        bytes.set(shortText(` ${code.toString('latin1', 0, 4 - (Math.clz32(codes[index]) >>> 3))}`), at + 8 * index);
    }
}
/** What the formatter found wrong last. */
export function wrongValue(words, { waveform }) {
    const word = (name) => words[waveform / 4 + Waveform[name]];
    return { bank: word('wrongBank'), index: word('wrongIndex'), at: word('wrongAt') };
}
//# sourceMappingURL=vcd-layout.js.map