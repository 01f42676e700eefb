/** The accumulator that each pass of a layer needs. */
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import { passConvolution, type NetworkLayer } from '../networks/layer.ts';
import { PASSES, type Convolution, type Pass } from '../sim/convolution.ts';
import { largestSum, naiveWidth, symmetricWidth, type ElementPair } from './bounds.ts';
import { scalerBound, type ScalerBound } from './scaler-bound.ts';
import { nonzeroProducts } from './taps.ts';

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
export function passWidth(layer: string, conv: Convolution, formats: WidthFormats): PassWidth {
  const { pass, groupSize } = conv;
  const nonzero = nonzeroProducts(conv);
  const largest = largestSum(formats, groupSize);
  return {
    layer,
    pass,
    groupSize,
    nonzero,
    largestSum: largest,
    width: symmetricWidth(largest),
    naiveWidth: naiveWidth(formats, groupSize),
    layerWidth: symmetricWidth(largestSum(formats, nonzero)),
    scaler: scalerBound(largest, formats.xScale, formats.yScale),
  };
}

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
export function layerPasses(layers: readonly PlacedLayer[], passes: readonly Pass[] = PASSES): readonly LayerPass[] {
  return layers.flatMap((layer) => passes.filter((pass) => !(pass === 'input-grad' && layer.fromInput)).map((pass) => ({ layer, pass })));
}

/** The worst case of each. Of one image: the batch is no part of a group. @throws InputError where a kernel doesn't fit */
export function layerWidths(runs: readonly LayerPass[], formats: WidthFormats): readonly PassWidth[] {
  const known = new Map<string, PassWidth>();
  return runs.map(({ layer, pass }) => {
    // Only the geometry decides, and layers repeat.
    const { kernel, stride, padding, dilation, input } = layer;
    const geometry = [pass, ...kernel, ...stride, ...padding, ...dilation, ...input].join();
    const found = known.get(geometry) ?? passWidth(layer.name, passConvolution(layer, pass, 1), formats);
    known.set(geometry, found);
    return { ...found, layer: layer.name };
  });
}
