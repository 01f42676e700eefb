/** Writing to a descriptor. */
import { writeSync } from 'node:fs';
/** The most that one write hands to the system, which takes no more than 2^31 - 1. */
const WRITE_BYTES = 2 ** 22;
/** The system took nothing, and gave no reason. */
export class NoBytesTaken extends Error {
    name = 'NoBytesTaken';
}
/** Writes all of `bytes` where the descriptor stands. @throws NoBytesTaken, or what the system says */
export function writeAll(fd, bytes) {
    for (let done = 0; done < bytes.length;) {
        const count = writeWaiting(fd, bytes.subarray(done, done + WRITE_BYTES));
        if (count === 0)
            throw new NoBytesTaken();
        done += count;
    }
}
/** Writes some of `bytes`, waiting while a descriptor that someone else made non-blocking is full. @returns how many */
function writeWaiting(fd, bytes) {
    for (;;) {
        try {
            return writeSync(fd, bytes);
        }
        catch (error) {
            if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN')
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
        }
    }
}
//# sourceMappingURL=write-all.js.map