import type { NetworkLayer } from '../layer.ts';
import type { Call } from './call.ts';
import type { Tensor } from './tensor.ts';
export type LayerShape = Omit<NetworkLayer, 'name'>;
export interface LayerOutcome {
    readonly output: Tensor;
    /** Undefined where both operands follow from the network's input, or neither does. */
    readonly layer: LayerShape | undefined;
    /** The inputs that are trained: weights first, then a bias. */
    readonly parameters: readonly number[];
    /** Products of two activations, over the whole batch; 0 where there is a layer. */
    readonly products: number;
    /** Where the layer's sizes are not the node's own: what was done. */
    readonly note?: string;
}
export type LayerRule = (call: Call) => LayerOutcome;
/** @throws InputError for an operand that isn't floating-point: quantized arithmetic has operators of its own */
export declare function requireFloating(name: string, { type }: Tensor): void;
/** A 1x1 convolution without padding. @param positions at which it is applied */
export declare function pointwise(ci: number, co: number, positions: number): LayerShape;
