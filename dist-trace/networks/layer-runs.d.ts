/** The runs of the array that one step through a list of layers takes. */
import { type Pass } from '../sim/convolution.ts';
import type { OutputGrid } from '../sim/cycle/timing.ts';
import { type NetworkLayer } from './layer.ts';
/** Training is all three passes. */
export declare const WORKLOADS: readonly ["forward", "input-grad", "weight-grad", "training"];
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
export declare function layerRuns(layers: readonly NetworkLayer[], workload: Workload, batch: number, network: boolean): readonly LayerRun[];
