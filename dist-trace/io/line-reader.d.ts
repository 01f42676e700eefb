/** An open file of lines. Bytes are taken as Latin-1: what isn't ASCII is left for the reader of a line to refuse. */
export declare class LineReader {
    #private;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path: string);
    get subject(): string;
    /** In bytes. */
    get size(): number;
    /** The number of the line that `next` returned last, from 1. */
    get lineNumber(): number;
    /** Whether that line has its line end; the last one of a file may not. */
    get terminated(): boolean;
    /** The next line without its line end (LF or CR LF), or undefined at the end of the file. @throws InputError */
    next(): string | undefined;
    /** Does nothing the second time. */
    close(): void;
}
