/**
 * The central directory of a zip archive: what is in it, and where. Only the directory says so; local headers are not searched for.
 *
 * fflate's unzipSync is not used for reading: with a wrong size, offset or checksum it returns wrong bytes without an error.
 */
import { InputError, show } from "../bits/check.js";
import { readBytes } from "./byte-source.js";
/** Without the zip64 directory, which is not read, nothing is larger than this. */
export const MAX_ZIP_BYTES = 2 ** 32 - 2;
/** As many members as fit without zip64. */
export const MAX_ZIP_MEMBERS = 2 ** 16 - 2;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 2 ** 16 - 1;
const MAX_DIRECTORY_BYTES = 2 ** 26;
const ZIP64_FIELD = 0x0001;
const IN_ZIP64_FIELD = 0xffffffff;
/** The members of an archive in the directory's order, no two with one name and none overlapping another. @throws InputError */
export function readZipDirectory(source) {
    const { subject } = source;
    if (source.size > MAX_ZIP_BYTES)
        throw new InputError(`${subject}: expected an archive below 4 GiB, found ${source.size} bytes`);
    const end = findEnd(source);
    if (end.bytes > MAX_DIRECTORY_BYTES)
        throw new InputError(`${subject}: expected a zip directory of at most 64 MiB, found ${end.bytes} bytes`);
    const directory = readBytes(source, end.offset, end.bytes);
    const entries = parseEntries(subject, directory, end.count);
    requireDistinctNames(subject, entries);
    return withLimits(subject, entries, end.offset);
}
/** The end record: the last thing in the file but for a comment, whose length it states. */
function findEnd(source) {
    const { subject, size } = source;
    const tail = readBytes(source, Math.max(0, size - END_BYTES - MAX_COMMENT_BYTES), Math.min(size, END_BYTES + MAX_COMMENT_BYTES));
    const view = new DataView(tail.buffer);
    for (let at = tail.length - END_BYTES; at >= 0; at--) {
        if (view.getUint32(at, true) !== END_SIGNATURE || at + END_BYTES + view.getUint16(at + 20, true) !== tail.length)
            continue;
        const end = { count: view.getUint16(at + 10, true), bytes: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) };
        if (view.getUint32(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== end.count) {
            throw new InputError(`${subject}: expected a zip archive in one file, found a part of several`);
        }
        if (end.count > MAX_ZIP_MEMBERS || end.offset > MAX_ZIP_BYTES) {
            throw new InputError(`${subject}: expected at most ${MAX_ZIP_MEMBERS} members below 4 GiB, found a zip64 directory`);
        }
        if (end.offset + end.bytes > size - tail.length + at) {
            throw new InputError(`${subject}: expected the zip directory inside the file of ${size} bytes, found it at ${end.offset}, ${end.bytes} bytes long`);
        }
        return end;
    }
    throw new InputError(`${subject}: expected a zip archive (.npz), found no zip directory at its end: not one, or truncated`);
}
function parseEntries(subject, directory, count) {
    const entries = [];
    let at = 0;
    for (let i = 0; i < count; i++) {
        const { entry, next } = parseEntry(subject, directory, at);
        entries.push(entry);
        at = next;
    }
    if (at !== directory.length) {
        throw new InputError(`${subject}: expected a zip directory of ${directory.length} bytes, found ${count} members in ${at}`);
    }
    return entries;
}
function parseEntry(subject, directory, at) {
    const view = new DataView(directory.buffer);
    const here = `${subject}: zip directory, byte ${at}`;
    if (at + ENTRY_BYTES > directory.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
        throw new InputError(`${here}: expected a member's entry, found something else`);
    }
    const nameBytes = view.getUint16(at + 28, true);
    const extraStart = at + ENTRY_BYTES + nameBytes;
    const extraEnd = extraStart + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > directory.length)
        throw new InputError(`${here}: expected a whole entry, found the directory's end`);
    const flags = view.getUint16(at + 8, true);
    const name = Buffer.from(directory.subarray(at + ENTRY_BYTES, extraStart)).toString((flags & 0x800) === 0 ? 'latin1' : 'utf8');
    const [bytes, compressedBytes, offset] = widen(here, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)], new DataView(directory.buffer, extraStart, extraEnd - extraStart));
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    return { entry: { name, nameBytes, flags, method, crc, compressedBytes, bytes, offset }, next };
}
/** Numbers that don't fit in 32 bits, which numpy says of sizes above 2 GiB, stand in the zip64 field, in their order. */
function widen(here, numbers, extra) {
    if (!numbers.includes(IN_ZIP64_FIELD))
        return [...numbers];
    for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
        if (extra.getUint16(at, true) !== ZIP64_FIELD)
            continue;
        const end = at + 4 + extra.getUint16(at + 2, true);
        let next = at + 4;
        return numbers.map((number) => {
            if (number !== IN_ZIP64_FIELD)
                return number;
            if (next + 8 > end || end > extra.byteLength)
                throw new InputError(`${here}: expected 64-bit sizes, found a zip64 field without them`);
            next += 8;
            // A value beyond 2^53 loses its last bits, and is refused for its size anyway.
            return Number(extra.getBigUint64(next - 8, true));
        });
    }
    throw new InputError(`${here}: expected 64-bit sizes, found no zip64 field`);
}
function requireDistinctNames(subject, entries) {
    const names = new Set();
    for (const { name } of entries) {
        if (names.has(name))
            throw new InputError(`${subject}: expected every member once, found ${show(name)} twice`);
        names.add(name);
    }
}
function withLimits(subject, entries, directoryOffset) {
    const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
    const limits = new Map(inOrder.map((entry, i) => [entry, inOrder[i + 1]?.offset ?? directoryOffset]));
    return entries.map(({ nameBytes, ...entry }, i) => {
        const limit = limits.get(entries[i]) ?? directoryOffset;
        if (entry.offset + LOCAL_BYTES + nameBytes + entry.compressedBytes > limit) {
            throw new InputError(`${subject}: ${show(entry.name)}: expected ${entry.compressedBytes} bytes of its own, found it overlapping or outside the archive`);
        }
        return { ...entry, limit };
    });
}
//# sourceMappingURL=zip-directory.js.map