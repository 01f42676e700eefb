import type { Pair } from '../../sim/convolution.ts';
import { type Dims } from './dims.ts';
import type { OnnxModel } from './model.ts';
/** What the file may leave open. */
export interface OnnxOptions {
    /** Images of a first dimension that the file leaves open; 1 if it isn't said. */
    readonly batch?: number | undefined;
    /** Size of the image, [h, w]. */
    readonly inputSize?: Pair | undefined;
    /** All dimensions of inputs, by their names. */
    readonly inputs?: Readonly<Record<string, readonly number[]>> | undefined;
}
export interface SizedInputs {
    readonly dims: ReadonlyMap<string, Dims>;
    /** Images. */
    readonly batch: number;
}
/** @throws InputError for what stays open, for a size that contradicts the file, and for an option that nothing takes */
export declare function sizedInputs(model: OnnxModel, options: OnnxOptions): SizedInputs;
