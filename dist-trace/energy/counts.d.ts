import type { ResidualAddition, TopologyLayer } from '../networks/topology.ts';
import { type Unit } from './arithmetic.ts';
import type { Convention } from './convention.ts';
export declare const WORKLOADS: readonly ["training", "inference"];
/** One training step (forward, backward, update), or the forward pass alone. */
export type Workload = (typeof WORKLOADS)[number];
/** What is counted. */
export interface Scope {
    readonly workload: Workload;
    readonly convention: Convention;
    /** Images of the step. */
    readonly batch: number;
}
export declare const CONV_PASSES: readonly ["forward", "weightGradient", "inputGradient"];
export type ConvPass = (typeof CONV_PASSES)[number];
export type ConvCounts = Readonly<Record<Unit, bigint>>;
/** An operation on elements, or on weights. */
export interface ElementCounts {
    readonly elements: bigint;
    readonly mul: bigint;
    readonly add: bigint;
}
export declare const LAYER_ROWS: readonly ["bn", "fc", "sgd", "dqActivation", "dqWeight"];
/** The counts of one layer. */
export interface LayerCounts extends Readonly<Record<(typeof LAYER_ROWS)[number], ElementCounts>> {
    readonly conv: Readonly<Record<ConvPass, ConvCounts>>;
}
/** The counts of a residual addition: forward where the branches meet, backward where their gradients do. */
export interface AdditionCounts {
    readonly forward: ElementCounts;
    readonly backward: ElementCounts;
}
/** Whether a layer is the first convolution, which conventions treat differently. */
export declare function isFirstConvolution({ kind, fromInput }: TopologyLayer): boolean;
/** @throws InputError where the kernel doesn't fit the input */
export declare function layerCounts(layer: TopologyLayer, { workload, convention, batch }: Scope): LayerCounts;
export declare function additionCounts({ outputs, inputs }: ResidualAddition, { workload, batch }: Scope): AdditionCounts;
export declare const NO_OPERATIONS: ConvCounts;
export declare const NO_ELEMENTS: ElementCounts;
export declare function addConv(a: ConvCounts, b: ConvCounts): ConvCounts;
export declare function addElements(a: ElementCounts, b: ElementCounts): ElementCounts;
