/** The system took nothing, and gave no reason. */
export declare class NoBytesTaken extends Error {
    readonly name = "NoBytesTaken";
}
/** Writes all of `bytes` where the descriptor stands. @throws NoBytesTaken, or what the system says */
export declare function writeAll(fd: number, bytes: Uint8Array): void;
