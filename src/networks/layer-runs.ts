/** The runs of the array that one step through a list of layers takes. */
import { PASSES, type Pass } from '../sim/convolution.ts';
import type { OutputGrid } from '../sim/cycle/timing.ts';
import { passGrid, type NetworkLayer } from './layer.ts';

/** Training is all three passes. */
export const WORKLOADS = [...PASSES, 'training'] as const;
export type Workload = (typeof WORKLOADS)[number];

/** One pass of one layer. */
export interface LayerRun {
  readonly layer: NetworkLayer;
  readonly pass: Pass;
  readonly batch: number;
  readonly grid: OutputGrid;
}

/**
 * The runs, layer by layer.
 * @param network whether the layers are a network: nothing comes before its first layer, whose input gradient is then not computed
 */
export function layerRuns(layers: readonly NetworkLayer[], workload: Workload, batch: number, network: boolean): readonly LayerRun[] {
  const passes = workload === 'training' ? PASSES : [workload];
  return layers.flatMap((layer, position) =>
    passes
      .filter((pass) => !(network && position === 0 && pass === 'input-grad'))
      .map((pass) => ({ layer, pass, batch, grid: passGrid(layer, pass, batch) })),
  );
}
