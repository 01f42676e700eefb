/** The counts of a whole network. */
import type { Topology } from '../networks/topology.ts';
import {
  addConv,
  addElements,
  additionCounts,
  layerCounts,
  NO_ELEMENTS,
  NO_OPERATIONS,
  type AdditionCounts,
  type ConvPass,
  type ElementCounts,
  type LayerCounts,
  type Scope,
} from './counts.ts';

export interface NetworkCounts extends LayerCounts {
  /** `mul` is made in MLS alone. */
  readonly ewAdd: ElementCounts & { readonly forward: bigint; readonly backward: bigint };
}

export function networkCounts({ layers, additions }: Topology, scope: Scope): NetworkCounts {
  return sumCounts(
    layers.map((layer) => layerCounts(layer, scope)),
    additions.map((addition) => additionCounts(addition, scope)),
  );
}

export function sumCounts(layers: readonly LayerCounts[], additions: readonly AdditionCounts[]): NetworkCounts {
  const pass = (name: ConvPass) => layers.reduce((sum, { conv }) => addConv(sum, conv[name]), NO_OPERATIONS);
  const row = (name: Exclude<keyof LayerCounts, 'conv'>) => layers.reduce((sum, layer) => addElements(sum, layer[name]), NO_ELEMENTS);
  const forward = additions.reduce((sum, one) => addElements(sum, one.forward), NO_ELEMENTS);
  const backward = additions.reduce((sum, one) => addElements(sum, one.backward), NO_ELEMENTS);
  return {
    conv: { forward: pass('forward'), weightGradient: pass('weightGradient'), inputGradient: pass('inputGradient') },
    bn: row('bn'),
    fc: row('fc'),
    sgd: row('sgd'),
    ewAdd: { ...addElements(forward, backward), forward: forward.elements, backward: backward.elements },
    dqActivation: row('dqActivation'),
    dqWeight: row('dqWeight'),
  };
}
