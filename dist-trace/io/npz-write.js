/** Arrays into .npz files: stored, with a fixed time, so that the same arrays give the same bytes. */
import { Zip, ZipPassThrough } from 'fflate';
import { InputError } from "../bits/check.js";
import { npyBytes } from "./npy-write.js";
import { MAX_ZIP_BYTES, MAX_ZIP_MEMBERS } from "./zip-directory.js";
/** An array for `writeNpz`. @param shape and @param data as for `writeNpy` */
export function npzMember(name, descr, shape, data) {
    const [header, bytes] = npyBytes(descr, shape, data);
    return { name, header, data: bytes };
}
/**
 * Writes an archive that np.load opens. The members' data is passed on in pieces, not copied as a whole.
 * @throws InputError before anything is written when the archive would reach 4 GiB, and when the file can't be written
 */
export function writeNpz(out, members) {
    requireArchiveSize(out.subject, members.map(({ name, header, data }) => ({ name, bytes: header.length + data.length })));
    const zip = new Zip((error, bytes) => {
        if (error !== null)
            throw error;
        out.write(bytes);
    });
    for (const { name, header, data } of members) {
        const file = new ZipPassThrough(`${name}.npy`);
        file.mtime = FIXED_TIME;
        zip.add(file);
        file.push(header, data.length === 0);
        for (let at = 0; at < data.length; at += PIECE_BYTES)
            file.push(data.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= data.length);
    }
    zip.end();
}
/** Checks that an archive of members of these ASCII names and sizes needs no zip64. @throws InputError */
export function requireArchiveSize(subject, members) {
    if (members.length > MAX_ZIP_MEMBERS)
        throw new InputError(`${subject}: expected at most ${MAX_ZIP_MEMBERS} arrays, found ${members.length}`);
    const total = members.reduce((sum, { name, bytes }) => sum + bytes + MEMBER_OVERHEAD + 2 * (name.length + 4), END_BYTES);
    if (total > MAX_ZIP_BYTES)
        throw new InputError(`${subject}: expected an archive below 4 GiB, found one of ${total} bytes`);
}
/** Midnight of 1980-01-01, the earliest that a zip file can say, in local time, which zip files are in. */
const FIXED_TIME = new Date(1980, 0, 1);
const PIECE_BYTES = 2 ** 22;
/** A member's local header, data descriptor and directory entry, without the two copies of its name. */
const MEMBER_OVERHEAD = 30 + 16 + 46;
const END_BYTES = 22;
//# sourceMappingURL=npz-write.js.map