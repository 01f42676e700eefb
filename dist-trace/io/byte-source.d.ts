/** Random access to a file's bytes, wherever they are. */
/** Something of a known size whose bytes can be read at any position. */
export interface ByteSource {
    /** Its name in error messages. */
    readonly subject: string;
    /** In bytes. */
    readonly size: number;
    /** Fills `target` with the bytes from `position`. Requires position + target.length <= size. */
    read(position: number, target: Uint8Array): void;
}
/** `length` bytes of a source in an array of their own. Requires position + length <= size. */
export declare function readBytes(source: ByteSource, position: number, length: number): Uint8Array<ArrayBuffer>;
/** Bytes in memory as a source. */
export declare function memorySource(subject: string, bytes: Uint8Array): ByteSource;
/** Makes an array whose size a file decides: a file that is really that large can still be too large for memory. @throws InputError */
export declare function allocate<T>(subject: string, create: () => T): T;
