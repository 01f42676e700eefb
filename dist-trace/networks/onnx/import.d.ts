import type { Topology } from '../topology.ts';
import type { Dims } from './dims.ts';
import type { OnnxOptions } from './inputs.ts';
import type { Uncounted } from './ledger.ts';
import type { OnnxModel } from './model.ts';
export interface NamedShape {
    readonly name: string;
    readonly dims: Dims;
}
export interface OnnxImport {
    /** For one image; named after the file. Names are the file's: they may hold anything. */
    readonly topology: Topology;
    readonly inputs: readonly NamedShape[];
    readonly outputs: readonly NamedShape[];
    /** What adds or multiplies and is not in the topology. */
    readonly uncounted: readonly Uncounted[];
    /** Trained elements: weights, biases, scales and shifts, each tensor once. */
    readonly parameters: number;
    /** What a reader has to know of how layers are counted, a line each, names escaped. */
    readonly notes: readonly string[];
}
/**
 * The layers and residual additions of a model.
 * @param options sizes that the file leaves open
 * @throws InputError for an operator whose cost isn't known, shapes that don't fit, and sizes that stay open
 */
export declare function onnxTopology(model: OnnxModel, options?: OnnxOptions): OnnxImport;
