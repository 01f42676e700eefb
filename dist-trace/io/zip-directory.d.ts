import { type ByteSource } from './byte-source.ts';
/** A member of an archive, as the central directory describes it. Nothing of it is verified but its place. */
export interface ZipEntry {
    readonly name: string;
    /** General purpose flags: bit 0 encrypted. */
    readonly flags: number;
    /** 0 stored, 8 deflated. */
    readonly method: number;
    readonly crc: number;
    readonly compressedBytes: number;
    readonly bytes: number;
    /** Where its local header starts. */
    readonly offset: number;
    /** Where it has to have ended: the next member's start, or that of the directory. */
    readonly limit: number;
}
/** Without the zip64 directory, which is not read, nothing is larger than this. */
export declare const MAX_ZIP_BYTES: number;
/** As many members as fit without zip64. */
export declare const MAX_ZIP_MEMBERS: number;
/** The members of an archive in the directory's order, no two with one name and none overlapping another. @throws InputError */
export declare function readZipDirectory(source: ByteSource): ZipEntry[];
