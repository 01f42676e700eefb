import { type Dims } from './dims.ts';
/** Elements in row-major order: integers and truth values as numbers; an int64 beyond 2^53 is an infinity. */
export type Content = readonly number[];
export interface Tensor {
    readonly dims: Dims;
    readonly type: number;
    /** The elements, where they are followed: of constants with at most `MAX_FOLLOWED`. */
    readonly content: Content | undefined;
}
/** @param content gives the elements if they are known; called only where they are few @throws InputError for an impossible shape */
export declare function tensor(dims: Dims, type: number, content?: () => Content | undefined): Tensor;
/** A 1-d tensor of known elements. */
export declare function vector(type: number, content: Content): Tensor;
export declare function countOf({ dims }: Tensor): number;
