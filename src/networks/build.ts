/** Layers from what they follow: channels and sizes are derived, never typed twice. */
import { about } from '../bits/check.ts';
import { elementCount } from '../bits/shape.ts';
import type { Pair } from '../sim/convolution.ts';
import { outputShape, type NetworkLayer } from './layer.ts';

/** What flows between two layers. */
export interface FeatureMap {
  readonly channels: number;
  readonly size: Pair;
}

interface Geometry {
  readonly stride?: number;
  readonly padding?: number;
  readonly groups?: number;
}

/** A convolution with a square kernel. */
export function conv(name: string, from: FeatureMap, co: number, kernel: number, { stride = 1, padding = 0, groups = 1 }: Geometry = {}): NetworkLayer {
  return {
    name,
    kind: 'conv',
    ci: from.channels,
    co,
    kernel: [kernel, kernel],
    stride: [stride, stride],
    padding: [padding, padding],
    dilation: [1, 1],
    groups,
    input: from.size,
  };
}

/** A fully connected layer. */
export function fullyConnected(name: string, inputs: number, outputs: number): NetworkLayer {
  return { ...conv(name, { channels: inputs, size: [1, 1] }, outputs, 1), kind: 'fc' };
}

/** What a layer gives. @throws InputError where its kernel doesn't fit */
export function outputOf(layer: NetworkLayer): FeatureMap {
  const [, , rows, columns] = about(`${layer.name}, input ${layer.input.join('x')}`, () => outputShape(layer, 1));
  return { channels: layer.co, size: [rows, columns] };
}

interface Pooling {
  readonly stride?: number;
  readonly padding?: number;
  /** Whether a window that starts inside the input and ends outside still gives an output (ceil mode). */
  readonly overhang?: boolean;
}

/** A feature map after pooling, whose window moves as a depthwise kernel does. */
export function pooled(from: FeatureMap, window: number, { stride = 1, padding = 0, overhang = false }: Pooling): FeatureMap {
  const { channels, size } = outputOf(conv('pooling', from, from.channels, window, { stride, padding, groups: from.channels }));
  const more = (d: 0 | 1): number => (overhang && (size[d] - 1) * stride + window < from.size[d] + 2 * padding ? 1 : 0);
  return { channels, size: [size[0] + more(0), size[1] + more(1)] };
}

/** Layers one after another, each built from what the one before gives. */
export function chain(from: FeatureMap, ...builders: readonly ((from: FeatureMap) => NetworkLayer)[]): readonly NetworkLayer[] {
  const layers: NetworkLayer[] = [];
  for (const build of builders) {
    const last = layers.at(-1);
    layers.push(build(last === undefined ? from : outputOf(last)));
  }
  return layers;
}

/** How many numbers a feature map of one image has. */
export function elements({ channels, size }: FeatureMap): number {
  return channels * elementCount(size);
}

/** A colour image. */
export function image(size: Pair): FeatureMap {
  return { channels: 3, size };
}
