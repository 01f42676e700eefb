/** The array that holds each dtype. */
export interface NpyArrays {
    '|u1': Uint8Array;
    '<u2': Uint16Array;
    '<u4': Uint32Array;
    '<f4': Float32Array;
    '<f8': Float64Array;
}
/** A dtype as numpy's `descr` names it. */
export type NpyDescr = keyof NpyArrays;
/** The constructors of those arrays. */
export declare const NPY_ARRAYS: {
    readonly '|u1': Uint8ArrayConstructor;
    readonly '<u2': Uint16ArrayConstructor;
    readonly '<u4': Uint32ArrayConstructor;
    readonly '<f4': Float32ArrayConstructor;
    readonly '<f8': Float64ArrayConstructor;
};
/** All of them. */
export declare const NPY_DESCRS: readonly NpyDescr[];
/** Bytes of an element of dtype `descr`, which ends in its decimal size. */
export declare function itemBytes(descr: string): number;
/** `descr` if it is one of `accepted`. @throws InputError naming what is accepted */
export declare function requireDescr<D extends string>(subject: string, descr: string, accepted: readonly D[]): D;
/** Typed arrays have the host's byte order, and the files are little-endian. @throws Error on a big-endian host */
export declare function requireLittleEndian(order?: "BE" | "LE"): void;
