/** The CRC-32 of zip files. */
import * as zlib from 'node:zlib';
// Node 20 has it from 20.15 only.
const native = zlib.crc32;
/** The CRC-32 of `bytes`, in [0, 2^32). */
export function crc32(bytes) {
    return native === undefined ? crc32ByTable(bytes) : native(bytes);
}
/** Reflected polynomial of CRC-32 (IEEE 802.3). */
const POLYNOMIAL = 0xedb88320;
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++)
        crc = (crc >>> 1) ^ ((crc & 1) === 1 ? POLYNOMIAL : 0);
    return crc;
});
/** `crc32` without help of the platform. */
export function crc32ByTable(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff];
    return ~crc >>> 0;
}
//# sourceMappingURL=crc32.js.map