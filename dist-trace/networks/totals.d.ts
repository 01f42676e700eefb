import type { Topology, TopologyLayer } from './topology.ts';
/** Trainable numbers of a layer: weights, biases, and a factor and an offset for each normalized channel. */
export declare function parameterCount(layer: TopologyLayer): number;
export interface Totals {
    readonly parameters: number;
    /** Without biases and normalization. */
    readonly weights: number;
    /** Multiply-accumulates of the forward pass of one image, those in the padding included. */
    readonly products: number;
    /** Residual additions of the forward pass of one image, element by element. */
    readonly additions: number;
}
export declare function totals({ layers, additions }: Topology): Totals;
