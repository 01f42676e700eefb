/** What the analysis knows of a value. */
import type { TopologyLayer } from '../topology.ts';
import type { Vertex } from './flow.ts';
import type { Tensor } from './tensor.ts';
export interface Constant {
    readonly tensor: Tensor;
    readonly vertex?: undefined;
    /** The name of the tensor that holds its elements: its own, or that of the one it is a view of. */
    readonly origin: string;
}
export interface Activation {
    readonly tensor: Tensor;
    readonly vertex: Vertex;
    /** The layer whose outputs these are, with its bias perhaps, but nothing else in between. */
    readonly layer: LayerEntry | undefined;
}
export type Known = Constant | Activation;
/** A layer whose surroundings are still being found out. */
export interface LayerEntry {
    layer: TopologyLayer;
    /** Output channels as the graph has them: the length of a bias. */
    readonly channels: number;
}
export declare function isActivation(known: Known | undefined): known is Activation;
