/** What a node that multiplies by weights gives: an output, and the layer as the MAC unit sees it. */
import { InputError } from '../../bits/check.ts';
import type { NetworkLayer } from '../layer.ts';
import type { Call } from './call.ts';
import { elementTypeName, isFloating } from './element-type.ts';
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
export function requireFloating(name: string, { type }: Tensor): void {
  if (!isFloating(type)) throw new InputError(`expected ${name} of a floating-point type, found ${elementTypeName(type)}`);
}

/** A 1x1 convolution without padding. @param positions at which it is applied */
export function pointwise(ci: number, co: number, positions: number): LayerShape {
  return {
    kind: positions === 1 ? 'fc' : 'conv',
    ci,
    co,
    kernel: [1, 1],
    stride: [1, 1],
    padding: [0, 0],
    dilation: [1, 1],
    groups: 1,
    input: [1, positions],
  };
}
