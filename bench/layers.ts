/** The layers that are measured: those of ResNet-18 at 224x224, and a depthwise one of MobileNetV2. */
import type { Shape4 } from '../src/bits/shape.ts';
import type { ConvolutionOptions, Pair, Pass } from '../src/sim/convolution.ts';
import { library } from './library.ts';

export interface Layer {
  readonly name: string;
  readonly weights: Shape4;
  readonly input: Shape4;
  readonly options: ConvolutionOptions;
}

function layer(name: string, [ci, co]: Pair, kernel: number, size: number, change: Partial<ConvolutionOptions> = {}): Layer {
  const padding = (kernel - 1) / 2;
  const options = { ...library.PLAIN_CONVOLUTION, padding: [padding, padding] as const, ...change };
  return { name, weights: [co, ci / options.groups, kernel, kernel], input: [1, ci, size, size], options };
}

/** Of equal work, from large planes to many channels. */
export const SQUARE_LAYERS: readonly Layer[] = [
  layer('64ch 56x56 3x3', [64, 64], 3, 56),
  layer('128ch 28x28 3x3', [128, 128], 3, 28),
  layer('256ch 14x14 3x3', [256, 256], 3, 14),
  layer('512ch 7x7 3x3', [512, 512], 3, 7),
];
/** Images of a batch. */
const BATCH = 8;
export const BATCH_LAYERS: readonly Layer[] = SQUARE_LAYERS.map(({ name, weights, input: [, ...ofImage], options }) => ({ name: `${name} batch ${BATCH}`, weights, input: [BATCH, ...ofImage], options }));
export const STEM = layer('stem 224x224 7x7 stride 2', [3, 64], 7, 224, { stride: [2, 2] });
export const POINTWISE_LAYERS: readonly Layer[] = [layer('64-256ch 56x56 1x1', [64, 256], 1, 56), layer('256-64ch 56x56 1x1', [256, 64], 1, 56)];
export const DEPTHWISE = layer('depthwise 144ch 56x56 3x3', [144, 144], 3, 56, { groups: 144 });

export const LAYERS: readonly Layer[] = [
  ...SQUARE_LAYERS,
  layer('64-128ch 56x56 3x3 stride 2', [64, 128], 3, 56, { stride: [2, 2] }),
  STEM,
  ...POINTWISE_LAYERS,
  DEPTHWISE,
];

/** What `convolution` takes for a pass of a layer. The error has the shape of the forward pass's output. */
export interface PassShapes {
  readonly x: Shape4;
  readonly y: Shape4;
  readonly options: ConvolutionOptions;
}

export function passShapes({ weights, input, options }: Layer, pass: Pass): PassShapes {
  const error = library.convolution('forward', weights, input, options).outputShape;
  switch (pass) {
    case 'forward':
      return { x: weights, y: input, options };
    case 'input-grad':
      return { x: weights, y: error, options: { ...options, inputSize: [input[2], input[3]] } };
    case 'weight-grad':
      return { x: error, y: input, options: { ...options, kernelSize: [weights[2], weights[3]] } };
  }
}
