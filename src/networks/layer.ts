/** A layer of a network as the MAC unit sees it: a convolution, with the shapes and counts that follow from it. */
import { elementCount, type Shape4 } from '../bits/shape.ts';
import { convolution, type Convolution, type ConvolutionOptions, type Pair, type Pass } from '../sim/convolution.ts';
import { outputGrid } from '../sim/cycle/grid.ts';
import type { OutputGrid } from '../sim/cycle/timing.ts';

/** A convolution with its input size. Pairs are [h, w]. */
export interface NetworkLayer {
  readonly name: string;
  /** A fully connected layer is a 1x1 convolution of a 1x1 input. */
  readonly kind: 'conv' | 'fc';
  /** Input channels of all channel groups together. */
  readonly ci: number;
  /** Output channels of all channel groups together. */
  readonly co: number;
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly groups: number;
  readonly input: Pair;
}

/** W, [co, ci of a channel group, kh, kw]. */
export function weightShape({ co, ci, groups, kernel }: NetworkLayer): Shape4 {
  return [co, ci / groups, ...kernel];
}

/** A, [n, ci, h, w]. */
export function inputShape({ ci, input }: NetworkLayer, batch: number): Shape4 {
  return [batch, ci, ...input];
}

/** Z and E, [n, co, y, x]. @throws InputError where the kernel doesn't fit the input */
export function outputShape(layer: NetworkLayer, batch: number): Shape4 {
  return passConvolution(layer, 'forward', batch).outputShape;
}

/** The shapes of X and Y in a pass. */
export function operandShapes(layer: NetworkLayer, pass: Pass, batch: number): { readonly x: Shape4; readonly y: Shape4 } {
  if (pass === 'forward') return { x: weightShape(layer), y: inputShape(layer, batch) };
  const e = outputShape(layer, batch);
  return pass === 'input-grad' ? { x: weightShape(layer), y: e } : { x: e, y: inputShape(layer, batch) };
}

/** A pass of the layer over a batch. @throws InputError */
export function passConvolution(layer: NetworkLayer, pass: Pass, batch: number): Convolution {
  const { stride, padding, dilation, groups, input, kernel } = layer;
  const options: ConvolutionOptions = {
    stride,
    padding,
    dilation,
    groups,
    ...(pass === 'input-grad' ? { inputSize: input } : {}),
    ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}),
  };
  const { x, y } = operandShapes(layer, pass, batch);
  return convolution(pass, x, y, options);
}

/**
 * The outputs of a pass over a batch. Found from one image, since a batch may have more outputs than a simulated tensor can hold: images
 * are more columns, but in the weight gradient more groups of each output.
 */
export function passGrid(layer: NetworkLayer, pass: Pass, batch: number): OutputGrid {
  const grid = outputGrid(passConvolution(layer, pass, 1), layer.groups);
  return pass === 'weight-grad' ? { ...grid, groupCount: grid.groupCount * batch } : { ...grid, matrixColumns: grid.matrixColumns * batch };
}

/** Weights, without biases. */
export function weightCount(layer: NetworkLayer): number {
  return elementCount(weightShape(layer));
}

/** Products of the forward pass of one image, those in the padding included. */
export function productCount(layer: NetworkLayer): number {
  const { groupCount, groupSize } = passConvolution(layer, 'forward', 1);
  return elementCount(outputShape(layer, 1)) * groupCount * groupSize;
}
