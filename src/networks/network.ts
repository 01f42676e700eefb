/** A network as data: where it is from, and its layers for an input size. */
import type { Pair } from '../sim/convolution.ts';
import type { NetworkLayer } from './layer.ts';

export interface Network {
  readonly name: string;
  readonly title: string;
  /** The paper, and the implementation where that differs. */
  readonly source: string;
  /** The input size that published figures are for, [h, w]. */
  readonly inputSize: Pair;
  /** Convolutions and fully connected layers, in the order of the forward pass. @throws InputError for an input too small */
  layers(inputSize: Pair): readonly NetworkLayer[];
}
