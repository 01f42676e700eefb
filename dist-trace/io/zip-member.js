/** The bytes of one member of a zip archive, verified: length and checksum. */
import { inflateRawSync } from 'node:zlib';
import { InputError, show } from "../bits/check.js";
import { readBytes } from "./byte-source.js";
import { crc32 } from "./crc32.js";
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;
/** A member is taken for a decompression bomb when it is larger than this and compresses better than this. */
const BOMB_BYTES = 2 ** 26;
const BOMB_RATIO = 200;
const INFLATE_CHUNK_BYTES = 2 ** 20;
/** Reads a member. @param subject names it in errors @throws InputError when it is not exactly what the directory announces */
export function readZipMember(source, entry, subject) {
    if ((entry.flags & ENCRYPTED) !== 0)
        throw new InputError(`${subject}: expected an unencrypted member, found an encrypted one`);
    const bytes = decode(source, entry, subject);
    const crc = crc32(bytes);
    if (crc !== entry.crc)
        throw new InputError(`${subject}: expected CRC-32 ${hex(entry.crc)}, found ${hex(crc)}: the file is damaged`);
    return bytes;
}
function decode(source, entry, subject) {
    const { method, bytes, compressedBytes } = entry;
    switch (method) {
        case STORED:
            if (bytes !== compressedBytes)
                throw wrongSize(subject, bytes, compressedBytes);
            return readBytes(source, dataOffset(source, entry, subject), compressedBytes);
        case DEFLATED:
            if (bytes > BOMB_BYTES && bytes > compressedBytes * BOMB_RATIO) {
                throw new InputError(`${subject}: expected at most ${BOMB_RATIO} times the compressed size, found ${compressedBytes} bytes for ${bytes}: if that is right, store it uncompressed (np.savez)`);
            }
            return inflate(readBytes(source, dataOffset(source, entry, subject), compressedBytes), bytes, subject);
        default:
            throw new InputError(`${subject}: expected a stored or deflated member, found compression method ${method}`);
    }
}
/** Where the data starts: after the local header, whose name and extra field have lengths of their own. */
function dataOffset(source, entry, subject) {
    const header = new DataView(readBytes(source, entry.offset, LOCAL_BYTES).buffer);
    if (header.getUint32(0, true) !== LOCAL_SIGNATURE || header.getUint16(8, true) !== entry.method) {
        throw new InputError(`${subject}: expected its zip header at byte ${entry.offset}, found something else`);
    }
    const offset = entry.offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
    if (offset + entry.compressedBytes > entry.limit) {
        throw new InputError(`${subject}: expected ${entry.compressedBytes} bytes, found room for ${Math.max(0, entry.limit - offset)}`);
    }
    return offset;
}
function inflate(compressed, bytes, subject) {
    try {
        const { buffer, engine } = inflateRawSync(compressed, {
            info: true,
            maxOutputLength: Math.max(1, bytes),
            chunkSize: Math.min(INFLATE_CHUNK_BYTES, Math.max(64, bytes)),
        });
        if (buffer.length !== bytes)
            throw wrongSize(subject, bytes, buffer.length);
        if (engine.bytesWritten !== compressed.length) {
            throw new InputError(`${subject}: expected ${compressed.length} compressed bytes, found the data's end after ${engine.bytesWritten}`);
        }
        return buffer;
    }
    catch (error) {
        if (error instanceof InputError || !(error instanceof Error) || !('code' in error))
            throw error;
        if (error.code === 'ERR_BUFFER_TOO_LARGE')
            throw wrongSize(subject, bytes, 'more');
        throw new InputError(`${subject}: expected deflated data, found it broken: ${show(error.code)} (${error.message})`, { cause: error });
    }
}
function wrongSize(subject, expected, found) {
    return new InputError(`${subject}: expected the announced ${expected} bytes, found ${found}`);
}
function hex(crc) {
    return crc.toString(16).padStart(8, '0');
}
//# sourceMappingURL=zip-member.js.map