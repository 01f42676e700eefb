type NumericArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;
/** The row-major copy of a tensor stored in Fortran order. @param data elementCount(shape) elements */
export declare function toRowMajor<T extends NumericArray>(data: T, shape: readonly number[]): T;
/**
 * The indices of the element stored at `position`, such as `[0,3,1,2]`.
 * @param position in [0, elementCount(shape)) @param fortranOrder whether the first index is the fastest
 */
export declare function indicesAt(position: number, shape: readonly number[], fortranOrder: boolean): string;
export {};
