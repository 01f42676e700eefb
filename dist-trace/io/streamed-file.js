/** A regular file read from its beginning to its end, a part at a time. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from "../bits/check.js";
import { attempt, fileSubject } from "./fs-error.js";
import { fileKind } from "./input-file.js";
// Without it, opening a FIFO that nobody writes to would wait for ever. Windows has neither the flag nor the problem.
const NON_BLOCKING = constants.O_NONBLOCK ?? 0;
/** An open file. Its owner closes it. */
export class StreamedFile {
    /** Its name in error messages. */
    subject;
    /** In bytes, when it was opened. */
    size;
    #position = 0;
    #fd;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path) {
        this.subject = fileSubject(path);
        const fd = attempt(this.subject, 'cannot read', () => openSync(path, constants.O_RDONLY | NON_BLOCKING));
        this.#fd = fd;
        try {
            const stats = attempt(this.subject, 'cannot read', () => fstatSync(fd));
            if (!stats.isFile())
                throw new InputError(`${this.subject}: expected a regular file, found ${fileKind(stats)}`);
            this.size = stats.size;
        }
        catch (error) {
            this.close();
            throw error;
        }
    }
    /** Bytes read so far. */
    get position() {
        return this.#position;
    }
    /** Fills some of `target`. @returns how many bytes; 0 at the end of the file @throws InputError */
    read(target) {
        const fd = this.#fd;
        if (fd === undefined)
            throw new Error(`${this.subject}: the file is closed`);
        const count = attempt(this.subject, 'cannot read', () => readSync(fd, target, 0, target.length, this.#position));
        this.#position += count;
        return count;
    }
    /** Does nothing the second time. */
    close() {
        if (this.#fd === undefined)
            return;
        closeSync(this.#fd);
        this.#fd = undefined;
    }
}
//# sourceMappingURL=streamed-file.js.map