import type { ReadExternal, StoredTensor } from './stored-tensor.ts';
type ElementUse = (value: number, position: number) => void;
/** Whether elements of a type can be read. */
export declare function isReadable(type: number): boolean;
/**
 * Calls `use` with each element and its position. An int64 beyond 2^53 is an infinity of its sign.
 * @param subject names the tensor in errors @throws InputError for data of another length than its shape says, or that can't be had
 */
export declare function readElements(subject: string, stored: StoredTensor, readExternal: ReadExternal | undefined, use: ElementUse): void;
export {};
