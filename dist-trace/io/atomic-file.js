/**
 * An output file that appears whole or not at all: written under a temporary name in the target's folder, renamed when it is complete.
 *
 * A target that is not a regular file (a device, a pipe) is written directly, and never renamed over or deleted.
 */
import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, constants, fchmodSync, lstatSync, openSync, readlinkSync, realpathSync, renameSync, statSync, unlinkSync, } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { InputError } from "../bits/check.js";
import { attempt, fileSubject } from "./fs-error.js";
import { NoBytesTaken, writeAll } from "./write-all.js";
const openOutputs = new Set();
/** Aborts every output that is neither committed nor aborted, as on an interrupt. */
export function abortOpenOutputs() {
    for (const output of openOutputs)
        output.abort();
}
/**
 * Opens `path` for writing, so that an unwritable place is found before any long work. An existing file keeps its contents until `commit`
 * and its mode after; a symbolic link is followed.
 * @throws InputError when the file cannot be created or is a directory
 */
export function openOutput(path) {
    const subject = fileSubject(path);
    const output = attempt(subject, 'cannot write', () => new Output(subject, openDestination(subject, path)));
    openOutputs.add(output);
    return output;
}
class Output {
    subject;
    #destination;
    #open = true;
    #endLoan;
    constructor(subject, destination) {
        this.subject = subject;
        this.#destination = destination;
    }
    write(bytes) {
        this.#requireOpen();
        this.#orAbort(() => {
            writeAll(this.#destination.fd, bytes);
        });
    }
    commit() {
        this.#requireOpen();
        const { rename } = this.#destination;
        try {
            attempt(this.subject, 'cannot write', () => {
                this.#close();
                if (rename !== undefined)
                    renameSync(rename.from, rename.to);
            });
        }
        catch (error) {
            this.#removeTemporary();
            throw error;
        }
    }
    abort() {
        if (!this.#open)
            return;
        try {
            this.#close();
        }
        catch {
            // What was written is thrown away: whether the system kept it doesn't matter.
        }
        this.#removeTemporary();
    }
    lend(end) {
        this.#requireOpen();
        const { fd, rename } = this.#destination;
        if (rename === undefined || this.#endLoan !== undefined)
            return undefined;
        this.#endLoan = end;
        return {
            fd,
            orAbort: (call) => {
                this.#requireOpen();
                this.#orAbort(call);
            },
        };
    }
    #requireOpen() {
        if (!this.#open)
            throw new Error(`${this.subject}: the output is already committed or aborted`);
    }
    #orAbort(call) {
        try {
            attempt(this.subject, 'cannot write', call);
        }
        catch (error) {
            this.abort();
            throw error instanceof NoBytesTaken ? new InputError(`${this.subject}: cannot write: the system took no bytes`) : error;
        }
    }
    #close() {
        const { fd, owned } = this.#destination;
        this.#open = false;
        openOutputs.delete(this);
        try {
            this.#endLoan?.();
        }
        finally {
            if (owned)
                closeSync(fd);
        }
    }
    #removeTemporary() {
        const { rename } = this.#destination;
        if (rename === undefined)
            return;
        try {
            unlinkSync(rename.from);
        }
        catch {
            // Already gone, or no longer ours to remove: there is nothing better to do.
        }
    }
}
function openDestination(subject, path) {
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory() === true)
        throw new InputError(`${subject}: cannot write: expected a file, found a directory`);
    const inherited = inheritedDescriptor(path);
    if (existing !== undefined && inherited !== undefined)
        return { fd: inherited, owned: false, rename: undefined };
    if (existing?.isFile() === false)
        return { fd: openSync(path, constants.O_WRONLY), owned: true, rename: undefined };
    const to = existing === undefined ? linkTarget(path) : realpathSync(path);
    if (existing !== undefined)
        accessSync(to, constants.W_OK);
    if (basename(to) === '' || to.endsWith('/'))
        throw new InputError(`${subject}: cannot write: expected a file, found a folder name`);
    const from = join(dirname(to), `.mlsim-${randomBytes(8).toString('hex')}.tmp`);
    const fd = openSync(from, 'wx', 0o666);
    if (existing !== undefined)
        keepMode(fd, existing.mode);
    return { fd, owned: true, rename: { from, to } };
}
/**
 * The descriptor that /dev/stdout, /dev/stderr or /dev/fd/N names. That very descriptor is used, not opened again: a file would be written from
 * its beginning (and, renamed over, leave the shell with a deleted one), and a socket, which is what a Node parent gives, can't be opened.
 */
function inheritedDescriptor(path) {
    if (path === '/dev/stdout')
        return 1;
    if (path === '/dev/stderr')
        return 2;
    const digits = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
/** Where a path that names nothing yet leads, through symbolic links that dangle. */
function linkTarget(path) {
    let target = path;
    while (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
        const link = readlinkSync(target);
        // The folder is resolved by the system, not as text: a `..` after a link doesn't lead back.
        target = isAbsolute(link) ? link : `${realpathSync(dirname(target))}/${link}`;
    }
    return target;
}
/** Best effort: some file systems have no modes. */
function keepMode(fd, mode) {
    try {
        fchmodSync(fd, mode & 0o777);
    }
    catch {
        // The content matters more than the mode.
    }
}
//# sourceMappingURL=atomic-file.js.map