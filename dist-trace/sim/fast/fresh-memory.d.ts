/** A `new ArrayBuffer(bytes)` with anything in it, rather than zeros. */
export declare function freshMemory(bytes: number): ArrayBuffer;
