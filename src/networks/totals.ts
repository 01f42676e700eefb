/** Totals of a topology that are published for the standard networks. */
import { productCount, weightCount } from './layer.ts';
import type { Topology, TopologyLayer } from './topology.ts';

/** Trainable numbers of a layer: weights, biases, and a factor and an offset for each normalized channel. */
export function parameterCount(layer: TopologyLayer): number {
  return weightCount(layer) + (layer.bias ? layer.co : 0) + (layer.normalized ? 2 * layer.co : 0);
}

export interface Totals {
  readonly parameters: number;
  /** Without biases and normalization. */
  readonly weights: number;
  /** Multiply-accumulates of the forward pass of one image, those in the padding included. */
  readonly products: number;
  /** Residual additions of the forward pass of one image, element by element. */
  readonly additions: number;
}

export function totals({ layers, additions }: Topology): Totals {
  const sum = (count: (layer: TopologyLayer) => number): number => layers.reduce((total, layer) => total + count(layer), 0);
  return {
    parameters: sum(parameterCount),
    weights: sum(weightCount),
    products: sum(productCount),
    additions: additions.reduce((total, { outputs }) => total + outputs, 0),
  };
}
