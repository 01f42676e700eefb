/**
 * Wide bus words as bytes: the only place that touches bigint-buffer.
 *
 * The native library checks nothing: anything but a byte view aborts the process, and a value that is negative or too large for its width is
 * cut silently. Here a word is an unsigned integer of a stated width; wide words are cut into pieces the library is safe with.
 */
import bigintBuffer from 'bigint-buffer';
import { InputError, requireInteger, show } from "./check.js";
import { hexDigits } from "./width.js";
/** Widest piece handed to the library at once, in bytes. */
const PIECE_BYTES = 128;
/** Widest bus word, in bits: 1024 lanes of binary32. */
export const MAX_BUS_BITS = 1024 * 32;
/**
 * The bytes of a bus word, most significant first, as many as its width takes: `ceil(width / 8)`.
 * @param value in [0, 2^width) @param width in bits, 1..32768 @throws InputError, TypeError
 */
export function busWordToBytes(value, width) {
    requireInteger('bus word: width', width, 1, MAX_BUS_BITS);
    if (typeof value !== 'bigint')
        throw new TypeError(`bus word: expected a bigint, found ${typeof value}`);
    if (value < 0n || value >> BigInt(width) !== 0n) {
        throw new InputError(`bus word: expected an unsigned value of ${width} bits, found ${show(value)}`);
    }
    const bytes = new Uint8Array(Math.ceil(width / 8));
    let rest = value;
    for (let end = bytes.length; end > 0; end -= PIECE_BYTES) {
        const start = Math.max(0, end - PIECE_BYTES);
        bytes.set(bigintBuffer.toBufferBE(BigInt.asUintN(8 * PIECE_BYTES, rest), end - start), start);
        rest >>= BigInt(8 * PIECE_BYTES);
    }
    return bytes;
}
/** The bus word of 1..4096 bytes, most significant first. @throws InputError, TypeError */
export function busWordFromBytes(bytes) {
    if (!(bytes instanceof Uint8Array))
        throw new TypeError(`bus word: expected a Uint8Array, found ${typeof bytes}`);
    requireInteger('bus word: bytes', bytes.length, 1, MAX_BUS_BITS / 8);
    let value = 0n;
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
        // A copy: the library must see a Buffer that starts and ends where the piece does.
        const piece = Buffer.from(bytes.subarray(start, start + PIECE_BYTES));
        value = (value << BigInt(8 * piece.length)) | bigintBuffer.toBigIntBE(piece);
    }
    return value;
}
/** A bus word as `$readmemh` reads and `%h` prints it: `ceil(width / 4)` lower-case hexadecimal digits. @throws InputError, TypeError */
export function busWordToHex(value, width) {
    return Buffer.from(busWordToBytes(value, width)).toString('hex').slice(-hexDigits(width));
}
/** The bus word of hexadecimal digits. @param hex digits only, one or more @throws InputError */
export function busWordFromHex(hex) {
    if (!/^[0-9a-f]+$/i.test(hex))
        throw new InputError(`bus word: expected hexadecimal digits, found ${show(hex)}`);
    return busWordFromBytes(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'));
}
//# sourceMappingURL=bus-word.js.map