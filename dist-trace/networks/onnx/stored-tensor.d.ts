import type { TensorProto } from './schema.ts';
/** Reads part of a file beside the model: a tensor's external data. @param length in bytes; undefined for all from `offset` @throws InputError */
export type ReadExternal = (location: string, offset: number, length: number) => Uint8Array;
/** Where a tensor's data is. `typed` are runs of one of the lists float_data, int32_data, int64_data, double_data, uint64_data. */
export type StoredData = {
    readonly kind: 'raw';
    readonly bytes: Uint8Array;
} | {
    readonly kind: 'typed';
    readonly list: TypedList;
    readonly runs: readonly Uint8Array[];
} | {
    readonly kind: 'external';
    readonly location: string;
    readonly offset: number;
    readonly length: number;
} | {
    readonly kind: 'sparse';
} | {
    readonly kind: 'strings';
};
declare const TYPED_LISTS: readonly ["floatData", "int32Data", "int64Data", "doubleData", "uint64Data"];
type TypedList = (typeof TYPED_LISTS)[number];
export interface StoredTensor {
    readonly name: string;
    readonly type: number;
    readonly dims: readonly number[];
    readonly count: number;
    readonly data: StoredData;
}
/** @param subject names the tensor in errors @throws InputError where shape, type and data don't fit together */
export declare function storedTensor(subject: string, proto: TensorProto): StoredTensor;
/** A sparse tensor, of which only the shape is used. */
export declare function sparseTensor(subject: string, name: string, type: number, dims: readonly number[]): StoredTensor;
export {};
