/** What the ratios alone would hide: where another arithmetic is cheaper than MLS, and what a convention or a table leaves out. */
import type { TopologyLayer } from '../networks/topology.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type ConvPass, type Workload } from './counts.ts';
import type { EnergyRequest, TableEnergy } from './report.ts';
/** Something to say beside the figures, as plain text. */
export interface Finding {
    readonly kind: 'loss' | 'assumption' | 'left-out';
    readonly text: string;
    /** The arithmetic that a loss is against, with the layers and passes where it is cheaper. */
    readonly loss?: Loss;
}
export interface Loss {
    readonly table: string;
    readonly arithmetic: Arithmetic;
    readonly layers: readonly LayerLoss[];
    /** Whether it is cheaper over the whole network. */
    readonly inTotal: boolean;
}
/** A convolution that is cheaper elsewhere than in MLS. */
export interface LayerLoss {
    readonly layer: string;
    readonly kernel: readonly [number, number];
    /** Passes whose convolution, without quantization, is cheaper. */
    readonly passes: readonly ConvPass[];
    /** Whether all passes together are, quantization included. */
    readonly wholeLayer: boolean;
}
export declare const PASS_TITLES: Readonly<Record<ConvPass, string>>;
export declare function findings(request: EnergyRequest, tables: readonly TableEnergy[]): readonly Finding[];
/** Where the others are cheaper than MLS under a table, at least in one pass of one layer. */
export declare function tableLosses(layers: readonly TopologyLayer[], workload: Workload, { table, arithmetics }: TableEnergy): readonly Loss[];
