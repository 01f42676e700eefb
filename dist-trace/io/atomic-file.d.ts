/** A file being written. A failed `write` or `commit` aborts it. */
export interface OutputFile {
    /** Its name in error messages. */
    readonly subject: string;
    /** Appends all of `bytes`. @throws InputError when the system refuses (no space, broken pipe...) */
    write(bytes: Uint8Array): void;
    /** Closes the file and gives it its name. @throws InputError */
    commit(): void;
    /** Closes the file and removes what was written. Does nothing after `commit` or another `abort`. */
    abort(): void;
    /**
     * Lends the descriptor, once, to one that writes by itself. Undefined for a device or a pipe, which may make its user wait for as long as it
     * likes.
     * @param end called before the file is closed, in whatever way: from then on nobody may use the descriptor
     */
    lend?(end: () => void): Loan | undefined;
}
export interface Loan {
    readonly fd: number;
    /** Runs something that writes. Its failure aborts the file. @throws InputError for a failure of the system, as `write` */
    orAbort(call: () => void): void;
}
/** Aborts every output that is neither committed nor aborted, as on an interrupt. */
export declare function abortOpenOutputs(): void;
/**
 * Opens `path` for writing, so that an unwritable place is found before any long work. An existing file keeps its contents until `commit`
 * and its mode after; a symbolic link is followed.
 * @throws InputError when the file cannot be created or is a directory
 */
export declare function openOutput(path: string): OutputFile;
