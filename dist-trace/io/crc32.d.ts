/** The CRC-32 of `bytes`, in [0, 2^32). */
export declare function crc32(bytes: Uint8Array): number;
/** `crc32` without help of the platform. */
export declare function crc32ByTable(bytes: Uint8Array): number;
