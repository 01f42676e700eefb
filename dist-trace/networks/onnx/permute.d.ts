import { type Dims } from './dims.ts';
/** A tensor in memory, row-major. */
export interface Values {
    readonly dims: Dims;
    readonly data: Float32Array;
}
/** @param order which axis comes at each place; undefined: reversed @throws InputError where it isn't each axis once */
export declare function permuted(subject: string, { dims, data }: Values, order: readonly number[] | undefined): Values;
