import type { ResidualAddition } from '../topology.ts';
import { type Known, type LayerEntry } from './known.ts';
import type { LayerOutcome } from './layer-rule.ts';
import type { OnnxNode } from './model.ts';
import { type Tensor } from './tensor.ts';
/** An operator that adds or multiplies and that no row of the energy model counts. */
export interface Uncounted {
    readonly operator: string;
    readonly nodes: number;
    /** Of what it takes or gives, whichever is more, for one image, all its nodes together. */
    readonly elements: number;
    /** Products of two activations for one image, as attention has them; 0 for everything else. */
    readonly products: number;
}
export declare class Ledger {
    #private;
    readonly layers: LayerEntry[];
    readonly additions: ResidualAddition[];
    /** @param batch images of the network's input: what is counted is divided by it */
    constructor(batch: number);
    get uncounted(): readonly Uncounted[];
    /** A line for each thing that a reader has to know, with the layers that it is true of. */
    get notes(): readonly string[];
    get parameters(): number;
    /** A node that multiplies by weights, or two activations. @returns its layer, if it is one */
    addLayer(node: OnnxNode, inputs: readonly (Known | undefined)[], outcome: LayerOutcome): LayerEntry | undefined;
    /** The sum of activations, or of one and a constant. @returns the layer of which it is the bias */
    addAddition(node: OnnxNode, inputs: readonly (Known | undefined)[], output: Tensor): LayerEntry | undefined;
    /** It belongs to the layer right before it. The energy model counts it behind convolutions alone. */
    addBatchNormalization(node: OnnxNode, inputs: readonly (Known | undefined)[], output: Tensor): void;
    addArithmetic(node: OnnxNode, inputs: readonly (Known | undefined)[], outputs: readonly Tensor[]): void;
    /** The constants among a node's operands that are trained. */
    addTrained({ operator }: OnnxNode, inputs: readonly (Known | undefined)[]): void;
    addUncounted(operator: string, tensors: readonly Tensor[], products?: number): void;
}
