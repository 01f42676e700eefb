/**
 * Operands that overflow an accumulator, with as few products as can.
 *
 * n products sum to at most n x p, so the fewest that leave A bits are floor((2^(A-1) - 1) / p) + 1, and that many of the largest product do. At the
 * negative end it takes as many, or one more where n x p is just 2^(A-1).
 */
import type { Shape4 } from '../bits/shape.ts';
import { elementCount } from '../bits/shape.ts';
import { maxSigned } from '../bits/width.ts';
import type { ElementFormat } from '../formats/element.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { operandShapes, passConvolution, type NetworkLayer } from '../networks/layer.ts';
import { sourceIndex, type Convolution, type Pass } from '../sim/convolution.ts';
import { capacity, largestProduct, type ElementPair } from './bounds.ts';
import type { LayerPass, WidthFormats } from './layer-widths.ts';
import { mostTaps, nonzeroProducts } from './taps.ts';

/** Operands of one image and one channel that overflow A bits. */
export interface Counterexample {
  /** A. */
  readonly width: number;
  /** The layer, cut to one channel. */
  readonly layer: NetworkLayer;
  readonly pass: Pass;
  readonly x: MlsTensor;
  readonly y: MlsTensor;
  /** The output whose group it is. */
  readonly output: Shape4;
  /** The products of the group in order, up to the one that overflows. Those before it that are 0 meet no element. */
  readonly products: readonly bigint[];
  /** The largest value of A bits, which the last sum passes. */
  readonly limit: bigint;
}

/** The fewest products that can overflow A bits. */
export function fewestProducts(formats: ElementPair, width: number): bigint {
  return capacity(formats, width) + 1n;
}

/** The smallest counterexample in a pass of a layer, or undefined where there is none: then no operands overflow A bits. @throws InputError */
export function counterexample({ layer, pass }: LayerPass, formats: WidthFormats, width: number): Counterexample | undefined {
  const single: NetworkLayer = { ...layer, ci: 1, co: 1, groups: 1 };
  const conv = passConvolution(single, pass, 1);
  const fewest = fewestProducts(formats, width);
  const met = metProducts(conv);
  if (fewest > BigInt(met.length)) return undefined;
  const used = met.slice(0, Number(fewest));
  const shapes = operandShapes(single, pass, 1);
  const { output } = mostTaps(conv);
  const product = largestProduct(formats);
  const products = Array.from({ length: used[used.length - 1].tap + 1 }, () => 0n);
  for (const { tap } of used) products[tap] = product;
  return {
    width,
    layer: single,
    pass,
    x: extremes(shapes.x, formats.x, formats.xScale, used.map(({ tap }) => tap)),
    y: extremes(shapes.y, formats.y, formats.yScale, used.map(({ source }) => source)),
    output: [0, 0, ...output],
    products,
    limit: maxSigned(width),
  };
}

/** The counterexample with the smallest groups among some passes, the first of them; undefined where there is none. */
export function smallestCounterexample(runs: readonly LayerPass[], formats: WidthFormats, width: number): Counterexample | undefined {
  const fewest = fewestProducts(formats, width);
  const sizes = runs.map(({ layer, pass }) => {
    const conv = passConvolution(layer, pass, 1);
    return BigInt(nonzeroProducts(conv)) >= fewest ? conv.groupSize : Infinity;
  });
  const smallest = Math.min(...sizes);
  return smallest === Infinity ? undefined : counterexample(runs[sizes.indexOf(smallest)], formats, width);
}

/** The products of the group that meets the most elements: index k of the tap, position in the source plane. */
function metProducts(conv: Convolution): readonly { readonly tap: number; readonly source: number }[] {
  const { output, rows, columns } = mostTaps(conv);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      tap: row * conv.columns.taps + column,
      source: sourceIndex(conv.rows, output[0], row) * conv.columns.source + sourceIndex(conv.columns, output[1], column),
    })),
  );
}

/** Zeros, and the largest element at some positions. All scales are 1. */
function extremes(shape: Shape4, element: ElementFormat, scaleFormat: GroupScaleFormat, positions: readonly number[]): MlsTensor {
  const codes = new Uint16Array(elementCount(shape));
  for (const position of positions) codes[position] = element.maxMagnitudeCode;
  return { element, scaleFormat, shape, codes, scales: new Uint16Array(shape[0] * shape[1]), tensorScale: 1 };
}
