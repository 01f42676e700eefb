/** An open file. Its owner closes it. */
export declare class StreamedFile {
    #private;
    /** Its name in error messages. */
    readonly subject: string;
    /** In bytes, when it was opened. */
    readonly size: number;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path: string);
    /** Bytes read so far. */
    get position(): number;
    /** Fills some of `target`. @returns how many bytes; 0 at the end of the file @throws InputError */
    read(target: Uint8Array): number;
    /** Does nothing the second time. */
    close(): void;
}
