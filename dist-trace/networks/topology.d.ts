/** A whole network as its costs need it: the layers that multiply, and what lies between them. */
import type { NetworkLayer } from './layer.ts';
/** A layer with what surrounds it. */
export interface TopologyLayer extends NetworkLayer {
    /** Whether batch normalization follows. */
    readonly normalized: boolean;
    /** Whether each output channel has a bias. */
    readonly bias: boolean;
    /** Whether it takes the network's input, so that its input gradient is never needed. */
    readonly fromInput: boolean;
}
/** A residual addition of one image. */
export interface ResidualAddition {
    readonly name: string;
    /** Elements of the block's output: additions of the forward pass. */
    readonly outputs: number;
    /** Elements of the block's input: additions of the backward pass, where both branches' gradients meet. */
    readonly inputs: number;
}
export interface Topology {
    readonly name: string;
    /** In the order of the forward pass. */
    readonly layers: readonly TopologyLayer[];
    readonly additions: readonly ResidualAddition[];
}
/** What is the same for all convolutions of a network. */
interface Surroundings {
    readonly normalized: boolean;
    readonly bias: boolean;
}
/** A topology whose convolutions are all alike, whose fully connected layers have biases, and whose first layer alone takes the input. */
export declare function topology(name: string, layers: readonly NetworkLayer[], convolutions: Surroundings, additions?: readonly ResidualAddition[]): Topology;
/** A layer without its surroundings. */
export declare function bareLayer({ name, kind, ci, co, kernel, stride, padding, dilation, groups, input }: NetworkLayer): NetworkLayer;
export {};
