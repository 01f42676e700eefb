import type { Topology } from '../networks/topology.ts';
import type { Pair } from '../sim/convolution.ts';
/** A topology and the input size that it is for. */
export interface SourcedTopology {
    readonly topology: Topology;
    readonly inputSize: Pair;
    /** What the network is and where it is from. */
    readonly title: string;
    readonly source: string;
    /** Trained numbers, each once. */
    readonly parameters: number;
    /** What a reader must know of how it is counted, a line each. */
    readonly notes: readonly string[];
}
/** What may be said of a network's input. */
export interface InputFlags {
    readonly inputSize?: Pair | undefined;
    /** Dimensions of an ONNX file's inputs, by name. */
    readonly input?: Readonly<Record<string, readonly number[]>> | undefined;
}
/**
 * The topology that a command line names: a built-in network, or else an ONNX file.
 * @throws InputError for a name that is neither, and for an input too small or too large
 */
export declare function sourcedTopology(name: string, flags: InputFlags): Promise<SourcedTopology>;
