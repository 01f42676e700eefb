/** A regular file opened for reading. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from "../bits/check.js";
import { attempt, fileSubject } from "./fs-error.js";
/** The most that one read asks of the system, which takes no more than 2^31 - 1. */
const READ_BYTES = 2 ** 22;
/**
 * Opens the regular file at `path`, gives it to `use` and closes it.
 * @throws InputError when it cannot be opened or read, is not a regular file, or shrinks meanwhile
 */
export function withInputFile(path, use) {
    const subject = fileSubject(path);
    const fd = attempt(subject, 'cannot read', () => openSync(path, constants.O_RDONLY | NON_BLOCKING));
    try {
        const stats = attempt(subject, 'cannot read', () => fstatSync(fd));
        if (!stats.isFile())
            throw new InputError(`${subject}: expected a regular file, found ${fileKind(stats)}`);
        return use(fileSource(subject, fd, stats.size));
    }
    finally {
        closeSync(fd);
    }
}
// Without it, opening a FIFO that nobody writes to would wait for ever. Windows has neither the flag nor the problem.
const NON_BLOCKING = constants.O_NONBLOCK ?? 0;
function fileSource(subject, fd, size) {
    return {
        subject,
        size,
        read: (position, target) => {
            for (let done = 0; done < target.length;) {
                const length = Math.min(READ_BYTES, target.length - done);
                const count = attempt(subject, 'cannot read', () => readSync(fd, target, done, length, position + done));
                if (count === 0)
                    throw new InputError(`${subject}: cannot read: expected ${size} bytes, found only ${position + done}`);
                done += count;
            }
        },
    };
}
/** What a file is, in words. */
export function fileKind(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a pipe';
    if (stats.isSocket())
        return 'a socket';
    return stats.isFile() ? 'a regular file' : 'a device';
}
//# sourceMappingURL=input-file.js.map