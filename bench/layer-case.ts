/** A pass of a layer with operands to measure it with. */
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import type { Convolution, ConvolutionOptions, Pass } from '../src/sim/convolution.ts';
import { passShapes, type Layer } from './layers.ts';
import { library } from './library.ts';
import { randomTensor, SPREAD } from './operands.ts';

const { convolution, convolve, mlsDatapath, mlsDefaults } = library;

export interface LayerCase {
  readonly name: string;
  readonly pass: Pass;
  readonly conv: Convolution;
  readonly options: ConvolutionOptions;
  /** Made when first asked for, the same ones in every process. */
  readonly operands: () => Operands;
}

export interface Operands {
  readonly x: MlsTensor;
  readonly y: MlsTensor;
  readonly datapath: ReturnType<typeof mlsDatapath>;
  /** What `convolve` has. */
  readonly expected: Uint32Array;
  /** Where the outputs of each run go: of runs that follow one another nothing is to be collected. */
  readonly into: Uint32Array;
}

/** @param change what is done to the operands, the second argument being a seed */
export function layerCase(name: string, layer: Layer, pass: Pass, change: (tensor: MlsTensor, seed: number) => MlsTensor = (tensor) => tensor): LayerCase {
  const { x: xShape, y: yShape, options } = passShapes(layer, pass);
  const conv = convolution(pass, xShape, yShape, options);
  const operands = once((): Operands => {
    const x = change(randomTensor(xShape, 1, pass === 'weight-grad' ? SPREAD.activations : SPREAD.weights), 1);
    const y = change(randomTensor(yShape, 2, SPREAD.activations), 2);
    const datapath = mlsDatapath(mlsDefaults(x, y));
    const expected = convolve(conv, datapath, x, y).bits;
    return { x, y, datapath, expected, into: new Uint32Array(expected.length) };
  });
  return { name, pass, conv, options, operands };
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
