/** The accumulator that each pass of a layer needs. */
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import { type NetworkLayer } from '../networks/layer.ts';
import { type Convolution, type Pass } from '../sim/convolution.ts';
import { type ElementPair } from './bounds.ts';
import { type ScalerBound } from './scaler-bound.ts';
/** The formats of both operands. */
export interface WidthFormats extends ElementPair {
    readonly xScale: GroupScaleFormat;
    readonly yScale: GroupScaleFormat;
}
/** One pass of one layer in the worst case. */
export interface PassWidth {
    readonly layer: string;
    readonly pass: Pass;
    /** K: the kernel's area, in the weight gradient that of the output plane. */
    readonly groupSize: number;
    /** How many of the K products can differ from zero; below K where every output has taps in the padding or between strides. */
    readonly nonzero: number;
    /** The largest magnitude of K products' sum. */
    readonly largestSum: bigint;
    /** The smallest width that K products never overflow. */
    readonly width: number;
    /** The usual rule. */
    readonly naiveWidth: number;
    /** The smallest width that this pass of this layer never overflows: that of the products that can differ from zero. */
    readonly layerWidth: number;
    readonly scaler: ScalerBound;
}
/** The worst case of a pass. */
export declare function passWidth(layer: string, conv: Convolution, formats: WidthFormats): PassWidth;
/** A layer of a network; the gradient of the network's own input is needed by nobody. */
export interface PlacedLayer extends NetworkLayer {
    readonly fromInput: boolean;
}
/** A layer and a pass of it. */
export interface LayerPass {
    readonly layer: NetworkLayer;
    readonly pass: Pass;
}
/** The passes of layers, layer by layer. @param passes which of them */
export declare function layerPasses(layers: readonly PlacedLayer[], passes?: readonly Pass[]): readonly LayerPass[];
/** The worst case of each. Of one image: the batch is no part of a group. @throws InputError where a kernel doesn't fit */
export declare function layerWidths(runs: readonly LayerPass[], formats: WidthFormats): readonly PassWidth[];
