/** The most that a 32-bit address reaches, less a page that no range ends in. */
export declare const MAX_MEMORY_BYTES: number;
/** A memory of at least so many bytes, with anything in it, or undefined where the system has no more. */
export declare function takeMemory(bytes: number): WebAssembly.Memory | undefined;
/** Makes a memory one of at least so many bytes. @throws RangeError where the system has no more */
export declare function growMemory(memory: WebAssembly.Memory, bytes: number): void;
/** Gives a memory back that nothing reads any more. */
export declare function returnMemory(memory: WebAssembly.Memory): void;
