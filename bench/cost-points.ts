/** The layers of the cost curve: what grows is the number of channels, the image, or the batch. */
import type { Shape4 } from '../src/bits/shape.ts';

export const SERIES = ['channels', 'image', 'batch'] as const;

/** A 3x3 convolution with padding 1, from as many channels as to. */
export interface CostLayer {
  readonly series: (typeof SERIES)[number];
  readonly channels: number;
  readonly size: number;
  readonly batch: number;
}

const doublings = (first: number, last: number): number[] => (first > last ? [] : [first, ...doublings(2 * first, last)]);

/** Each series over three decades of products at least. */
export const COST_LAYERS: readonly CostLayer[] = [
  ...doublings(8, 512).map((channels): CostLayer => ({ series: 'channels', channels, size: 28, batch: 1 })),
  ...doublings(7, 224).map((size): CostLayer => ({ series: 'image', channels: 64, size, batch: 1 })),
  ...doublings(1, 1024).map((batch): CostLayer => ({ series: 'batch', channels: 64, size: 14, batch })),
];

/** The layer whose memory has a goal. */
export const LARGE_LAYER: CostLayer = { series: 'image', channels: 64, size: 224, batch: 1 };

export interface CostPoint extends CostLayer {
  readonly products: number;
  /** Of both inputs and the output. */
  readonly elements: number;
  /** What these elements take: 2 bytes for a code, 4 for an output. */
  readonly dataBytes: number;
  /** What the process took beyond what it had before it made the inputs. */
  readonly peakBytes: number;
  /** Of one call. */
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

export function layerShapes({ channels, size, batch }: CostLayer): { readonly weights: Shape4; readonly input: Shape4 } {
  return { weights: [channels, channels, 3, 3], input: [batch, channels, size, size] };
}

export function layerText({ channels, size, batch }: CostLayer): string {
  return `${channels}ch ${size}x${size}, batch ${batch}`;
}
