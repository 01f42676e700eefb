/** A network as data: where it is from, and its topology for an input size. */
import type { Pair } from '../sim/convolution.ts';
import type { NetworkLayer } from './layer.ts';
import { type Topology } from './topology.ts';
/** What a network is made from. */
export interface NetworkDescription {
    readonly name: string;
    readonly title: string;
    /** The paper, and the implementation where that differs. */
    readonly source: string;
    /** The input size that published figures are for, [h, w]. */
    readonly inputSize: Pair;
    /** @throws InputError for an input too small */
    topology(inputSize: Pair): Topology;
}
export interface Network extends NetworkDescription {
    /** Convolutions and fully connected layers, in the order of the forward pass. @throws InputError for an input too small */
    layers(inputSize: Pair): readonly NetworkLayer[];
}
/** A network whose layers are those of its topology. */
export declare function network(description: NetworkDescription): Network;
